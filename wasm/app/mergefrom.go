package app

import (
	"context"

	"rroform/wasm/explain"
	"rroform/wasm/incoming"
	"rroform/wasm/rpc"
)

// MergeFromReq names an open archive or the open table.
type MergeFromReq struct {
	Archive   string `json:"archive"`   // id, "" = none
	OtherBody bool   `json:"otherBody"` // as in [AcceptOpenedReq]
	Table     string `json:"table"`     // id, "" = none
}

// MergeFrom opens a merge of the conflicts between the register and an open archive or table. It does
// not replace a merge that is open.
func (a *App) MergeFrom(ctx context.Context, req MergeFromReq) (incoming.MergePlan, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.incoming.OpenMerge() != nil {
		return incoming.MergePlan{},
			rpc.Problem("open", "Уже начато другое слияние.",
				"Закончите или закройте его: «Обмен» → «Объединить с файлами коллег». Потом вернитесь сюда.")
	}
	src, pairs, err := a.offersOf(ctx, &req)
	if err != nil {
		return incoming.MergePlan{}, explain.Error(err)
	}
	return a.incoming.MergeOf(ctx, src, pairs)
}

// offersOf returns the offers of the archive or table, compared with the register.
func (a *App) offersOf(ctx context.Context, req *MergeFromReq) (incoming.Source, []incoming.Pairing, error) {
	if req.Table != "" {
		t, err := a.tables.TableOf(req.Table)
		if err != nil {
			return incoming.Source{}, nil, err
		}
		p, err := a.tables.Prepare(ctx, t)
		if err != nil {
			return incoming.Source{}, nil, err
		}
		return incoming.Source{Name: t.Name, About: "таблица"}, p.Pairs, nil
	}
	o := a.openByID(req.Archive)
	if o == nil {
		return incoming.Source{}, nil, closedAlready()
	}
	offers, _, err := a.openedOffers(ctx, o, &AcceptOpenedReq{ID: o.ID, OtherBody: req.OtherBody})
	if err != nil {
		return incoming.Source{}, nil, err
	}
	return incoming.Source{Name: o.File, About: "открытый архив РРО"}, a.incoming.Compare(offers), nil
}
