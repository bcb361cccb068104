package app

import (
	"context"
	"encoding/json"
	"sort"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/layout"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Body is an орган that questions are sent to, as this office has typed it.
type Body struct {
	DepartmentID string `json:"departmentId"`
	Name         string `json:"name"`
}

func bodyKey(id string) string { return strings.ToLower(id) }

func (a *App) takeBody(r store.Row) error {
	var b Body
	if err := json.Unmarshal(r.Data, &b); err != nil {
		return err
	}
	a.bodies[r.Key] = b
	return nil
}

// rememberBodies returns the writes that remember the recipients of some appeals
// which have a name and an id and are not known yet.
func (a *App) rememberBodies(states []*appeal.Appeal) (ops []store.Op, done func(), err error) {
	var bodies []Body
	for _, ap := range states {
		for _, q := range ap.Questions {
			for _, t := range q.Transfers {
				if a.bodyName(t.DepartmentID) == "" && t.DepartmentName != "" && appeal.IsGUID(t.DepartmentID) {
					bodies = append(bodies, Body{t.DepartmentID, t.DepartmentName})
				}
			}
		}
	}
	for _, b := range bodies {
		o, err := op(store.Bodies, bodyKey(b.DepartmentID), store.AnyRev, b)
		if err != nil {
			return nil, nil, err
		}
		ops = append(ops, o)
	}
	return ops, func() {
		for _, b := range bodies {
			a.bodies[bodyKey(b.DepartmentID)] = b
		}
	}, nil
}

// bodyName is the name that this office or the loaded directory has for an id.
func (a *App) bodyName(id string) string {
	if own, ok := a.bodies[bodyKey(id)]; ok {
		return own.Name
	}
	return a.directory.byKey[bodyKey(id)]
}

// bodyByName returns the id of the one body with the name; "" when there is
// none or several: which one is meant, only the clerk knows.
func (a *App) bodyByName(name string) string {
	if ids := a.bodiesByName(name); len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// bodiesByName returns the ids of the bodies with the name. Own entries go
// before the loaded directory.
func (a *App) bodiesByName(name string) []string {
	want := classifier.Fold(name)
	if want == "" {
		return nil
	}
	var own []string
	for _, b := range a.bodies {
		if classifier.Fold(b.Name) == want {
			own = append(own, b.DepartmentID)
		}
	}
	if len(own) > 0 || a.directory.byName == nil {
		return own
	}
	return a.directory.byName()[want]
}

// SearchBodiesReq asks for bodies by words of the name or part of the GUID.
type SearchBodiesReq struct {
	Query string `json:"query"` // empty = all
}

// SearchBodiesRes lists them by name; those that what was typed fits better come first.
type SearchBodiesRes struct {
	Bodies []BodyRow `json:"bodies"` // the first maxBodyRows
	Total  int       `json:"total"`
	Meant  string    `json:"meant"` // as in [SearchCodesRes]
}

// BodyRow is a body with where it comes from.
type BodyRow struct {
	Body
	Own bool `json:"own"` // entered here, not from the loaded directory
}

// maxBodyRows is how many bodies a screen can use.
const maxBodyRows = 100

// SearchBodies finds bodies of the directory, and those used or entered here.
func (a *App) SearchBodies(_ context.Context, req SearchBodiesReq) (SearchBodiesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := a.searchBodies(req.Query)
	for _, other := range layout.Others(req.Query) {
		if res.Total == 0 {
			if res = a.searchBodies(other); res.Total > 0 {
				res.Meant = other
			}
		}
	}
	return res, nil
}

func (a *App) searchBodies(query string) SearchBodiesRes {
	w := readWords(query)
	if whole := fold([]string{query}); whole != "" {
		w.numbers = append(w.numbers, whole) // the name itself comes first
	}
	var found []foundBody
	take := func(row BodyRow, text bodyText) {
		if w.in(text.folded) {
			name, others, _ := strings.Cut(text.folded, fieldBreak)
			found = append(found, foundBody{row, w.rank(name, others), text.order})
		}
	}
	for _, b := range a.bodies {
		take(BodyRow{b, true}, textOf(&b))
	}
	sort.Slice(found, func(i, j int) bool { return found[i].order < found[j].order })
	for i := range a.directory.rows { // in order
		row := &a.directory.rows[i]
		if _, own := a.bodies[row.key]; !own {
			take(BodyRow{row.Body, false}, row.bodyText)
		}
	}
	res := SearchBodiesRes{Bodies: []BodyRow{}, Total: len(found)}
	found = byRank(found, func(b foundBody) rank { return b.rank })
	found = found[:min(len(found), maxBodyRows)]
	sort.SliceStable(found, func(i, j int) bool {
		x, y := &found[i], &found[j]
		return x.rank < y.rank || x.rank == y.rank && x.order < y.order
	})
	for _, b := range found {
		res.Bodies = append(res.Bodies, b.BodyRow)
	}
	return res
}

type foundBody struct {
	BodyRow
	rank  rank
	order string
}

// bodyText is a body as it is looked for and ordered.
type bodyText struct {
	folded string // name and GUID, see [fold]
	order  string // of names, see [numberKey]
}

func textOf(b *Body) bodyText {
	return bodyText{fold([]string{b.Name, b.DepartmentID}), numberKey(fold([]string{b.Name}))}
}

// SaveBodyReq adds or renames a body.
type SaveBodyReq struct {
	Body Body `json:"body"`
}

// SaveBodyRes is the list after it, and what the new body has settled.
type SaveBodyRes struct {
	SearchBodiesRes
	Matched MatchedRes `json:"matched"`
}

// SaveBody enters a body by hand (story 14). A GUID of the wrong shape or a
// missing name is refused with the reason. Recipients of that name get it.
func (a *App) SaveBody(ctx context.Context, req SaveBodyReq) (SaveBodyRes, error) {
	b := Body{strings.Trim(strings.TrimSpace(req.Body.DepartmentID), "{}"), strings.TrimSpace(req.Body.Name)}
	if b.Name == "" {
		return SaveBodyRes{}, rpc.Problem("name", "Не указано наименование органа.", "Впишите наименование так, как будете его искать.")
	}
	if !appeal.IsGUID(b.DepartmentID) {
		return SaveBodyRes{}, rpc.Problem("departmentId", "Идентификатор органа записан неверно.",
			"Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12.")
	}
	var matched MatchedRes
	err := held(a.mu, func() (err error) {
		if _, err = a.put(ctx, store.Bodies, bodyKey(b.DepartmentID), store.AnyRev, b); err != nil {
			return err
		}
		a.bodies[bodyKey(b.DepartmentID)] = b
		matched, err = a.matchNames(ctx)
		return err
	})
	if err != nil {
		return SaveBodyRes{}, explain.Error(err)
	}
	list, err := a.SearchBodies(ctx, SearchBodiesReq{})
	return SaveBodyRes{list, matched}, err
}

// DeleteBody takes a body out of the list; appeals that name it keep it.
func (a *App) DeleteBody(ctx context.Context, req SaveBodyReq) (SearchBodiesRes, error) {
	key := bodyKey(req.Body.DepartmentID)
	err := held(a.mu, func() error {
		if _, known := a.bodies[key]; !known {
			return store.ErrNotFound
		}
		_, err := a.store.Write(ctx, []store.Op{{Table: store.Bodies, Key: key, Rev: store.AnyRev}})
		if err == nil {
			delete(a.bodies, key)
		}
		return err
	})
	if err != nil {
		return SearchBodiesRes{}, explain.Error(err)
	}
	return a.SearchBodies(ctx, SearchBodiesReq{})
}
