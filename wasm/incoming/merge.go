package incoming

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
)

// Session is a merge that is being decided. It lives in memory: nothing
// of it is stored before it is applied.
type Session struct {
	profile string // the merge is for this one
	sources []Source
	choices map[string]mergeChoice // by key of an item
	files   map[string][]byte      // answer files of all sources; ids name the source too
	prints  map[*appeal.Appeal]string
	differ  map[[2]*appeal.Appeal][]merge.Difference
	folded  *folding // nil = the register or a decision has changed
}

func itemKey(source, i int) string { return fmt.Sprintf("%d/%d", source, i) }

// print remembers content hashes: states are never changed in place.
func (s *Session) print(ap *appeal.Appeal) string {
	known, ok := s.prints[ap]
	if !ok {
		known = ap.ContentHash()
		s.prints[ap] = known
	}
	return known
}

// differences remembers what two states differ in.
func (s *Session) differences(have, offered *appeal.Appeal) []merge.Difference {
	pair := [2]*appeal.Appeal{have, offered}
	known, ok := s.differ[pair]
	if !ok {
		known = merge.Differences(have, offered)
		s.differ[pair] = known
	}
	return known
}

func (s *Session) offered() (n int) {
	for i := range s.sources {
		n += len(s.sources[i].offers)
	}
	return n
}

// about names the state that a decision is made about.
func (s *Session) about(have *appeal.Appeal) string {
	if have == nil {
		return "new"
	}
	return s.print(have)
}

// MergeOpenReq names the files, in their order, whose bytes travel beside it.
type MergeOpenReq struct {
	Names       []string          `json:"names"`
	Passphrases map[string]string `json:"passphrases,omitempty"` // of files under one, by name
}

// MergeOpen reads files of colleagues and holds them against the register. A
// merge that was open before is forgotten.
func (in *Incoming) MergeOpen(ctx context.Context, req MergeOpenReq, files []rpc.File) (MergePlan, []rpc.File, error) {
	if len(files) == 0 || len(files) != len(req.Names) {
		return MergePlan{}, nil, rpc.Problem("file", "Файлы не выбраны.", "Выберите один или несколько файлов коллег.")
	}
	mine := office.Locked(in.mu, in.office.ActiveProfile)
	s := &Session{profile: mine.ID, choices: map[string]mergeChoice{}, files: map[string][]byte{}}
	for i, data := range files {
		src := Source{Name: appeal.FileName(req.Names[i])}
		if twice(files, i) {
			src.refused = rpc.Problem("twice", "Этот файл выбран второй раз.",
				"Второй раз он не читается: в нём то же самое.")
		} else {
			data, err := UncoverFile(ctx, data, req.Passphrases[req.Names[i]])
			if err != nil {
				return MergePlan{}, nil, ofFile(src.Name, err)
			}
			if src, err = in.readSource(ctx, src.Name, data, mine); err != nil {
				return MergePlan{}, nil, err
			}
		}
		s.sources = append(s.sources, src)
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	for n := range s.sources {
		for i := range s.sources[n].offers {
			if err := rpc.Report(ctx, i, len(s.sources[n].offers), "Сравниваем с реестром"); err != nil {
				return MergePlan{}, nil, err
			}
			in.adopt(s, n, &s.sources[n].offers[i])
		}
	}
	in.Merging = s
	return in.mergePlan(), nil, nil
}

// adopt makes an offer ready to be held against others: its answer files get
// ids that no other source has.
func (in *Incoming) adopt(s *Session, source int, o *Offer) {
	in.packs.Normalise(&o.Appeal)
	sumFiles(o)
	for i := range o.Appeal.Questions {
		file := o.Appeal.Questions[i].Attachment
		if file == nil {
			continue
		}
		data, there := o.files[file.FileID]
		if !there {
			continue // see [App.fetchFiles]
		}
		id := fmt.Sprintf("merge/%d/%s/%s", source, o.Place, file.FileID)
		s.files[id] = data
		moved := *file
		moved.FileID = id
		o.Appeal.Questions[i].Attachment = &moved
	}
	o.files = s.files
}

// MergeNow returns the open merge with its files played over the register as
// it is now, nil when none is open.
func (in *Incoming) MergeNow() *folding {
	s := in.Merging
	if s == nil || s.profile != in.office.Active {
		return nil
	}
	if s.folded == nil || s.folded.stale() {
		if most := 2*(len(in.ledger.Records)+s.offered()) + 1000; s.prints == nil || len(s.prints) > most {
			s.differ = map[[2]*appeal.Appeal][]merge.Difference{}
			s.prints = map[*appeal.Appeal]string{} // without states that nobody holds any more
		}
		s.folded = in.foldMerge(s)
	}
	return s.folded
}

// stale reports whether the register is no longer what the files were held
// against.
func (f *folding) stale() bool {
	n := 0
	for _, t := range f.threads {
		if t.before == nil {
			continue
		}
		n++
		if rec := f.app.register.Get(t.before.ID); rec == nil || &rec.Appeal != t.before {
			return true
		}
	}
	return n != len(f.app.register.ByNumber(f.app.office.Active))
}

// MergeCloseReq gives a merge up.
type MergeCloseReq struct{}

// MergeClose forgets the open merge; nothing has changed.
func (in *Incoming) MergeClose(context.Context, MergeCloseReq) (MergePlan, error) {
	in.Merging = nil
	return in.mergePlan(), nil
}

// MergeChoice decides about one appeal of a file.
type MergeChoice struct {
	Key    string                `json:"key"`
	Side   MergeSide             `json:"side"`
	Fields map[string]merge.Side `json:"fields"` // by path, for [MergeFields]
}

// MergeRule decides about every conflict that nobody decided by hand.
type MergeRule string

// Values of [MergeRule].
const (
	RuleHere  MergeRule = "here"
	RuleFile  MergeRule = "file"
	RuleLater MergeRule = "later" // field by field, where both times are known
	RuleNone  MergeRule = "none"  // forget all that was decided
)

// MergeDecideReq carries decisions: of single appeals, or a rule.
type MergeDecideReq struct {
	Choices []MergeChoice `json:"choices"`
	Rule    MergeRule     `json:"rule"` // "" = none
}

// MergeDecide notes decisions and plays the files anew.
func (in *Incoming) MergeDecide(_ context.Context, req MergeDecideReq) (MergePlan, error) {
	f := in.MergeNow()
	if f == nil {
		return MergePlan{}, noMerge()
	}
	for _, c := range req.Choices {
		for _, it := range f.items {
			if it.key == c.Key {
				f.session.choices[c.Key] = mergeChoice{side: c.Side, fields: c.Fields, about: f.session.about(it.have)}
			}
		}
	}
	f.session.folded = nil
	if req.Rule == RuleNone {
		f.session.choices = map[string]mergeChoice{}
	} else if req.Rule != "" {
		in.mergeRule(req.Rule)
	}
	return in.mergePlan(), nil
}

// mergeRule decides conflicts file by file: what is decided about one file may
// make another conflict, or none, of the next.
func (in *Incoming) mergeRule(rule MergeRule) {
	s := in.Merging
	for n := range s.sources {
		for _, it := range in.MergeNow().items {
			c, made := s.choices[it.key]
			byHand := made && !c.byRule && c.about == s.about(it.have)
			if it.source != n || it.kind != merge.Conflict || byHand {
				continue
			}
			next := mergeChoice{side: MergeSide(rule), about: s.about(it.have), byRule: true}
			if rule == RuleLater {
				next.side, next.fields = MergeFields, map[string]merge.Side{}
				for _, d := range it.differences {
					next.fields[d.Path] = merge.Later(it.have, &it.offer.Appeal, d.Path)
				}
			}
			s.choices[it.key] = next
		}
		s.folded = nil
	}
}

func noMerge() *rpc.Error {
	return rpc.Problem("noMerge", "Слияние не начато или уже закончено.",
		"Выберите файлы коллег ещё раз. В реестре ничего не изменилось.")
}
