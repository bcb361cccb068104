package tables

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/table"
)

// TablePreset is a mapping of columns that was saved under a name.
type TablePreset struct {
	ID       string            `json:"id"`
	Rev      int64             `json:"rev"`
	Name     string            `json:"name"`
	Fields   map[string]string `json:"fields"` // by title, see [table.Keys]; "" = ignored
	Defaults map[string]string `json:"defaults"`
	Signs    map[string]bool   `json:"signs,omitempty"`
}

const tablePresetKey = "preset/" // prefix of the keys in [store.Mappings], before the id

// TablePresetsReq is empty.
type TablePresetsReq struct{}

// TablePresetsRes lists the presets, sorted by name.
type TablePresetsRes struct {
	Presets []TablePreset `json:"presets"`
}

// TablePresets returns the saved mappings of columns.
func (ts *Tables) TablePresets(ctx context.Context, _ TablePresetsReq) (TablePresetsRes, error) {
	return ts.tablePresets(ctx)
}

func (ts *Tables) tablePresets(ctx context.Context) (TablePresetsRes, error) {
	res := TablePresetsRes{[]TablePreset{}}
	err := ts.mappings(ctx, tablePresetKey, func(row store.Row) error {
		var p TablePreset
		if json.Unmarshal(row.Data, &p) == nil { // else it makes no sense, and does no harm
			p.Rev = row.Rev
			res.Presets = append(res.Presets, p)
		}
		return nil
	})
	slices.SortStableFunc(res.Presets, func(x, y TablePreset) int {
		return strings.Compare(classifier.Fold(x.Name), classifier.Fold(y.Name))
	}) // names differ
	return res, err
}

// SaveTablePresetReq has the name for a new preset. It replaces a preset with the same name.
type SaveTablePresetReq struct {
	Table string `json:"table"` // id
	Name  string `json:"name"`
}

// SaveTablePreset saves the mapping of the open table as a preset.
func (ts *Tables) SaveTablePreset(ctx context.Context, req SaveTablePresetReq) (TableInfo, error) {
	t, err := ts.TableOf(req.Table)
	if err != nil {
		return TableInfo{}, err
	}
	name := strings.Join(strings.Fields(req.Name), " ")
	if name == "" {
		return TableInfo{}, rpc.Problem("name", "Не указано название настройки.",
			"Впишите название, по которому узнаете таблицу, например «Выгрузка из СЭД».")
	}
	have, err := ts.tablePresets(ctx)
	if err != nil {
		return TableInfo{}, err
	}
	p := TablePreset{ID: ledger.NewID()}
	for _, x := range have.Presets {
		if classifier.Fold(x.Name) == classifier.Fold(name) {
			p = x
		}
	}
	p.Name, p.Fields, p.Defaults, p.Signs = name, map[string]string{}, t.mapping.Defaults, t.mapping.Signs
	for i, key := range table.Keys(t.titles()) {
		p.Fields[key] = t.mapping.Columns[i]
	}
	if _, err := ts.ledger.Put(ctx, store.Mappings, tablePresetKey+p.ID, p.Rev, p); err != nil {
		return TableInfo{}, explain.Error(err)
	}
	t.preset = p.Name
	return ts.tableInfo(ctx, t)
}

// DeleteTablePreset deletes a preset.
func (ts *Tables) DeleteTablePreset(ctx context.Context, req query.PresetIDReq) (TablePresetsRes, error) {
	key := tablePresetKey + req.ID
	if _, err := ts.ledger.Store.Get(ctx, store.Mappings, key); err != nil {
		return TablePresetsRes{}, explain.Error(err)
	}
	if _, err := ts.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Mappings, Key: key, Rev: store.AnyRev}}); err != nil {
		return TablePresetsRes{}, explain.Error(err)
	}
	return ts.tablePresets(ctx)
}

// suits reports whether the preset was made for a table with these titles.
func (p *TablePreset) suits(keys []string) bool {
	if len(keys) != len(p.Fields) {
		return false
	}
	return !slices.ContainsFunc(keys, func(key string) bool { _, ok := p.Fields[key]; return !ok })
}

// apply sets the mapping of a table. Columns that the preset does not have stay as they are.
func (p *TablePreset) apply(t *Table) {
	for i, key := range table.Keys(t.titles()) {
		if field, ok := p.Fields[key]; ok {
			t.mapping.Columns[i] = field
		}
	}
	t.mapping.Defaults, t.mapping.Signs = map[string]string{}, map[string]bool{}
	maps.Copy(t.mapping.Signs, p.Signs)
	for field, value := range p.Defaults {
		t.mapping.Defaults[field] = value
	}
	t.preset = p.Name
}
