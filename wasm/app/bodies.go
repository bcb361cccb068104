package app

import (
	"context"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/layout"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// SearchBodiesReq has words of a name, or a part of a GUID.
type SearchBodiesReq struct {
	Query string `json:"query"` // empty = all
}

// SearchBodies finds bodies in the loaded directory and among those entered here. If it finds none, it
// tries the other keyboard layout.
func (a *App) SearchBodies(_ context.Context, req SearchBodiesReq) (packs.SearchBodiesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := a.packs.SearchBodies(req.Query)
	for _, other := range layout.Others(req.Query) {
		if res.Total == 0 {
			if res = a.packs.SearchBodies(other); res.Total > 0 {
				res.Meant = other
			}
		}
	}
	return res, nil
}

// SaveBodyReq has a body to add or rename.
type SaveBodyReq struct {
	Body packs.Body `json:"body"`
}

// SaveBodyRes has the first bodies of the list and what [App.matchNames] filled in.
type SaveBodyRes struct {
	packs.SearchBodiesRes
	Matched MatchedRes `json:"matched"`
}

// SaveBody adds or renames a body. It refuses a malformed GUID or a missing name. Recipients get the
// GUID if no other entered body has the name.
func (a *App) SaveBody(ctx context.Context, req SaveBodyReq) (SaveBodyRes, error) {
	b := packs.Body{DepartmentID: strings.Trim(strings.TrimSpace(req.Body.DepartmentID), "{}"),
		Name: strings.TrimSpace(req.Body.Name)}
	if b.Name == "" {
		return SaveBodyRes{},
			rpc.Problem("name", "Не указано наименование органа.", "Впишите наименование так, как будете его искать.")
	}
	if !appeal.IsGUID(b.DepartmentID) {
		return SaveBodyRes{}, rpc.Problem("departmentId", "Идентификатор органа записан неверно.",
			"Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12.")
	}
	var matched MatchedRes
	err := office.Locked(a.mu, func() (err error) {
		if _, err = a.ledger.Put(ctx, store.Bodies, packs.BodyKey(b.DepartmentID), store.AnyRev, b); err != nil {
			return err
		}
		a.packs.Bodies[packs.BodyKey(b.DepartmentID)] = b
		matched, err = a.matchNames(ctx)
		return err
	})
	if err != nil {
		return SaveBodyRes{}, explain.Error(err)
	}
	list, err := a.SearchBodies(ctx, SearchBodiesReq{})
	return SaveBodyRes{list, matched}, err
}

// DeleteBody deletes a body that was entered here. Appeals that name it stay as they are.
func (a *App) DeleteBody(ctx context.Context, req SaveBodyReq) (packs.SearchBodiesRes, error) {
	key := packs.BodyKey(req.Body.DepartmentID)
	err := office.Locked(a.mu, func() error {
		if _, known := a.packs.Bodies[key]; !known {
			return store.ErrNotFound
		}
		_, err := a.ledger.Store.Write(ctx, []store.Op{{Table: store.Bodies, Key: key, Rev: store.AnyRev}})
		if err == nil {
			delete(a.packs.Bodies, key)
		}
		return err
	})
	if err != nil {
		return packs.SearchBodiesRes{}, explain.Error(err)
	}
	return a.SearchBodies(ctx, SearchBodiesReq{})
}
