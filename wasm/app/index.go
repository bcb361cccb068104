package app

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

// index is what the register knows of the appeals beside the appeals
// themselves, so that a view of 100,000 needs no sorting and no folding.
// [App.keep] and [App.drop] tell it of every change.
type index struct {
	months   vocabulary[appeal.Month]
	codes    vocabulary[string]
	texts    vocabulary[string]           // strings that many appeals share
	lists    map[string]*list             // by profile
	exported map[string]sent              // by appeal: in the last archive that held it
	bodies   map[string]string            // recipients, folded
	verdicts map[string]rules.CodeVerdict // of the classifier, by code
}

func newIndex() index {
	return index{lists: map[string]*list{}, bodies: map[string]string{}, verdicts: map[string]rules.CodeVerdict{}}
}

// list is a profile's part of the register.
type list struct {
	all    []*facts             // in no order, none of them gone
	orders map[SortKey][]*facts // upwards; worked out when first asked for
	months []int                // how many appeals, by number of the month
	added  []*facts             // since settle, some of them gone again
	gone   int                  // records that went since settle
	day    appeal.Date          // that the verdicts are of
}

func (x *index) list(profileID string) *list {
	l := x.lists[profileID]
	if l == nil {
		l = &list{orders: map[SortKey][]*facts{}}
		x.lists[profileID] = l
	}
	return l
}

func (x *index) add(rec *record) {
	x.share(&rec.appeal)
	rec.facts = x.factsOf(rec)
	l := x.list(rec.appeal.ProfileID)
	l.added = append(l.added, rec.facts)
}

func (x *index) remove(rec *record) {
	rec.facts.gone = true
	x.list(rec.appeal.ProfileID).gone++
}

// settled returns the list of a profile with all changes worked in.
func (a *App) settled(profileID string) *list {
	l := a.index.list(profileID)
	if len(l.added) > 0 || l.gone > 0 {
		l.settle(a)
	}
	if today := a.today(); l.day != today {
		l.day = today
		l.forgetFindings()
	}
	return l
}

// loaded finishes what [App.load] began, so that the first opening of the
// register is as quick as any.
func (a *App) loaded() {
	a.journalChanged()
	l := a.settled(a.active)
	l.order(a, columns[0])
}

// forgetFindings makes nothing of what was judged: the day has changed, or the
// profile or the format.
func (l *list) forgetFindings() {
	for _, f := range l.all {
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

// settle takes out what is gone and puts in what was added. A few go to their
// places in the orders that are known; many are cheaper to sort anew.
func (l *list) settle(a *App) {
	added := slices.DeleteFunc(l.added, isGone)
	if len(added) > len(l.all)/16 {
		clear(l.orders)
	}
	l.all = append(without(l.all, l.gone), added...)
	for key, order := range l.orders {
		l.orders[key] = a.insert(key, without(order, l.gone), added)
	}
	l.added, l.gone = nil, 0
	l.months = make([]int, len(a.index.months.values))
	for _, f := range l.all {
		l.months[f.month]++
	}
}

func isGone(f *facts) bool { return f.gone }

// without returns a copy without the records that are gone: a reader of the
// old one is not disturbed.
func without(list []*facts, gone int) []*facts {
	if gone == 0 {
		return slices.Clip(list)
	}
	out := make([]*facts, 0, len(list))
	for _, f := range list {
		if !f.gone {
			out = append(out, f)
		}
	}
	return out
}

// ofProfile returns a profile's records in the order of their numbers.
func (a *App) ofProfile(id string) []*record {
	l := a.settled(id)
	list := make([]*record, 0, len(l.all))
	for f := range l.in(a, ByNumber, false) {
		list = append(list, f.rec)
	}
	return list
}
