package incoming

import (
	"context"
	"errors"
	"fmt"

	"rroform/wasm/explain"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// MergeOf opens a merge of those pairs that are conflicts or older than the register.
func (in *Incoming) MergeOf(ctx context.Context, src Source, pairs []Pairing) (MergePlan, error) {
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
	s := &Session{profile: in.office.Active, choices: map[string]mergeChoice{}, files: map[string][]byte{},
		sources: []Source{src}}
	for i := range src.offers {
		if err := rpc.Report(ctx, i, len(src.offers), "Сравниваем с реестром"); err != nil {
			return MergePlan{}, err
		}
		if err := in.fetchFiles(ctx, &src.offers[i]); err != nil {
			return MergePlan{}, explain.Error(err)
		}
		in.prepare(s, 0, &src.offers[i])
	}
	in.Merging = s
	return in.mergePlan(), nil
}

// fetchFiles reads the answer files of an offer from the store, so that the clerk can close the archive
// that they came from during the merge.
func (in *Incoming) fetchFiles(ctx context.Context, o *Offer) error {
	files := map[string][]byte{}
	for _, q := range o.Appeal.Questions {
		if q.Attachment == nil {
			continue
		}
		data, err := in.ledger.File(ctx, q.Attachment.FileID)
		switch {
		case errors.Is(err, store.ErrNotFound): // the card of the appeal says that the file is missing
		case err != nil:
			return fmt.Errorf("answer file of %s: %w", o.Place, err)
		default:
			files[q.Attachment.FileID] = data
		}
	}
	o.files = files
	return nil
}
