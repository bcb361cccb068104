package app

import (
	"context"
	"errors"
	"fmt"

	"rroform/wasm/explain"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// MergeFromReq names what stands open in the program: an archive or a table.
type MergeFromReq struct {
	Archive   string `json:"archive"`   // id, "" = none
	OtherBody bool   `json:"otherBody"` // as in [AcceptOpenedReq]
	Table     string `json:"table"`     // id, "" = none
}

// MergeFrom opens a merge of what an open archive or table says otherwise than
// the register: what neither may decide by itself. A merge that is open is not
// thrown away for it.
func (a *App) MergeFrom(ctx context.Context, req MergeFromReq) (MergePlan, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.mergeNow() != nil {
		return MergePlan{}, rpc.Problem("open", "Уже начато другое слияние.", "Закончите или закройте его: «Обмен» → «Объединить с файлами коллег». Потом вернитесь сюда.")
	}
	src, pairs, err := a.heldOut(ctx, &req)
	if err != nil {
		return MergePlan{}, explain.Error(err)
	}
	return a.mergeOf(ctx, src, pairs)
}

// mergeOf opens a merge of the conflicts among pairs.
func (a *App) mergeOf(ctx context.Context, src mergeSource, pairs []pairing) (MergePlan, error) {
	for i := range pairs {
		if kind := pairs[i].Kind; kind == merge.Conflict || kind == merge.Older {
			disputed := *pairs[i].offer
			disputed.Appeal = disputed.Appeal.Clone()
			src.offers = append(src.offers, disputed)
		}
	}
	if len(src.offers) == 0 {
		return MergePlan{}, rpc.Problem("none", "Расхождений с реестром больше нет.", "Решать нечего.")
	}
	s := &mergeSession{profile: a.active, choices: map[string]mergeChoice{}, files: map[string][]byte{}, sources: []mergeSource{src}}
	for i := range src.offers {
		if err := rpc.Report(ctx, i, len(src.offers), "Сравниваем с реестром"); err != nil {
			return MergePlan{}, err
		}
		if err := a.fetchFiles(ctx, &src.offers[i]); err != nil {
			return MergePlan{}, explain.Error(err)
		}
		a.adopt(s, 0, &src.offers[i])
	}
	a.merging = s
	return a.mergePlan(), nil
}

// heldOut returns what the archive or the table holds out to the register.
func (a *App) heldOut(ctx context.Context, req *MergeFromReq) (mergeSource, []pairing, error) {
	if req.Table != "" {
		t, err := a.tableOf(req.Table)
		if err != nil {
			return mergeSource{}, nil, err
		}
		p, err := a.prepare(ctx, t)
		if err != nil {
			return mergeSource{}, nil, err
		}
		return mergeSource{name: t.name, about: "таблица"}, p.pairs, nil
	}
	o := a.shelved(req.Archive)
	if o == nil {
		return mergeSource{}, nil, closedAlready()
	}
	offers, _, err := a.openedOffers(ctx, o, &AcceptOpenedReq{ID: o.ID, OtherBody: req.OtherBody})
	if err != nil {
		return mergeSource{}, nil, err
	}
	return mergeSource{name: o.File, about: "открытый архив РРО"}, a.weigh(offers), nil
}

// fetchFiles takes the answer files of an offer out of the store, so that the
// merge needs the archive no longer.
func (a *App) fetchFiles(ctx context.Context, o *offer) error {
	files := map[string][]byte{}
	for _, q := range o.Appeal.Questions {
		if q.Attachment == nil {
			continue
		}
		data, err := a.file(ctx, q.Attachment.FileID)
		switch {
		case errors.Is(err, store.ErrNotFound): // as it is in the register: the card says so
		case err != nil:
			return fmt.Errorf("answer file of %s: %w", o.Place, err)
		default:
			files[q.Attachment.FileID] = data
		}
	}
	o.Files = files
	return nil
}
