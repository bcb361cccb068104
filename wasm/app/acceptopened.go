package app

import (
	"context"
	"encoding/json"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
)

// AcceptOpenedReq takes appeals of an open archive into the register of the
// active profile.
type AcceptOpenedReq struct {
	ID        string   `json:"id"`
	Appeals   []string `json:"appeals"`   // ids of rows; none = all
	OtherBody bool     `json:"otherBody"` // those of another body too: they become the active profile's
}

// AcceptOpenedRes says what came of it.
type AcceptOpenedRes struct {
	Taken      TakenRes `json:"taken"`
	Conflicts  int      `json:"conflicts"`  // of the taken's left: changed here too, nobody has decided yet
	OtherBody  int      `json:"otherBody"`  // stayed out, since they are of another body
	Unreadable int      `json:"unreadable"` // stayed out, since no appeal comes out of them
}

// AcceptOpened takes what is new to the register, or newer, in one step that
// can be undone. Its files are shared with the open archive, and the bytes of
// what was not edited go along.
func (a *App) AcceptOpened(ctx context.Context, req AcceptOpenedReq) (AcceptOpenedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.shelved(req.ID)
	if o == nil {
		return AcceptOpenedRes{}, closedAlready()
	}
	offers, res, err := a.openedOffers(ctx, o, &req)
	if err != nil {
		return AcceptOpenedRes{}, fault(err)
	}
	pairs := a.weigh(offers)
	for _, p := range pairs {
		if p.Kind == merge.Conflict {
			res.Conflicts++
		}
	}
	res.Taken, err = a.takeIn(ctx, "Приём архива «"+o.File+"»", pairs)
	return res, err
}

// openedOffers is what an open archive holds out to the register: «Слияние»
// takes its conflicts from here too.
func (a *App) openedOffers(ctx context.Context, o *openArchive, req *AcceptOpenedReq) ([]offer, AcceptOpenedRes, error) {
	var offers []offer
	var res AcceptOpenedRes
	sources, err := a.allSources(ctx, len(o.Entries))
	if err != nil {
		return nil, res, err
	}
	chosen := map[string]bool{}
	for _, id := range req.Appeals {
		chosen[id] = true
	}
	for i, e := range o.Entries {
		if err := rpc.Report(ctx, i, len(o.Entries), "Сверяем с реестром"); err != nil {
			return nil, res, err
		}
		rec, there := a.records[e.ID]
		switch {
		case e.Foreign || e.ID != "" && !there:
		case e.ID == "":
			if len(chosen) == 0 {
				res.Unreadable++
			}
		case len(chosen) > 0 && !chosen[e.ID]:
		case a.ofOtherBody(&rec.appeal) && !req.OtherBody:
			res.OtherBody++
		default:
			out := offer{Appeal: clone(&rec.appeal), Source: o.File, Place: e.Name}
			out.Appeal.ID, out.Appeal.ProfileID, out.Appeal.History = "", "", nil // what happened to it here is the archive's own affair
			if out.raw, err = a.rawSource(ctx, &rec.appeal, sources); err != nil {
				return nil, res, err
			}
			offers = append(offers, out)
		}
	}
	return offers, res, nil
}

// rawSource returns the row of [store.Sources] of an appeal that was not
// edited, nil = it was.
func (a *App) rawSource(ctx context.Context, ap *appeal.Appeal, all map[string][]byte) ([]byte, error) {
	data, there := all[ap.ID]
	if all == nil {
		s, err := a.sourceOf(ctx, ap)
		if err != nil || s == nil {
			return nil, err
		}
		return json.Marshal(s)
	}
	if !there {
		return nil, nil
	}
	s, err := readSource(data, ap)
	if err != nil || s == nil {
		return nil, err
	}
	return data, nil
}
