package app

import (
	"context"
	"encoding/json"
	"fmt"

	"rroform/wasm/explain"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TakePackReq selects parts of the pack that was read last.
type TakePackReq struct {
	ID    string `json:"id"`
	Parts []int  `json:"parts"` // indexes in PackOffer.Parts
	Older bool   `json:"older"` // also older parts, if they may be forced
}

// TakePackRes has the editions in force, and what [App.MatchNames] filled in from them.
type TakePackRes struct {
	PacksRes
	Matched MatchedRes `json:"matched"`
}

// TakePack puts the selected parts in force: all of them, or none after an error. Then it calls
// [App.MatchNames].
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
	if a.packs.Offered == nil || a.packs.Offered.ID != req.ID {
		return rpc.Problem("gone", "Этот файл уже принят или заменён другим.", "Выберите файл справочника снова.")
	}
	if len(req.Parts) == 0 {
		return rpc.Problem("parts", "Ничего не отмечено.", "Отметьте, какие справочники взять.")
	}
	var ops []store.Op
	for _, i := range req.Parts {
		if i < 0 || i >= len(a.packs.Offered.Rows) {
			return rpc.BadRequest("takePack", fmt.Errorf("part %d", i))
		}
		if part := a.packs.Offered.Compared[i]; part.Refusal != "" && !(part.Forced && req.Older) {
			return rpc.Problem("older", part.Refusal, "Снимите отметку с «"+part.Label+"». Ничего не изменилось.")
		}
		partOps, err := a.packs.Ops(a.packs.Offered.Rows[i])
		if err != nil {
			return err
		}
		ops = append(ops, partOps...)
	}
	if _, err := a.ledger.Store.Write(ctx, ops); err != nil {
		return explain.Error(err)
	}
	a.packs.Offered = nil
	return explain.Error(a.load(context.WithoutCancel(ctx)))
}

// ResetPackReq names an edition to remove.
type ResetPackReq struct {
	Key       string `json:"key"`       // of a Pack
	Confirmed bool   `json:"confirmed"` // remove the edition even if this affects appeals
}

// ResetPackRes says whether the edition was removed. If not, the clerk must confirm: Affected lists
// appeals whose codes the built-in classifier does not have.
type ResetPackRes struct {
	Done     bool                   `json:"done"`
	Affected []packs.AffectedAppeal `json:"affected"`
	AllHit   int                    `json:"allHit"` // number of affected appeals; Affected has the first of them
}

// ResetPack removes a loaded edition; the built-in one is in force again.
func (a *App) ResetPack(ctx context.Context, req ResetPackReq) (ResetPackRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, loaded := a.packs.Loaded[req.Key]
	if !loaded {
		return ResetPackRes{}, explain.Error(store.ErrNotFound)
	}
	if p.Kind == packs.PackClassifier && !req.Confirmed {
		var part packs.PackPart
		if part.SetAffected(a.packs.AffectedByCodes(a.packs.Builtin)); part.AllHit > 0 {
			return ResetPackRes{Affected: part.Affected, AllHit: part.AllHit}, nil
		}
	}
	if _, err := a.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Packs, Key: req.Key, Rev: store.AnyRev}}); err != nil {
		return ResetPackRes{}, explain.Error(err)
	}
	return ResetPackRes{Done: true}, explain.Error(a.load(context.WithoutCancel(ctx)))
}

// ExportPacksReq is empty.
type ExportPacksReq struct{}

// ExportPacksRes names the file that comes with it.
type ExportPacksRes struct {
	Name string `json:"name"`
}

// ExportPacks writes one file with everything that colleagues may use: the classifier, the bodies
// (also those added here), the loaded calendars, the format profile, own results and own words.
func (a *App) ExportPacks(ctx context.Context, _ ExportPacksReq, _ []rpc.File) (ExportPacksRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.office.Now()
	file := packs.PackFile{Format: packs.FileFormat, Created: now.UTC(), Program: a.office.Version}
	codes := packs.Row{Kind: packs.PackClassifier, Edition: a.packs.Codes.Edition(),
		Source: a.packs.SourceOf(packs.PackClassifier), TSV: string(a.packs.Codes.TSV())}
	file.Parts = append(file.Parts, codes)
	if bodies := a.packs.AllBodies(); len(bodies.Bodies) > 0 {
		file.Parts = append(file.Parts, bodies)
	}
	for _, year := range a.packs.CalendarYears() {
		if p, loaded := a.packs.Loaded[fmt.Sprintf("calendar-%d", year)]; loaded {
			file.Parts = append(file.Parts, p)
		}
	}
	if p, loaded := a.packs.Loaded[string(packs.PackHabits)]; loaded {
		file.Parts = append(file.Parts, p)
	}
	format := a.office.Format.Format
	file.Parts = append(file.Parts,
		packs.Row{Kind: packs.PackFormat, Edition: format.Version, Source: format.Source, Format: &format})
	results, err := a.tables.AllResults(ctx)
	if err != nil {
		return ExportPacksRes{}, nil, explain.Error(err)
	}
	if len(results.Results) > 0 {
		file.Parts = append(file.Parts,
			packs.Row{Kind: packs.PackResults, Source: "составлена здесь", Results: results.Results})
	}
	words, err := a.tables.AllWords(ctx)
	if err != nil {
		return ExportPacksRes{}, nil, explain.Error(err)
	}
	if len(words.Words) > 0 {
		file.Parts = append(file.Parts, packs.Row{Kind: packs.PackWords, Source: "составлен здесь", Words: words.Words})
	}
	data, err := json.Marshal(file)
	if err != nil {
		return ExportPacksRes{}, nil, err
	}
	return ExportPacksRes{"РРО_справочники_" + now.Format("2006-01-02") + ".json"}, []rpc.File{data}, nil
}
