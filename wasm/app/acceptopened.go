package app

import (
	"context"

	"rroform/wasm/explain"
	"rroform/wasm/incoming"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
)

// AcceptOpenedReq names appeals of an open archive to take into the register of the active profile.
type AcceptOpenedReq struct {
	ID        string   `json:"id"`
	Appeals   []string `json:"appeals"`   // ids of appeals; empty = all
	OtherBody bool     `json:"otherBody"` // also those of another body: they get the active profile
}

// AcceptOpenedRes counts what was taken and what was not.
type AcceptOpenedRes struct {
	Taken      incoming.TakenRes `json:"taken"`
	Conflicts  int               `json:"conflicts"`  // part of Left: changed here too, not decided yet
	OtherBody  int               `json:"otherBody"`  // not taken: of another body
	Unreadable int               `json:"unreadable"` // not taken: not readable as appeals
	Zeros      int               `json:"zeros"`      // zero reports that were added to the journal
}

// AcceptOpened takes the new and newer appeals of an open archive into the register, in one action,
// which the clerk can undo. Answer files and the bytes of unedited entries are shared with the open
// archive.
func (a *App) AcceptOpened(ctx context.Context, req AcceptOpenedReq) (AcceptOpenedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.openByID(req.ID)
	if o == nil {
		return AcceptOpenedRes{}, closedAlready()
	}
	offers, res, err := a.openedOffers(ctx, o, &req)
	if err != nil {
		return AcceptOpenedRes{}, explain.Error(err)
	}
	pairs := a.incoming.Compare(offers)
	for _, p := range pairs {
		if p.Kind == merge.Conflict {
			res.Conflicts++
		}
	}
	zeros, err := a.openedZeros(ctx, o, &req)
	if err != nil {
		return AcceptOpenedRes{}, explain.Error(err)
	}
	rows, ops, _, err := a.incoming.NewZeros(zeros)
	if err != nil {
		return AcceptOpenedRes{}, err
	}
	if res.Taken, err = a.incoming.TakeIn(ctx, "Приём архива «"+o.File+"»", pairs, ops...); err != nil {
		return AcceptOpenedRes{}, err
	}
	a.incoming.AddToJournal(rows)
	res.Zeros = len(rows)
	return res, nil
}

// openedOffers returns the appeals of an open archive as offers, for [App.AcceptOpened] and
// [App.MergeFrom].
func (a *App) openedOffers(ctx context.Context, o *openArchive, req *AcceptOpenedReq) ([]incoming.Offer,
	AcceptOpenedRes, error) {
	var offers []incoming.Offer
	var res AcceptOpenedRes
	chosen := map[string]bool{}
	for _, id := range req.Appeals {
		chosen[id] = true
	}
	for i, e := range o.Entries {
		if err := rpc.Report(ctx, i, len(o.Entries), "Сверяем с реестром"); err != nil {
			return nil, res, err
		}
		rec := a.register.Get(e.ID)
		switch {
		case e.Foreign || e.ID != "" && rec == nil:
		case e.Zero != nil:
			if len(chosen) == 0 && a.otherGUID(e.Zero.DepartmentID) {
				// also with OtherBody: a zero report cannot be given to another body
				res.OtherBody++
			}
		case e.ID == "":
			if len(chosen) == 0 {
				res.Unreadable++
			}
		case len(chosen) > 0 && !chosen[e.ID]:
		case a.ofOtherBody(&rec.Appeal) && !req.OtherBody:
			res.OtherBody++
		default:
			out := incoming.Offer{Appeal: rec.Appeal.Clone(), Source: o.File, Place: e.Name}
			if rec.Untouched() {
				out.ContentHash, out.From = rec.Appeal.Source.Hash, source.RefOf(&rec.Appeal)
			}
			// the history of edits in the open archive does not go into the register
			out.Appeal.ID, out.Appeal.ProfileID, out.Appeal.History = "", "", nil
			offers = append(offers, out)
		}
	}
	return offers, res, nil
}

// openedZeros returns the zero reports of an open archive for the active profile's body; none if the
// clerk has chosen single appeals.
func (a *App) openedZeros(ctx context.Context, o *openArchive, req *AcceptOpenedReq) (offers []incoming.ZeroOffer,
	err error) {
	if len(req.Appeals) > 0 {
		return nil, nil
	}
	for i := range o.Entries {
		e := &o.Entries[i]
		if e.Zero == nil || a.otherGUID(e.Zero.DepartmentID) {
			continue
		}
		data, err := a.ledger.File(ctx, e.FileID)
		if err != nil {
			return nil, err
		}
		part, err := incoming.ZeroPart(e.path(), data)
		if err != nil {
			return nil, err
		}
		offers = append(offers, incoming.ZeroOffer{Zero: *e.Zero, Source: o.File, Place: e.Name, Part: part,
			Words: a.incoming.DescribeZero(*e.Zero)})
	}
	return offers, nil
}
