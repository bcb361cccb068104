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

// index holds what was derived from the appeals, so that a view of 100,000 of them needs no sorting
// and no preparation of text. [Register.Added] and [Register.Removed] keep it up to date.
type index struct {
	months       vocabulary[appeal.Month]
	codes        vocabulary[string]
	texts        vocabulary[string]             // strings that many appeals have in common
	byID         map[string]*Record             // of all profiles
	profiles     map[string]*profileList        // by profile
	sent         map[string]lastSent            // by id of an appeal: the last archive that held it
	zeros        map[bodyMonth]*journal.Archive // months with a zero report, and that report
	words        query.Words                    // of the last query
	queryNo      uint32                         // number of words; never 0
	bodies       vocabulary[string]             // recipients: name, [query.FieldBreak], GUID
	foldedBodies []string                       // the values of bodies, folded when words are first searched in them
	lastView     lastView
	version      uint64 // from 1; grows when records, findings, duplicates or the journal change
}

func newIndex() index {
	return index{byID: map[string]*Record{}, profiles: map[string]*profileList{}, queryNo: 1, version: 1}
}

// profileList is the part of the register that belongs to one profile.
type profileList struct {
	all     []*Record                   // by time of the last change; without added and removed
	orders  map[query.SortKey][]*Record // ascending; built at first use
	months  []int                       // number of appeals, by number of the month
	added   []*Record                   // since the last settle; may include removed ones
	removed []*Record                   // since the last settle; may include added ones
	day     appeal.Date                 // the day of the findings

	// readyVersion is the version of the index at which all records were ready, 0 = none. At that version no record
	// is visited to find out. It serves the benchmark line «come back to it», see [lastView].
	readyVersion uint64
}

func (x *index) profile(profileID string) *profileList {
	l := x.profiles[profileID]
	if l == nil {
		l = &profileList{orders: map[query.SortKey][]*Record{}}
		x.profiles[profileID] = l
	}
	return l
}

// count needs no settle.
func (l *profileList) count() int { return len(l.all) + len(l.added) - len(l.removed) }

func (x *index) add(stored *ledger.Record) {
	x.share(&stored.Appeal)
	rec := x.newRecord(stored)
	l := x.profile(rec.Appeal.ProfileID)
	l.added = append(l.added, rec)
	x.byID[rec.Appeal.ID] = rec
}

func (x *index) remove(rec *Record) {
	rec.Removed = true
	delete(x.byID, rec.Appeal.ID)
	l := x.profile(rec.Appeal.ProfileID)
	l.removed = append(l.removed, rec)
}

// settled returns the list of a profile after applying all changes to it.
func (r *Register) settled(profileID string) *profileList {
	l := r.index.profile(profileID)
	if len(l.added) > 0 || len(l.removed) > 0 {
		l.settle(r)
	}
	if today := r.office.Today(); l.day != today {
		l.day = today
		l.dropFindings()
		r.index.version++
	}
	return l
}

// FinishLoad reads the journal and sorts the active profile after all records were added, so that the
// first view is as quick as later ones.
func (r *Register) FinishLoad() {
	r.JournalChanged()
	r.settled(r.office.Active)
}

// ForgetVerdicts drops all findings and entry hashes. Call it after a profile or the format profile has changed.
func (r *Register) ForgetVerdicts() {
	for _, rec := range r.index.byID {
		rec.checked, rec.EntryHash = "", ""
	}
	r.verdictsChanged()
}

// dropFindings marks all records as not judged: the day, the profile or the format profile has changed.
func (l *profileList) dropFindings() {
	for _, rec := range slices.Concat(l.all, l.added) {
		rec.Judged = false
	}
	l.dropVolatileOrders()
}

// dropVolatileOrders drops the orders by volatile columns.
func (l *profileList) dropVolatileOrders() {
	for _, c := range columns {
		if c.volatile {
			delete(l.orders, c.key)
		}
	}
}

// settle applies additions and removals. A few records are inserted into the existing orders; for many it is
// quicker to sort again. It makes new slices, because callers may still read the old ones. Volatile orders are
// dropped: the findings of further records may have changed with these.
func (l *profileList) settle(r *Register) {
	isRemoved := func(rec *Record) bool { return rec.Removed }
	added := slices.DeleteFunc(l.added, isRemoved)
	if len(added)+len(l.removed) > len(l.all)/16 {
		l.all = slices.DeleteFunc(slices.Concat(l.all, added), isRemoved)
		slices.SortFunc(l.all, byAge)
		clear(l.orders)
	} else {
		l.all = byModified.changed(r, l.all, l.removed, added)
		l.dropVolatileOrders()
		for key, order := range l.orders {
			l.orders[key] = columnOf(key).changed(r, order, l.removed, added)
		}
	}
	l.added, l.removed = nil, nil
	r.index.version++
	l.months = make([]int, len(r.index.months.values))
	for _, rec := range l.all {
		l.months[rec.month]++
	}
}

// numberQuery returns a number for the words of a query. A query that only adds letters or words to the last one
// keeps its number: a record that did not match then does not match now.
func (x *index) numberQuery(w query.Words) uint32 {
	if !w.Refines(&x.words) {
		x.queryNo++
	}
	x.words = w
	return x.queryNo
}

// ByNumber returns the records of a profile in the order of their registration numbers.
func (r *Register) ByNumber(id string) []*Record {
	l := r.settled(id)
	list := make([]*Record, 0, len(l.all))
	for rec := range l.in(r, query.ByNumber, false) {
		list = append(list, rec)
	}
	return list
}

// Added puts a new record into the index. It is a hook of the ledger.
func (r *Register) Added(rec *ledger.Record) { r.index.add(rec) }

// Removed takes a record out of the index and of the duplicates. It is a hook of the ledger.
func (r *Register) Removed(rec *ledger.Record) {
	if rec := r.index.byID[rec.Appeal.ID]; rec != nil {
		r.index.remove(rec)
		r.dups.remove(rec)
	}
}

// Find returns the record of an appeal of any profile; the error wraps [store.ErrNotFound].
func (r *Register) Find(id string) (*Record, error) {
	rec, ok := r.index.byID[id]
	if !ok {
		return nil, fmt.Errorf("appeal %s: %w", id, store.ErrNotFound)
	}
	return rec, nil
}

// Get returns the record of an appeal of any profile, or nil.
func (r *Register) Get(id string) *Record { return r.index.byID[id] }

// All yields ids and records of all profiles in random order.
func (r *Register) All() iter.Seq2[string, *Record] { return maps.All(r.index.byID) }

// ByModified returns the records of a profile, by the time of their last change. Do not write to the slice.
func (r *Register) ByModified(profileID string) []*Record { return r.settled(profileID).all }

// CountOf returns the number of records of a profile.
func (r *Register) CountOf(profileID string) int { return r.index.profile(profileID).count() }
