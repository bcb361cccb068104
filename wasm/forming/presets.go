package forming

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// Preset is a saved setting of an archive (002:221, 002:274). It does not belong to a profile: its
// archive has the appeals of the profile that is active when the archive is made.
type Preset struct {
	ID     string       `json:"id"`
	Rev    int64        `json:"rev"`
	Name   string       `json:"name"`
	Period PresetPeriod `json:"period"`
	Plan   PlanReq      `json:"plan"` // mode and filter; month and days only with [PeriodFixed]
}

// PresetRow is a preset with the request that it means today.
type PresetRow struct {
	Preset Preset  `json:"preset"`
	Today  PlanReq `json:"today"`
}

// PresetsReq asks for the presets.
type PresetsReq struct{}

// PresetsRes lists the presets, sorted by name.
type PresetsRes struct {
	Presets []PresetRow `json:"presets"`
}

// Presets returns all presets.
func (f *Forming) Presets(ctx context.Context, _ PresetsReq) (PresetsRes, error) {
	return f.presets(ctx)
}

func (f *Forming) presets(ctx context.Context) (PresetsRes, error) {
	rows, err := f.ledger.Store.All(ctx, store.Presets)
	if err != nil {
		return PresetsRes{}, explain.Error(err)
	}
	res := PresetsRes{[]PresetRow{}}
	for _, row := range ledger.WithoutDamaged(rows) {
		var p Preset
		if json.Unmarshal(row.Data, &p) != nil {
			continue // an unreadable row is ignored; it stays in the store
		}
		p.Rev = row.Rev
		res.Presets = append(res.Presets, PresetRow{p, p.today(f.office.Today())})
	}
	slices.SortStableFunc(res.Presets, func(x, y PresetRow) int {
		return cmp.Or(
			cmp.Compare(classifier.Fold(x.Preset.Name), classifier.Fold(y.Preset.Name)),
			cmp.Compare(x.Preset.ID, y.Preset.ID))
	})
	return res, nil
}

// today returns the request that the preset means on a day.
func (p *Preset) today(day appeal.Date) PlanReq {
	req := p.Plan
	for _, row := range PresetPeriods {
		if row.Period == p.Period {
			req = row.resolve(req, day)
		}
	}
	req.tidy()
	return req
}

// SavePresetReq stores a preset; an empty ID makes a new one.
type SavePresetReq struct {
	Preset Preset `json:"preset"`
}

// SavePreset stores a preset. It refuses a missing or used name and an impossible period (B-39).
func (f *Forming) SavePreset(ctx context.Context, req SavePresetReq) (PresetsRes, error) {
	p := req.Preset
	p.Name = strings.Join(strings.Fields(p.Name), " ")
	have, err := f.presets(ctx)
	if err != nil {
		return PresetsRes{}, err
	}
	if p.Name == "" {
		return PresetsRes{}, rpc.Problem("name", "Не указано название.",
			"Впишите название, по которому найдёте эти условия, например «Архив за прошлый месяц».")
	}
	for _, row := range have.Presets {
		if row.Preset.ID != p.ID && classifier.Fold(row.Preset.Name) == classifier.Fold(p.Name) {
			return PresetsRes{}, rpc.Problem("name", "Условия «"+row.Preset.Name+"» уже есть.",
				"Впишите другое название или замените прежние условия.")
		}
	}
	if err := f.readPreset(&p); err != nil {
		return PresetsRes{}, err
	}
	if p.ID == "" {
		p.ID = ledger.NewID()
	}
	if _, err := f.ledger.Put(ctx, store.Presets, p.ID, p.Rev, p); err != nil {
		return PresetsRes{}, explain.Error(err)
	}
	return f.presets(ctx)
}

// readPreset parses the days of a preset and clears fields that its mode or period does not need. It
// returns an error if mode, period and days do not fit together.
func (f *Forming) readPreset(p *Preset) error {
	mode := f.readPeriod(&p.Plan)
	at := slices.IndexFunc(PresetPeriods, func(row PresetPeriodInfo) bool { return row.Period == p.Period })
	switch {
	case mode.Period == NoPeriod:
		p.Period = PeriodFixed
		return nil
	case at < 0 || !slices.Contains(PresetPeriods[at].Modes, mode.Mode):
		return rpc.Problem("period", "Для «"+mode.Label+"» такого периода нет.", "Выберите период из списка.")
	case p.Period != PeriodFixed:
		p.Plan.Month, p.Plan.From, p.Plan.To = appeal.Month{}, "", ""
		return nil
	case mode.Period == MonthPeriod && !p.Plan.Month.Valid():
		return rpc.Problem("period", "Не выбраны год и месяц.", "Выберите отчётный месяц или период «Прошлый месяц».")
	case mode.Period == RangePeriod:
		env := f.register.Env(f.office.Active)
		for _, f := range rules.Check(rules.Subject{Period: &rules.Period{From: p.Plan.From, To: p.Plan.To}}, env) {
			if f.Level == appeal.Error {
				return rpc.Problem("period", f.Text, f.Hint)
			}
		}
	}
	return nil
}

// DeletePreset deletes a preset. Archives that were made with it stay.
func (f *Forming) DeletePreset(ctx context.Context, req query.PresetIDReq) (PresetsRes, error) {
	if _, err := f.ledger.Store.Get(ctx, store.Presets, req.ID); err != nil {
		return PresetsRes{}, explain.Error(err)
	}
	op := store.Op{Table: store.Presets, Key: req.ID, Rev: store.AnyRev} // without Data: a deletion
	if _, err := f.ledger.Store.Write(ctx, []store.Op{op}); err != nil {
		return PresetsRes{}, explain.Error(err)
	}
	return f.presets(ctx)
}
