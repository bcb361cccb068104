package packs

import (
	"encoding/json"
	"sort"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// Body is a body (орган) that questions are passed on to.
type Body struct {
	DepartmentID string `json:"departmentId"`
	Name         string `json:"name"`
}

// BodyKey returns the key in [store.Bodies] of the body with a GUID.
func BodyKey(id string) string { return strings.ToLower(id) }

// LoadBody puts a row of [store.Bodies] into memory.
func (e *Editions) LoadBody(r store.Row) error {
	var b Body
	if err := json.Unmarshal(r.Data, &b); err != nil {
		return err
	}
	e.Bodies[r.Key] = b
	return nil
}

// RememberBodies returns the writes that store unknown recipients of the appeals, if they have a name and a GUID, and a
// function that puts them into memory after the write. It is a hook of the ledger.
func (e *Editions) RememberBodies(states []*appeal.Appeal) (ops []store.Op, done func(), err error) {
	var bodies []Body
	for _, ap := range states {
		for _, q := range ap.Questions {
			for _, t := range q.Transfers {
				if e.BodyName(t.DepartmentID) == "" && t.DepartmentName != "" && appeal.IsGUID(t.DepartmentID) {
					bodies = append(bodies, Body{t.DepartmentID, t.DepartmentName})
				}
			}
		}
	}
	for _, b := range bodies {
		o, err := ledger.Op(store.Bodies, BodyKey(b.DepartmentID), store.AnyRev, b)
		if err != nil {
			return nil, nil, err
		}
		ops = append(ops, o)
	}
	return ops, func() {
		for _, b := range bodies {
			e.Bodies[BodyKey(b.DepartmentID)] = b
		}
	}, nil
}

// BodyName returns the name of a body, from those entered here or from the loaded directory; "" = unknown.
func (e *Editions) BodyName(id string) string {
	if own, ok := e.Bodies[BodyKey(id)]; ok {
		return own.Name
	}
	return e.Directory.byKey[BodyKey(id)]
}

// bodyByName returns the id of the only body with the name; "" if there is none, or several to choose from.
func (e *Editions) bodyByName(name string) string {
	if ids := e.BodiesByName(name); len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// BodiesByName returns the ids of the bodies with the name: of those entered here, or if there is none, of the loaded
// directory.
func (e *Editions) BodiesByName(name string) []string {
	want := classifier.Fold(name)
	if want == "" {
		return nil
	}
	var own []string
	for _, b := range e.Bodies {
		if classifier.Fold(b.Name) == want {
			own = append(own, b.DepartmentID)
		}
	}
	if len(own) > 0 || e.Directory.byName == nil {
		return own
	}
	return e.Directory.byName()[want]
}

// SearchBodiesRes has the bodies that match, the best matches first, and equal matches by name.
type SearchBodiesRes struct {
	Bodies []BodyRow `json:"bodies"` // the first [maxBodyRows]
	Total  int       `json:"total"`
	// Meant is what was searched, if the text was typed in the other keyboard layout; "" = the text itself.
	Meant string `json:"meant"`
}

// BodyRow is a body with its origin.
type BodyRow struct {
	Body
	Own bool `json:"own"` // entered here, not from the loaded directory
}

// maxBodyRows limits the bodies to what a screen can show.
const maxBodyRows = 100

// SearchBodies finds bodies by words of the name or a part of the GUID; an empty text finds all.
func (e *Editions) SearchBodies(text string) SearchBodiesRes {
	w := query.ReadWords(text)
	if whole := query.Fold([]string{text}); whole != "" {
		w.Numbers = append(w.Numbers, whole) // a body with exactly this name comes first
	}
	var found []foundBody
	take := func(row BodyRow, text bodyText) {
		if w.In(text.folded) {
			name, others, _ := strings.Cut(text.folded, query.FieldBreak)
			found = append(found, foundBody{row, w.Rank(name, others), text.order})
		}
	}
	for _, b := range e.Bodies {
		take(BodyRow{b, true}, textOf(&b))
	}
	sort.Slice(found, func(i, j int) bool { return found[i].order < found[j].order })
	for i := range e.Directory.Rows { // in order
		row := &e.Directory.Rows[i]
		if _, own := e.Bodies[row.key]; !own {
			take(BodyRow{row.Body, false}, row.bodyText)
		}
	}
	res := SearchBodiesRes{Bodies: []BodyRow{}, Total: len(found)}
	found = query.ByRank(found, func(b foundBody) query.Rank { return b.rank })
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
	rank  query.Rank
	order string
}

// bodyText has the text of a body for the search and its sort key.
type bodyText struct {
	folded string // name and GUID, see [query.Fold]
	order  string // by name, see [query.NumberKey]
}

func textOf(b *Body) bodyText {
	return bodyText{query.Fold([]string{b.Name, b.DepartmentID}), query.NumberKey(query.Fold([]string{b.Name}))}
}
