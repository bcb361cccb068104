package incoming

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
)

// MergeSide is what a clerk has decided about one appeal of a file.
type MergeSide string

// Values of [MergeSide].
const (
	MergeOpen   MergeSide = ""       // not decided
	MergeHere   MergeSide = "here"   // as it is in the register, or in a file taken before
	MergeFile   MergeSide = "file"   // as it is in the file
	MergeFields MergeSide = "fields" // field by field
	MergeBoth   MergeSide = "both"   // they are two appeals: keep either
)

// thread is an appeal on its way through the files of a merge.
type thread struct {
	before  *appeal.Appeal // as the register has it, nil = it does not
	now     *appeal.Appeal // as it is after the files so far
	from    string         // the file that now is of, "" = the register
	offer   *Offer         // the last one that was taken
	changed bool           // now says other things than before
	kept    bool           // now has only learnt what was decided
	id      string         // in the register, once it is applied
}

// item is an appeal of a file held against the state after the files
// before it.
type item struct {
	key         string
	source      int
	offer       *Offer
	kind        merge.Kind
	have        *appeal.Appeal // nil when new
	haveFrom    string         // the file that have is of, "" = the register
	differences []merge.Difference
	choice      mergeChoice
	decided     bool
	thread      *thread
}

// mergeChoice is a decision. It holds while the state it was made about does.
type mergeChoice struct {
	side   MergeSide
	fields map[string]merge.Side // by path of a difference
	about  string                // content hash of that state
	byRule bool
}

// folding plays the files one after another over the register, as far as it is
// decided. It changes nothing outside of what it returns.
type folding struct {
	app     *Incoming
	session *Session
	threads []*thread
	of      map[*appeal.Appeal]*thread // by state
	items   []*item
}

func (in *Incoming) foldMerge(s *Session) *folding {
	f := &folding{app: in, session: s, of: map[*appeal.Appeal]*thread{}}
	for _, rec := range in.register.All() {
		if rec.Appeal.ProfileID == in.office.Active {
			f.add(&thread{before: &rec.Appeal, now: &rec.Appeal})
		}
	}
	slices.SortFunc(f.threads, func(x, y *thread) int { return x.before.Created.Compare(y.before.Created) })
	for n := range s.sources {
		f.source(n)
	}
	return f
}

func (f *folding) add(t *thread) {
	f.threads = append(f.threads, t)
	f.of[t.now] = t
}

// turn gives a thread its next state.
func (f *folding) turn(t *thread, next appeal.Appeal, it *item, changed bool) {
	delete(f.of, t.now)
	t.now = &next
	f.of[t.now] = t
	if changed {
		t.changed, t.from, t.offer = true, it.offer.Source, it.offer
	} else {
		t.kept = true
	}
}

func (f *folding) source(n int) {
	src := &f.session.sources[n]
	var have, offered []*appeal.Appeal
	for _, t := range f.threads {
		have = append(have, t.now)
	}
	for i := range src.offers {
		offered = append(offered, &src.offers[i].Appeal)
	}
	for i, p := range merge.MatchWith(f.session.print, have, offered) {
		it := &item{key: itemKey(n, i), source: n, offer: &src.offers[i], kind: p.Kind, have: p.Have}
		if p.Have != nil {
			it.thread = f.of[p.Have]
			it.haveFrom = it.thread.from
			it.differences = f.session.differences(p.Have, p.Offered)
		}
		it.choice, it.decided = f.session.choice(it)
		f.items = append(f.items, it)
		f.apply(it)
	}
}

// apply does what was decided.
func (f *folding) apply(it *item) {
	switch {
	case it.choice.side == MergeBoth || it.have == nil && it.choice.side == MergeFile:
		if it.have != nil { // it is not asked again whether they are one
			f.turn(it.thread, merge.Keep(it.have, &it.offer.Appeal), it, false)
		}
		ap := &it.offer.Appeal
		if it.have != nil && ap.ID == it.have.ID {
			other := ap.Clone()
			ap, other.ID = &other, "" // the register's one keeps it
		}
		it.thread = &thread{now: ap, from: it.offer.Source, offer: it.offer, changed: true}
		f.add(it.thread)
	case it.have == nil || it.kind == merge.Same || !it.decided:
	case it.choice.side == MergeFile:
		next, told := merge.Take(it.have, &it.offer.Appeal)
		if !told {
			f.tell(it.have, &next)
		}
		f.turn(it.thread, next, it, true)
	case it.choice.side == MergeFields:
		next := merge.Combine(it.have, &it.offer.Appeal, func(path string) merge.Side { return it.choice.fields[path] })
		f.tell(it.have, &next)
		f.turn(it.thread, next, it, len(merge.Differences(it.have, &next)) > 0)
	default:
		kept := it.thread.kept
		f.turn(it.thread, merge.Keep(it.have, &it.offer.Appeal), it, false)
		if it.kind == merge.Older {
			it.thread.kept = kept // no reason to write the record
		}
	}
}

// tell adds the step to the history, where there is one: what a file without
// history has just brought is entered when the merge is written.
func (f *folding) tell(from, to *appeal.Appeal) {
	if len(to.History) > 0 {
		to.History = appeal.Record(to.History, from, to, f.app.office.Author(), f.app.office.Now().UTC())
	}
}

// usual is what is done when nobody says otherwise.
var usual = map[merge.Kind]MergeSide{merge.New: MergeFile, merge.Newer: MergeFile, merge.Older: MergeHere,
	merge.Same: MergeHere}

// choice returns what is to be done with an item, and whether that is known.
func (s *Session) choice(it *item) (mergeChoice, bool) {
	c, made := s.choices[it.key]
	if !made || it.kind == merge.Same || c.about != s.about(it.have) {
		side := usual[it.kind]
		return mergeChoice{side: side}, side != MergeOpen
	}
	if c.side != MergeFields {
		return c, c.side != MergeOpen
	}
	for _, d := range it.differences {
		if c.fields[d.Path] == merge.Undecided {
			return c, false
		}
	}
	return c, true
}

// side returns which value of a difference stays, as far as it is decided.
func (it *item) side(path string) merge.Side {
	switch it.choice.side {
	case MergeHere, MergeFile:
		return merge.Side(it.choice.side)
	case MergeFields:
		return it.choice.fields[path]
	}
	return merge.Undecided
}
