package app

import (
	"cmp"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/store"
)

// replaceDamagedProfiles makes a profile for each damaged one, from what the journal stored of it: without a profile
// its appeals would be in no register.
func (a *App) replaceDamagedProfiles() {
	for _, x := range a.ledger.Aside {
		if _, there := a.office.Profile(x.Row.Key); x.FromBackup || x.Table != store.Profiles || there {
			continue
		}
		p := appeal.Profile{ID: x.Row.Key}
		latest := slices.MaxFunc(append(a.journal.Rows, journal.Row{}), func(x, y journal.Row) int {
			return cmp.Or(cmp.Compare(matches(x, p.ID), matches(y, p.ID)), x.Created.Compare(y.Created))
		})
		if latest.Profile.ID == p.ID {
			p = latest.Profile
		}
		p.Rev = x.Row.Rev // so that saving the profile replaces the damaged row
		a.office.Profiles = append(a.office.Profiles, p)
	}
}

func matches(row journal.Row, profileID string) int {
	if row.Profile.ID == profileID {
		return 1
	}
	return 0
}
