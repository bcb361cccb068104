package app

import (
	"context"
	"encoding/json"
	"errors"

	"rroform/wasm/explain"
	"rroform/wasm/office"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
)

// HelloReq is the first message of the page; Build is the hash of the page's build.
type HelloReq struct {
	Build string `json:"build"`
}

// HelloRes describes the core and its store.
type HelloRes struct {
	Build      string `json:"build"`
	Version    string `json:"version"`
	Classifier string `json:"classifier"` // edition, dd.mm.yyyy
	Format     string `json:"format"`     // name and version of the format profile
	Memory     bool   `json:"memory"`     // the store is in memory only: there is no IndexedDB
	DiskFails  bool   `json:"diskFails"`  // … because the browser could not open its storage
	Empty      bool   `json:"empty"`      // no appeals and no completed profile: the first start, or the file was moved
	Today      string `json:"today"`      // yyyy-MM-dd by the clerk's clock
	Backup     string `json:"backup"`     // time of the last backup, RFC 3339; "" = never
	Damaged    int    `json:"damaged"`    // number of damaged rows that were set aside, see [App.Damaged]
	Failing    int    `json:"failing"`    // number of rows on which the program fails, set aside too
	// time of the latest record if it is later than the clock, which is wrong then; "" = it is not
	Ahead    string `json:"ahead"`
	Locked   bool   `json:"locked"`   // nothing is read yet: the page asks for the passphrase, see [App.Unlock]
	Stripped bool   `json:"stripped"` // cannot be unlocked: rows are encrypted, and the row with the key is lost
	Guarded  bool   `json:"guarded"`  // the store is encrypted under a passphrase
	AutoLock int    `json:"autoLock"` // minutes without input before the register locks
}

// Hello opens the store and reads everything, on the first call. After a failure the next call tries
// again.
func (a *App) Hello(ctx context.Context, _ HelloReq) (HelloRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.opened && !a.locked() {
		s, memory, err := a.openStore(ctx)
		if err != nil {
			return HelloRes{}, explain.Error(err)
		}
		a.ledger.Store, a.memory = s, memory
		a.vault, _ = s.(*vault.Vault)
		if err := a.firstLoad(ctx); err != nil {
			return HelloRes{}, err
		}
	}
	return a.hello(), nil
}

// firstLoad reads everything, unless the store is locked. After an error it closes the store, so that
// the next call opens it again.
func (a *App) firstLoad(ctx context.Context) error {
	if a.locked() {
		return nil
	}
	if err := a.load(ctx); err != nil {
		s := a.ledger.Store
		a.ledger.Store, a.vault = closedStore(), nil
		return errors.Join(explain.Error(err), s.Close())
	}
	a.opened = true
	return nil
}

func (a *App) hello() HelloRes {
	return HelloRes{Build: a.options.Build, Version: Version, Classifier: a.packs.Codes.Edition(),
		Format: a.office.Format.Name(),
		Memory: a.memory, DiskFails: a.diskFails, Empty: a.empty(), Today: string(a.office.Today()),
		Backup:  office.FormatTime(a.lastBackup),
		Damaged: len(a.ledger.Aside) - a.ledger.Failing(), Failing: a.ledger.Failing(), Ahead: a.ahead(),
		Locked: a.locked(), Stripped: a.vault != nil && a.vault.Stripped(),
		Guarded: a.vault != nil && a.vault.Guarded(), AutoLock: a.autoLock}
}

func (a *App) openStore(ctx context.Context) (s store.Store, memory bool, err error) {
	s, err = a.options.Open(ctx)
	if errors.Is(err, store.ErrNoStore) {
		a.diskFails = errors.Is(err, store.ErrDisk)
		return store.NewMemory(), true, nil
	}
	return s, false, err
}

func (a *App) empty() bool {
	return a.countAppeals() == 0 && len(a.office.Profiles) == 1 && a.office.Profiles[0].Name == ""
}

// ReloadReq is empty.
type ReloadReq struct{}

// ReloadRes is empty.
type ReloadRes struct{}

// Reload reads the store again after another tab has written to it.
func (a *App) Reload(ctx context.Context, _ ReloadReq) (ReloadRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return ReloadRes{}, explain.Error(a.load(ctx))
}

func (a *App) takeSetting(r store.Row) error {
	switch r.Key {
	case office.SettingActive:
		return setting(r, &a.office.Active)
	case office.SettingFormat:
		return setting(r, &a.office.Format)
	case office.SettingFavourites:
		return setting(r, &a.favourites)
	case office.SettingAutoLock:
		return setting(r, &a.autoLock)
	case office.SettingBackup:
		return setting(r, &a.lastBackup)
	}
	return nil // a setting of a newer version: ignored
}

// setting decodes a row into a setting. After an error the setting is unchanged.
func setting[T any](r store.Row, into *T) error {
	var v T
	if err := json.Unmarshal(r.Data, &v); err != nil {
		return err
	}
	*into = v
	return nil
}
