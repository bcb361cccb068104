package incoming

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
)

// Session is an open merge: files of colleagues, compared with the register, and the decisions of the
// clerk. It is in memory only; nothing is stored before [Incoming.MergeApply].
type Session struct {
	profile string // id of the profile whose appeals are compared
	sources []Source
	choices map[string]mergeChoice // by key of an item
	files   map[string][]byte      // answer files of all sources; the ids contain the number of the source

	// Caches. They may use pointers as keys because an appeal never changes in place.
	hashes   map[*appeal.Appeal]string
	differ   map[[2]*appeal.Appeal][]merge.Difference
	replayed *replay // nil = the register or a decision has changed
}

func itemKey(source, i int) string { return fmt.Sprintf("%d/%d", source, i) }

func (s *Session) contentHash(ap *appeal.Appeal) string {
	known, ok := s.hashes[ap]
	if !ok {
		known = ap.ContentHash()
		s.hashes[ap] = known
	}
	return known
}

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

// about identifies the state of an appeal that a clerk saw when she decided.
func (s *Session) about(have *appeal.Appeal) string {
	if have == nil {
		return "new"
	}
	return s.contentHash(have)
}

// MergeOpenReq has the names of the files of the request, in their order.
type MergeOpenReq struct {
	Names       []string          `json:"names"`
	Passphrases map[string]string `json:"passphrases,omitempty"` // by name of the file
}

// MergeOpen reads files of colleagues, compares them with the register and opens a merge. It discards
// a merge that was open before.
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
			data, err := DecryptFile(ctx, data, req.Passphrases[req.Names[i]])
			if err != nil {
				return MergePlan{}, nil, withFileName(src.Name, err)
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
			in.prepare(s, n, &s.sources[n].offers[i])
		}
	}
	in.Merging = s
	return in.mergePlan(), nil, nil
}

// prepare normalises an offer so that it can be compared, and gives its answer files ids that no
// other source has.
func (in *Incoming) prepare(s *Session, source int, o *Offer) {
	in.packs.Normalise(&o.Appeal)
	sumFiles(o)
	for i := range o.Appeal.Questions {
		file := o.Appeal.Questions[i].Attachment
		if file == nil {
			continue
		}
		data, there := o.files[file.FileID]
		if !there {
			continue // the store does not have it either, see [Incoming.fetchFiles]
		}
		id := fmt.Sprintf("merge/%d/%s/%s", source, o.Place, file.FileID)
		s.files[id] = data
		moved := *file
		moved.FileID = id
		o.Appeal.Questions[i].Attachment = &moved
	}
	o.files = s.files
}

// OpenMerge returns the open merge, replayed over the current register; nil if none is open for the
// active profile.
func (in *Incoming) OpenMerge() *replay {
	s := in.Merging
	if s == nil || s.profile != in.office.Active {
		return nil
	}
	if s.replayed == nil || s.replayed.stale() {
		if most := 2*(len(in.ledger.Records)+s.offered()) + 1000; s.hashes == nil || len(s.hashes) > most {
			s.differ = map[[2]*appeal.Appeal][]merge.Difference{}
			s.hashes = map[*appeal.Appeal]string{} // drops states that are no longer used
		}
		s.replayed = in.newReplay(s)
	}
	return s.replayed
}

// stale reports whether the register has changed since the replay.
func (r *replay) stale() bool {
	n := 0
	for _, m := range r.appeals {
		if m.before == nil {
			continue
		}
		n++
		if rec := r.incoming.register.Get(m.before.ID); rec == nil || &rec.Appeal != m.before {
			return true
		}
	}
	return n != len(r.incoming.register.ByNumber(r.incoming.office.Active))
}

// MergeCloseReq is empty.
type MergeCloseReq struct{}

// MergeClose discards the open merge. The register stays as it is.
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

// MergeRule decides about all conflicts that the clerk has not decided one by one.
type MergeRule string

// Values of [MergeRule].
const (
	RuleHere  MergeRule = "here"  // the register's state
	RuleFile  MergeRule = "file"  // the file's state
	RuleLater MergeRule = "later" // for each field the later value, if both times are known
	RuleNone  MergeRule = "none"  // discard all decisions
)

// MergeDecideReq has decisions about single appeals, or a rule.
type MergeDecideReq struct {
	Choices []MergeChoice `json:"choices"`
	Rule    MergeRule     `json:"rule"` // "" = none
}

// MergeDecide records decisions and replays the files.
func (in *Incoming) MergeDecide(_ context.Context, req MergeDecideReq) (MergePlan, error) {
	r := in.OpenMerge()
	if r == nil {
		return MergePlan{}, noMerge()
	}
	for _, c := range req.Choices {
		for _, it := range r.items {
			if it.key == c.Key {
				r.session.choices[c.Key] = mergeChoice{side: c.Side, fields: c.Fields, about: r.session.about(it.have)}
			}
		}
	}
	r.session.replayed = nil
	if req.Rule == RuleNone {
		r.session.choices = map[string]mergeChoice{}
	} else if req.Rule != "" {
		in.mergeRule(req.Rule)
	}
	return in.mergePlan(), nil
}

// mergeRule applies a rule file by file: a decision about one file can add or remove conflicts of the
// next file.
func (in *Incoming) mergeRule(rule MergeRule) {
	s := in.Merging
	for n := range s.sources {
		for _, it := range in.OpenMerge().items {
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
		s.replayed = nil
	}
}

func noMerge() *rpc.Error {
	return rpc.Problem("noMerge", "Слияние не начато или уже закончено.",
		"Выберите файлы коллег ещё раз. В реестре ничего не изменилось.")
}
