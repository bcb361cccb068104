package office

import (
	"cmp"
	"encoding/json"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// LoadProfile puts a row of [store.Profiles] into memory.
func (o *Office) LoadProfile(r store.Row) error {
	var p appeal.Profile
	if err := json.Unmarshal(r.Data, &p); err != nil {
		return err
	}
	p.Rev = r.Rev // the JSON has the revision before the write
	o.Profiles = append(o.Profiles, p)
	return nil
}

// FirstID is the id of the profile that the program creates at its first start. It is fixed, so that two tabs that
// start at the same time do not create two.
const FirstID = "first"

// EnsureActive makes a profile active if none is: the one with [FirstID], or that with the smallest id, so that the
// choice is the same after each start. There must be a profile.
func (o *Office) EnsureActive() {
	if _, ok := o.Profile(o.Active); ok {
		return
	}
	if _, ok := o.Profile(FirstID); ok {
		o.Active = FirstID
		return
	}
	byID := func(x, y appeal.Profile) int { return cmp.Compare(x.ID, y.ID) }
	o.Active = slices.MinFunc(o.Profiles, byID).ID
}

// ActiveProfile returns the profile whose register is shown and which new appeals belong to.
func (o *Office) ActiveProfile() appeal.Profile {
	p, _ := o.Profile(o.Active)
	return p
}

// Profile returns the profile with an id.
func (o *Office) Profile(id string) (appeal.Profile, bool) {
	for _, p := range o.Profiles {
		if p.ID == id {
			return p, true
		}
	}
	return appeal.Profile{}, false
}

// Author returns the name of the responsible person, for history and actions.
func (o *Office) Author() string {
	p, _ := o.Profile(o.Active)
	return p.PersonName
}
