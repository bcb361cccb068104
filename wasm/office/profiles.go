package office

import (
	"cmp"
	"encoding/json"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// LoadProfile takes a row of [store.Profiles].
func (o *Office) LoadProfile(r store.Row) error {
	var p appeal.Profile
	if err := json.Unmarshal(r.Data, &p); err != nil {
		return err
	}
	p.Rev = r.Rev // the row was written with the one before
	o.Profiles = append(o.Profiles, p)
	return nil
}

// FirstID is the id of the profile that is there from the start. It is fixed:
// two tabs that start at once must not make two.
const FirstID = "first"

// EnsureActive makes one profile active when none is: the one from the start, or
// that with the smallest id, so that a restart comes to the same.
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

// ActiveProfile is the profile whose register is shown and to which new appeals belong.
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

// Author is the name that history and actions keep.
func (o *Office) Author() string {
	p, _ := o.Profile(o.Active)
	return p.PersonName
}
