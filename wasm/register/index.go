package register

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// index is what the register knows of the appeals beside the appeals
// themselves, so that a view of 100,000 needs no sorting and no folding.
// [App.keep] and [App.drop] tell it of every change.
type index struct {
	months       vocabulary[appeal.Month]
	codes        vocabulary[string]
	texts        vocabulary[string]             // strings that many appeals share
	byID         map[string]*Record             // of all profiles
	lists        map[string]*list               // by profile
	sent         map[string]lastSent            // by appeal: in the last archive that held it
	zeros        map[bodyMonth]*journal.Archive // months that were reported as empty, and by what
	words        query.Words                    // of the last query
	query        uint32                         // its number; never 0
	bodies       vocabulary[string]             // recipients: name, fieldBreak, GUID
	foldedBodies []string                       // of bodies, as far as words were looked for in them
	shown        shown
	version      uint64 // from 1; grows when a list, a verdict, a record's doubles or the journal change
}

func newIndex() index {
	return index{byID: map[string]*Record{}, lists: map[string]*list{}, query: 1, version: 1}
}

// list is a profile's part of the register.
type list struct {
	all    []*Record                   // by time of the last change, none of them gone
	orders map[query.SortKey][]*Record // upwards; worked out when first asked for
	months []int                       // how many appeals, by number of the month
	added  []*Record                   // since settle, some of them gone again
	gone   []*Record                   // since settle, some of them added in between
	day    appeal.Date                 // that the verdicts are of

	readyAt uint64 // the index's version at which every record was found ready; 0 = none
}

func (x *index) list(profileID string) *list {
	l := x.lists[profileID]
	if l == nil {
		l = &list{orders: map[query.SortKey][]*Record{}}
		x.lists[profileID] = l
	}
	return l
}

// count is how many records there are, also before they are settled.
func (l *list) count() int { return len(l.all) + len(l.added) - len(l.gone) }

func (x *index) add(rec *ledger.Record) {
	x.share(&rec.Appeal)
	f := x.factsOf(rec)
	l := x.list(rec.Appeal.ProfileID)
	l.added = append(l.added, f)
	x.byID[rec.Appeal.ID] = f
}

func (x *index) remove(f *Record) {
	f.Removed = true
	delete(x.byID, f.Appeal.ID)
	l := x.list(f.Appeal.ProfileID)
	l.gone = append(l.gone, f)
}

// settled returns the list of a profile with all changes worked in.
func (r *Register) settled(profileID string) *list {
	l := r.index.list(profileID)
	if len(l.added) > 0 || len(l.gone) > 0 {
		l.settle(r)
	}
	if today := r.office.Today(); l.day != today {
		l.day = today
		l.forgetFindings()
		r.index.version++
	}
	return l
}

// FinishLoad finishes what [App.load] began, so that the first opening of the
// register is as quick as any.
func (r *Register) FinishLoad() {
	r.JournalChanged()
	r.settled(r.office.Active)
}

// ForgetVerdicts makes all records be checked again, after a profile or the
// format has changed.
func (r *Register) ForgetVerdicts() {
	for _, rec := range r.index.byID {
		rec.checked, rec.EntryHash = "", ""
	}
	r.verdictsChanged()
}

// forgetFindings makes nothing of what was judged: the day has changed, or the
// profile or the format.
func (l *list) forgetFindings() {
	for _, f := range slices.Concat(l.all, l.added) {
		f.Judged = false
	}
	l.forgetOrders()
}

// forgetOrders drops the orders by verdicts.
func (l *list) forgetOrders() {
	for _, c := range columns {
		if c.verdict {
			delete(l.orders, c.key)
		}
	}
}

// settle takes out what is gone and puts in what was added. A few find their
// places in the orders that are known; for many it is quicker to sort anew.
// Readers of the old slices are not disturbed. Orders by verdicts go: another
// record's verdict may have changed with these.
func (l *list) settle(a *Register) {
	isGone := func(f *Record) bool { return f.Removed }
	added := slices.DeleteFunc(l.added, isGone)
	if len(added)+len(l.gone) > len(l.all)/16 {
		l.all = slices.DeleteFunc(slices.Concat(l.all, added), isGone)
		slices.SortFunc(l.all, byAge)
		clear(l.orders)
	} else {
		l.all = byModified.changed(a, l.all, l.gone, added)
		l.forgetOrders()
		for key, order := range l.orders {
			l.orders[key] = columnOf(key).changed(a, order, l.gone, added)
		}
	}
	l.added, l.gone = nil, nil
	a.index.version++
	l.months = make([]int, len(a.index.months.values))
	for _, f := range l.all {
		l.months[f.month]++
	}
}

// ask numbers the words of a query. A query that only goes on with the last
// one, letters or words, keeps its number: what missed that misses this too.
func (x *index) ask(w query.Words) uint32 {
	if !w.Refines(&x.words) {
		x.query++
	}
	x.words = w
	return x.query
}

// ByNumber returns a profile's records in the order of their numbers.
func (r *Register) ByNumber(id string) []*Record {
	l := r.settled(id)
	list := make([]*Record, 0, len(l.all))
	for f := range l.in(r, query.ByNumber, false) {
		list = append(list, f)
	}
	return list
}

// Added puts a record into all that is worked out of records.
func (r *Register) Added(rec *ledger.Record) { r.index.add(rec) }

// Removed takes a record out of all that was worked out of it.
func (r *Register) Removed(rec *ledger.Record) {
	if f := r.index.byID[rec.Appeal.ID]; f != nil {
		r.index.remove(f)
		r.dups.remove(f)
	}
}

// Find returns the record of an appeal of any profile.
func (r *Register) Find(id string) (*Record, error) {
	rec, ok := r.index.byID[id]
	if !ok {
		return nil, fmt.Errorf("appeal %s: %w", id, store.ErrNotFound)
	}
	return rec, nil
}

// Get returns the record of an appeal of any profile, nil = there is none.
func (r *Register) Get(id string) *Record { return r.index.byID[id] }

// All yields the records of all profiles by their ids, in no order.
func (r *Register) All() iter.Seq2[string, *Record] { return maps.All(r.index.byID) }

// ByModified returns the records of a profile, by the time of their last change. The
// slice is not to be written to.
func (r *Register) ByModified(profileID string) []*Record { return r.settled(profileID).all }

// CountOf returns how many records a profile has.
func (r *Register) CountOf(profileID string) int { return r.index.list(profileID).count() }
