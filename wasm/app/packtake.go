package app

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"

	"rroform/wasm/classifier"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TakePackReq takes parts of the last offer over.
type TakePackReq struct {
	ID    string `json:"id"`
	Parts []int  `json:"parts"` // their places in PackOffer.Parts
	Older bool   `json:"older"` // also those that are refused but can be forced
}

// TakePackRes lists the packs in force and what they have settled.
type TakePackRes struct {
	PacksRes
	Matched MatchedRes `json:"matched"`
}

// TakePack puts the chosen parts into force, in one step: either all or none.
// What appeals name by words only is looked for in them.
func (a *App) TakePack(ctx context.Context, req TakePackReq) (TakePackRes, error) {
	var res TakePackRes
	err := a.takeOffered(ctx, req)
	if err != nil {
		return res, err
	}
	if res.Matched, err = a.MatchNames(context.WithoutCancel(ctx), MatchNamesReq{}); err != nil {
		return res, err
	}
	res.PacksRes, err = a.Packs(ctx, PacksReq{})
	return res, err
}

func (a *App) takeOffered(ctx context.Context, req TakePackReq) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.offered == nil || a.offered.id != req.ID {
		return rpc.Problem("gone", "Этот файл уже принят или заменён другим.", "Выберите файл справочника снова.")
	}
	if len(req.Parts) == 0 {
		return rpc.Problem("parts", "Ничего не отмечено.", "Отметьте, какие справочники взять.")
	}
	var ops []store.Op
	for _, i := range req.Parts {
		if i < 0 || i >= len(a.offered.parts) {
			return rpc.BadRequest("takePack", fmt.Errorf("part %d", i))
		}
		if shown := a.offered.shown[i]; shown.Refusal != "" && !(shown.Forced && req.Older) {
			return rpc.Problem("older", shown.Refusal, "Снимите отметку с «"+shown.Label+"». Ничего не изменилось.")
		}
		more, err := a.packOps(a.offered.parts[i])
		if err != nil {
			return err
		}
		ops = append(ops, more...)
	}
	if _, err := a.store.Write(ctx, ops); err != nil {
		return explain.Error(err)
	}
	a.offered = nil
	return explain.Error(a.load(context.WithoutCancel(ctx)))
}

// packOps writes a part to where its kind is kept.
func (a *App) packOps(p packRow) ([]store.Op, error) {
	p.Loaded = a.now().UTC()
	switch p.Kind {
	case PackFormat:
		o, err := op(store.Settings, settingFormat, store.AnyRev, FormatRow{Format: *p.Format, Loaded: p.Loaded})
		return []store.Op{o}, err
	case PackResults:
		var ops []store.Op
		for _, r := range p.Results {
			o, err := op(store.Mappings, ownResultKey+classifier.Fold(r.Value), store.AnyRev, r)
			if err != nil {
				return nil, err
			}
			ops = append(ops, o)
		}
		return ops, nil
	case PackWords:
		var ops []store.Op
		for _, w := range p.Words {
			o, err := op(store.Mappings, w.key(), store.AnyRev, w)
			if err != nil {
				return nil, err
			}
			ops = append(ops, o)
		}
		return ops, nil
	}
	o, err := op(store.Packs, p.key(), store.AnyRev, p)
	return []store.Op{o}, err
}

// ResetPackReq goes back to what is built in.
type ResetPackReq struct {
	Key       string `json:"key"`       // of a Pack
	Confirmed bool   `json:"confirmed"` // although appeals are affected
}

// ResetPackRes says whether it was done; if not, Affected lists the appeals
// that stand against it.
type ResetPackRes struct {
	Done     bool             `json:"done"`
	Affected []AffectedAppeal `json:"affected"`
	AllHit   int              `json:"allHit"`
}

// ResetPack takes a loaded pack away.
func (a *App) ResetPack(ctx context.Context, req ResetPackReq) (ResetPackRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, loaded := a.packs[req.Key]
	if !loaded {
		return ResetPackRes{}, explain.Error(store.ErrNotFound)
	}
	if p.Kind == PackClassifier && !req.Confirmed {
		var part PackPart
		if part.affect(a.codesHit(a.builtin)); part.AllHit > 0 {
			return ResetPackRes{Affected: part.Affected, AllHit: part.AllHit}, nil
		}
	}
	if _, err := a.store.Write(ctx, []store.Op{{Table: store.Packs, Key: req.Key, Rev: store.AnyRev}}); err != nil {
		return ResetPackRes{}, explain.Error(err)
	}
	return ResetPackRes{Done: true}, explain.Error(a.load(context.WithoutCancel(ctx)))
}

// ExportPacksReq asks for one file with all packs.
type ExportPacksReq struct{}

// ExportPacksRes names the file whose bytes travel beside it.
type ExportPacksRes struct {
	Name string `json:"name"`
}

// ExportPacks writes everything that colleagues may take over: the classifier,
// the bodies (those entered here too, story 14), the loaded calendars, the
// format profile, own results and own words of tables.
func (a *App) ExportPacks(ctx context.Context, _ ExportPacksReq, _ []rpc.File) (ExportPacksRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	file := packFile{Format: packFormat, Created: now.UTC(), Program: a.version}
	codes := packRow{Kind: PackClassifier, Edition: a.codes.Edition(), Source: a.packSource(PackClassifier), TSV: string(a.codes.TSV())}
	file.Parts = append(file.Parts, codes)
	if bodies := a.allBodies(); len(bodies.Bodies) > 0 {
		file.Parts = append(file.Parts, bodies)
	}
	for _, year := range a.calendarYears() {
		if p, loaded := a.packs[fmt.Sprintf("calendar-%d", year)]; loaded {
			file.Parts = append(file.Parts, p)
		}
	}
	format := a.format.Format
	file.Parts = append(file.Parts, packRow{Kind: PackFormat, Edition: format.Version, Source: format.Source, Format: &format})
	results, err := a.ownResults(ctx)
	if err != nil {
		return ExportPacksRes{}, nil, explain.Error(err)
	}
	if len(results.Results) > 0 {
		file.Parts = append(file.Parts, packRow{Kind: PackResults, Source: "составлена здесь", Results: results.Results})
	}
	words, err := a.ownWords(ctx)
	if err != nil {
		return ExportPacksRes{}, nil, explain.Error(err)
	}
	if len(words.Words) > 0 {
		file.Parts = append(file.Parts, packRow{Kind: PackWords, Source: "составлен здесь", Words: words.Words})
	}
	data, err := json.Marshal(file)
	if err != nil {
		return ExportPacksRes{}, nil, err
	}
	return ExportPacksRes{"РРО_справочники_" + now.Format("2006-01-02") + ".json"}, []rpc.File{data}, nil
}

// packSource is where the pack in force comes from; the built-in one has the
// program as its source.
func (a *App) packSource(kind PackKind) string {
	if p, loaded := a.packs[string(kind)]; loaded {
		return p.Source
	}
	return "встроенный в программу " + a.version
}

// allBodies is the loaded directory with the bodies entered here. If it has
// such, it is an edition of today.
func (a *App) allBodies() packRow {
	p := packRow{Kind: PackBodies, Edition: a.packs[string(PackBodies)].Edition, Source: a.packSource(PackBodies)}
	for _, row := range a.directory.rows {
		if own, there := a.bodies[row.key]; there {
			p.Bodies = append(p.Bodies, own)
		} else {
			p.Bodies = append(p.Bodies, row.Body)
		}
	}
	for key, b := range a.bodies {
		if _, there := a.directory.byKey[key]; !there {
			p.Bodies = append(p.Bodies, b)
			prof, _ := a.profile(a.active)
			p.Edition, p.Source = a.today().Russian(), "составлен в органе «"+prof.Name+"»"
		}
	}
	sort.Slice(p.Bodies, func(i, j int) bool {
		x, y := p.Bodies[i], p.Bodies[j]
		return x.Name < y.Name || x.Name == y.Name && x.DepartmentID < y.DepartmentID
	})
	return p
}
