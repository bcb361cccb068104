package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// ProfilesReq is empty.
type ProfilesReq struct{}

// ProfilesRes lists the profiles.
type ProfilesRes struct {
	Profiles []ProfileRow `json:"profiles"`
	Active   string       `json:"active"`
}

// ProfileRow is a profile with its findings.
type ProfileRow struct {
	Profile  appeal.Profile  `json:"profile"`
	Findings []rules.Finding `json:"findings"`
	Appeals  int             `json:"appeals"` // number of its appeals
}

// Profiles returns all profiles and which one is active.
func (a *App) Profiles(context.Context, ProfilesReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.profilesRes(), nil
}

func (a *App) profilesRes() ProfilesRes {
	res := ProfilesRes{Profiles: []ProfileRow{}, Active: a.office.Active}
	for _, p := range a.office.Profiles {
		res.Profiles = append(res.Profiles, ProfileRow{p, a.register.CheckProfile(p), a.register.CountOf(p.ID)})
	}
	return res
}

// firstProfile creates a profile if there is none, and makes one active.
func (a *App) firstProfile(ctx context.Context) error {
	if len(a.office.Profiles) == 0 {
		first := appeal.Profile{ID: office.FirstID}
		rev, err := a.ledger.Put(ctx, store.Profiles, first.ID, 0, first)
		if err != nil && !errors.Is(err, store.ErrConflict) {
			return err
		}
		first.Rev = max(rev, 1)
		a.office.Profiles = append(a.office.Profiles, first)
	}
	a.office.EnsureActive()
	return nil
}

// SaveProfileReq has a profile to store; an empty ID makes a new one.
type SaveProfileReq struct {
	Profile appeal.Profile `json:"profile"`
}

// SaveProfileRes has the stored profile and its findings.
type SaveProfileRes struct {
	Profile  appeal.Profile  `json:"profile"`
	Findings []rules.Finding `json:"findings"`
}

// SaveProfile stores a profile, with or without errors, and returns its findings.
func (a *App) SaveProfile(ctx context.Context, req SaveProfileReq) (SaveProfileRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := req.Profile
	for _, field := range []*string{&p.Name, &p.DepartmentID, &p.PersonID, &p.PersonName, &p.Position} {
		*field = strings.TrimSpace(*field)
	}
	p.DepartmentID = strings.Trim(p.DepartmentID, "{}")
	if p.ID == "" {
		p.ID = ledger.NewID()
	}
	rev, err := a.ledger.Put(ctx, store.Profiles, p.ID, p.Rev, p)
	if err != nil {
		return SaveProfileRes{}, explain.Error(err)
	}
	p.Rev = rev
	at := slices.IndexFunc(a.office.Profiles, func(have appeal.Profile) bool { return have.ID == p.ID })
	if at < 0 {
		a.office.Profiles = append(a.office.Profiles, p)
	} else {
		a.office.Profiles[at] = p
	}
	a.forget()
	return SaveProfileRes{p, a.register.CheckProfile(p)}, nil
}

// ProfileIDReq names a profile.
type ProfileIDReq struct {
	ID string `json:"id"`
}

// ActivateProfile makes a profile active: the page shows its register, and new appeals belong to it.
func (a *App) ActivateProfile(ctx context.Context, req ProfileIDReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := a.office.Profile(req.ID); !ok {
		return ProfilesRes{}, explain.Error(store.ErrNotFound)
	}
	if _, err := a.ledger.Put(ctx, store.Settings, office.SettingActive, store.AnyRev, req.ID); err != nil {
		return ProfilesRes{}, explain.Error(err)
	}
	a.office.Active = req.ID
	return a.profilesRes(), nil
}

// DeleteProfile deletes a profile without appeals.
func (a *App) DeleteProfile(ctx context.Context, req ProfileIDReq) (ProfilesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.office.Profiles) == 1 {
		return ProfilesRes{}, rpc.Problem("last", "Это единственный профиль.", "Исправьте его поля вместо удаления.")
	}
	for _, rec := range a.register.All() {
		if rec.Appeal.ProfileID == req.ID {
			return ProfilesRes{},
				rpc.Problem("inUse", "В этом профиле есть обращения.", "Сначала удалите их из реестра этого органа.")
		}
	}
	if _, err := a.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Profiles, Key: req.ID, Rev: store.AnyRev}}); err != nil {
		return ProfilesRes{}, explain.Error(err)
	}
	a.office.Profiles = slices.DeleteFunc(a.office.Profiles, func(p appeal.Profile) bool { return p.ID == req.ID })
	a.office.EnsureActive()
	return a.profilesRes(), nil
}
