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
	MergeHere   MergeSide = "here"   // as in the register, or in an earlier file
	MergeFile   MergeSide = "file"   // as in the file
	MergeFields MergeSide = "fields" // field by field
	MergeBoth   MergeSide = "both"   // they are different appeals: keep both
)

// merged is an appeal with its state after the files that were replayed so far.
type merged struct {
	before  *appeal.Appeal // in the register; nil = not there
	now     *appeal.Appeal // after the files so far
	from    string         // the file that now comes from; "" = the register
	offer   *Offer         // the last one that was taken
	changed bool           // the content of now differs from before
	decided bool           // now has a new entry in [appeal.Appeal.Decided]
	id      string         // in the register after the merge, set by MergeApply
}

// item is an appeal of a file, compared with the state after the files before it.
type item struct {
	key         string
	source      int
	offer       *Offer
	kind        merge.Kind
	have        *appeal.Appeal // its counterpart; nil if it is new
	haveFrom    string         // the file that have comes from; "" = the register
	differences []merge.Difference
	choice      mergeChoice
	decided     bool
	merged      *merged // of have, or of this item if the clerk took it; nil = not taken
}

// mergeChoice is a decision. It is valid as long as the counterpart stays as it was.
type mergeChoice struct {
	side   MergeSide
	fields map[string]merge.Side // by path of a difference
	about  string                // the counterpart, see [Session.about]
	byRule bool
}

// replay applies the files one after another to the appeals of the register, as far as the clerk has
// decided. It works on copies.
type replay struct {
	incoming *Incoming
	session  *Session
	appeals  []*merged
	byState  map[*appeal.Appeal]*merged // by their now
	items    []*item
}

func (in *Incoming) newReplay(s *Session) *replay {
	r := &replay{incoming: in, session: s, byState: map[*appeal.Appeal]*merged{}}
	for _, rec := range in.register.All() {
		if rec.Appeal.ProfileID == in.office.Active {
			r.add(&merged{before: &rec.Appeal, now: &rec.Appeal})
		}
	}
	slices.SortFunc(r.appeals, func(x, y *merged) int { return x.before.Created.Compare(y.before.Created) })
	for n := range s.sources {
		r.source(n)
	}
	return r
}

func (r *replay) add(m *merged) {
	r.appeals = append(r.appeals, m)
	r.byState[m.now] = m
}

// update sets the next state of an appeal. changed reports whether its content differs.
func (r *replay) update(m *merged, next appeal.Appeal, it *item, changed bool) {
	delete(r.byState, m.now)
	m.now = &next
	r.byState[m.now] = m
	if changed {
		m.changed, m.from, m.offer = true, it.offer.Source, it.offer
	} else {
		m.decided = true
	}
}

// source replays the file with the index n.
func (r *replay) source(n int) {
	src := &r.session.sources[n]
	var have, offered []*appeal.Appeal
	for _, m := range r.appeals {
		have = append(have, m.now)
	}
	for i := range src.offers {
		offered = append(offered, &src.offers[i].Appeal)
	}
	for i, p := range merge.MatchWith(r.session.contentHash, have, offered) {
		it := &item{key: itemKey(n, i), source: n, offer: &src.offers[i], kind: p.Kind, have: p.Have}
		if p.Have != nil {
			it.merged = r.byState[p.Have]
			it.haveFrom = it.merged.from
			it.differences = r.session.differences(p.Have, p.Offered)
		}
		it.choice, it.decided = r.session.choice(it)
		r.items = append(r.items, it)
		r.apply(it)
	}
}

// apply applies the decision about an item.
func (r *replay) apply(it *item) {
	switch {
	case it.choice.side == MergeBoth || it.have == nil && it.choice.side == MergeFile:
		if it.have != nil { // record that the two are different, so that no later merge asks again
			r.update(it.merged, merge.Keep(it.have, &it.offer.Appeal), it, false)
		}
		ap := &it.offer.Appeal
		if it.have != nil && ap.ID == it.have.ID {
			other := ap.Clone()
			ap, other.ID = &other, "" // the appeal of the register keeps the id
		}
		it.merged = &merged{now: ap, from: it.offer.Source, offer: it.offer, changed: true}
		r.add(it.merged)
	case it.have == nil || it.kind == merge.Same || !it.decided:
	case it.choice.side == MergeFile:
		next, recorded := merge.Take(it.have, &it.offer.Appeal)
		if !recorded {
			r.record(it.have, &next)
		}
		r.update(it.merged, next, it, true)
	case it.choice.side == MergeFields:
		next := merge.Combine(it.have, &it.offer.Appeal, func(path string) merge.Side { return it.choice.fields[path] })
		r.record(it.have, &next)
		r.update(it.merged, next, it, len(merge.Differences(it.have, &next)) > 0)
	default:
		decided := it.merged.decided
		r.update(it.merged, merge.Keep(it.have, &it.offer.Appeal), it, false)
		if it.kind == merge.Older {
			it.merged.decided = decided // not worth a write of the record
		}
	}
}

// record adds the step to the history. An appeal without history gets none: it comes from a file
// without history and counts as entered when the merge is written.
func (r *replay) record(from, to *appeal.Appeal) {
	if len(to.History) > 0 {
		to.History = appeal.Record(to.History, from, to, r.incoming.office.Author(), r.incoming.office.Now().UTC())
	}
}

// defaultSides has the decision about items that the clerk need not decide.
var defaultSides = map[merge.Kind]MergeSide{
	merge.New:   MergeFile,
	merge.Newer: MergeFile,
	merge.Older: MergeHere,
	merge.Same:  MergeHere,
}

// choice returns the decision about an item, and whether it is complete.
func (s *Session) choice(it *item) (mergeChoice, bool) {
	c, made := s.choices[it.key]
	if !made || it.kind == merge.Same || c.about != s.about(it.have) {
		side := defaultSides[it.kind]
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

// side returns which value of a difference was chosen.
func (it *item) side(path string) merge.Side {
	switch it.choice.side {
	case MergeHere, MergeFile:
		return merge.Side(it.choice.side)
	case MergeFields:
		return it.choice.fields[path]
	}
	return merge.Undecided
}
