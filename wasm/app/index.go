package app

import (
	"fmt"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// index is what the register knows of the appeals beside the appeals
// themselves, so that a view of 100,000 needs no sorting and no folding.
// [App.keep] and [App.drop] tell it of every change.
type index struct {
	months       vocabulary[appeal.Month]
	codes        vocabulary[string]
	texts        vocabulary[string]     // strings that many appeals share
	byID         map[string]*facts      // of all profiles
	lists        map[string]*list       // by profile
	exported     map[string]sent        // by appeal: in the last archive that held it
	zeros        map[bodyMonth]*Archive // months that were reported as empty, and by what
	words        words                  // of the last query
	query        uint32                 // its number; never 0
	bodies       vocabulary[string]     // recipients: name, fieldBreak, GUID
	foldedBodies []string               // of bodies, as far as words were looked for in them
	shown        shown
	version      uint64 // from 1; grows when a list, a verdict, a record's doubles or the journal change
}

func newIndex() index {
	return index{byID: map[string]*facts{}, lists: map[string]*list{}, query: 1, version: 1}
}

// list is a profile's part of the register.
type list struct {
	all    []*facts             // by time of the last change, none of them gone
	orders map[SortKey][]*facts // upwards; worked out when first asked for
	months []int                // how many appeals, by number of the month
	added  []*facts             // since settle, some of them gone again
	gone   []*facts             // since settle, some of them added in between
	day    appeal.Date          // that the verdicts are of

	readyAt uint64 // the index's version at which every record was found ready; 0 = none
}

func (x *index) list(profileID string) *list {
	l := x.lists[profileID]
	if l == nil {
		l = &list{orders: map[SortKey][]*facts{}}
		x.lists[profileID] = l
	}
	return l
}

// count is how many records there are, also before they are settled.
func (l *list) count() int { return len(l.all) + len(l.added) - len(l.gone) }

func (x *index) add(rec *record) {
	x.share(&rec.appeal)
	f := x.factsOf(rec)
	l := x.list(rec.appeal.ProfileID)
	l.added = append(l.added, f)
	x.byID[rec.appeal.ID] = f
}

func (x *index) remove(f *facts) {
	f.gone = true
	delete(x.byID, f.appeal.ID)
	l := x.list(f.appeal.ProfileID)
	l.gone = append(l.gone, f)
}

// settled returns the list of a profile with all changes worked in.
func (a *App) settled(profileID string) *list {
	l := a.index.list(profileID)
	if len(l.added) > 0 || len(l.gone) > 0 {
		l.settle(a)
	}
	if today := a.today(); l.day != today {
		l.day = today
		l.forgetFindings()
		a.index.version++
	}
	return l
}

// loaded finishes what [App.load] began, so that the first opening of the
// register is as quick as any.
func (a *App) loaded() {
	a.journalChanged()
	a.settled(a.active)
}

// forgetVerdicts makes all records be checked again, after a profile or the
// format has changed.
func (a *App) forgetVerdicts() {
	for _, rec := range a.index.byID {
		rec.checked, rec.hash = "", ""
	}
	a.verdictsChanged()
}

// forgetFindings makes nothing of what was judged: the day has changed, or the
// profile or the format.
func (l *list) forgetFindings() {
	for _, f := range slices.Concat(l.all, l.added) {
		f.judged = false
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
func (l *list) settle(a *App) {
	isGone := func(f *facts) bool { return f.gone }
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
func (x *index) ask(w words) uint32 {
	if !w.goesOnWith(&x.words) {
		x.query++
	}
	x.words = w
	return x.query
}

// ofProfile returns a profile's records in the order of their numbers.
func (a *App) ofProfile(id string) []*facts {
	l := a.settled(id)
	list := make([]*facts, 0, len(l.all))
	for f := range l.in(a, ByNumber, false) {
		list = append(list, f)
	}
	return list
}

// added puts a record into all that is worked out of records.
func (a *App) added(rec *record) { a.index.add(rec) }

// removed takes a record out of all that was worked out of it.
func (a *App) removed(rec *record) {
	if f := a.index.byID[rec.appeal.ID]; f != nil {
		a.index.remove(f)
		a.dups.remove(f)
	}
}

// find returns the record of an appeal of any profile.
func (a *App) find(id string) (*facts, error) {
	rec, ok := a.index.byID[id]
	if !ok {
		return nil, fmt.Errorf("appeal %s: %w", id, store.ErrNotFound)
	}
	return rec, nil
}
