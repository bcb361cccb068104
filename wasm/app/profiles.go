package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// ProfilesReq asks for the profiles.
type ProfilesReq struct{}

// ProfilesRes lists the bodies that report from this register.
type ProfilesRes struct {
	Profiles []ProfileRow `json:"profiles"`
	Active   string       `json:"active"`
}

// ProfileRow is a profile with what is wrong in it.
type ProfileRow struct {
	Profile  appeal.Profile  `json:"profile"`
	Findings []rules.Finding `json:"findings"`
	Appeals  int             `json:"appeals"` // how many appeals belong to it
}

// Profiles returns all profiles and which one is active.
func (a *App) Profiles(context.Context, ProfilesReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.profilesRes(), nil
}

func (a *App) profilesRes() ProfilesRes {
	res := ProfilesRes{Profiles: []ProfileRow{}, Active: a.active}
	for _, p := range a.profiles {
		res.Profiles = append(res.Profiles, ProfileRow{p, a.checkProfile(p), a.index.list(p.ID).count()})
	}
	return res
}

func (a *App) checkProfile(p appeal.Profile) []rules.Finding {
	return rules.Check(rules.Subject{Profile: &p}, a.env(p.ID))
}

func (a *App) takeProfile(r store.Row) error {
	var p appeal.Profile
	if err := json.Unmarshal(r.Data, &p); err != nil {
		return err
	}
	p.Rev = r.Rev // the row was written with the one before
	a.profiles = append(a.profiles, p)
	return nil
}

// firstID is the id of the profile that is there from the start. It is fixed:
// two tabs that start at once must not make two.
const firstID = "first"

// firstProfile makes sure that there is a profile and that one is active.
func (a *App) firstProfile(ctx context.Context) error {
	if len(a.profiles) == 0 {
		first := appeal.Profile{ID: firstID}
		rev, err := a.put(ctx, store.Profiles, first.ID, 0, first)
		if err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
		first.Rev = max(rev, 1)
		a.profiles = append(a.profiles, first)
	}
	a.keepActive()
	return nil
}

// keepActive makes one profile active when none is: the one from the start, or
// that with the smallest id, so that a restart comes to the same.
func (a *App) keepActive() {
	if _, ok := a.profile(a.active); ok {
		return
	}
	if _, ok := a.profile(firstID); ok {
		a.active = firstID
		return
	}
	byID := func(x, y appeal.Profile) int { return cmp.Compare(x.ID, y.ID) }
	a.active = slices.MinFunc(a.profiles, byID).ID
}

func (a *App) activeProfile() appeal.Profile {
	p, _ := a.profile(a.active)
	return p
}

func (a *App) profile(id string) (appeal.Profile, bool) {
	for _, p := range a.profiles {
		if p.ID == id {
			return p, true
		}
	}
	return appeal.Profile{}, false
}

// SaveProfileReq stores a profile; an empty ID makes a new one.
type SaveProfileReq struct {
	Profile appeal.Profile `json:"profile"`
}

// SaveProfileRes returns it as stored.
type SaveProfileRes struct {
	Profile  appeal.Profile  `json:"profile"`
	Findings []rules.Finding `json:"findings"`
}

// SaveProfile stores what was typed, right or wrong, and says what is wrong.
func (a *App) SaveProfile(ctx context.Context, req SaveProfileReq) (SaveProfileRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := req.Profile
	for _, field := range []*string{&p.Name, &p.DepartmentID, &p.PersonID, &p.PersonName, &p.Position} {
		*field = strings.TrimSpace(*field)
	}
	p.DepartmentID = strings.Trim(p.DepartmentID, "{}")
	if p.ID == "" {
		p.ID = newID()
	}
	rev, err := a.put(ctx, store.Profiles, p.ID, p.Rev, p)
	if err != nil {
		return SaveProfileRes{}, explain.Error(err)
	}
	p.Rev = rev
	at := slices.IndexFunc(a.profiles, func(have appeal.Profile) bool { return have.ID == p.ID })
	if at < 0 {
		a.profiles = append(a.profiles, p)
	} else {
		a.profiles[at] = p
	}
	a.forget()
	return SaveProfileRes{p, a.checkProfile(p)}, nil
}

// ProfileIDReq names a profile.
type ProfileIDReq struct {
	ID string `json:"id"`
}

// ActivateProfile makes a profile the one whose register is shown and to which
// new appeals belong.
func (a *App) ActivateProfile(ctx context.Context, req ProfileIDReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.profile(req.ID); !ok {
		return ProfilesRes{}, explain.Error(store.ErrNotFound)
	}
	if _, err := a.put(ctx, store.Settings, settingActive, store.AnyRev, req.ID); err != nil {
		return ProfilesRes{}, explain.Error(err)
	}
	a.active = req.ID
	return a.profilesRes(), nil
}

// DeleteProfile removes a profile that no appeal belongs to.
func (a *App) DeleteProfile(ctx context.Context, req ProfileIDReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.profiles) == 1 {
		return ProfilesRes{}, rpc.Problem("last", "Это единственный профиль.", "Исправьте его поля вместо удаления.")
	}
	for _, rec := range a.index.byID {
		if rec.appeal.ProfileID == req.ID {
			return ProfilesRes{}, rpc.Problem("inUse", "В этом профиле есть обращения.", "Сначала удалите их из реестра этого органа.")
		}
	}
	if _, err := a.store.Write(ctx, []store.Op{{Table: store.Profiles, Key: req.ID, Rev: store.AnyRev}}); err != nil {
		return ProfilesRes{}, explain.Error(err)
	}
	a.profiles = slices.DeleteFunc(a.profiles, func(p appeal.Profile) bool { return p.ID == req.ID })
	a.keepActive()
	return a.profilesRes(), nil
}
