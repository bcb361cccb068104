package incoming

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// Offer is an appeal from a file that may come into the register.
type Offer struct {
	Appeal      appeal.Appeal     // FileID of its attachments are keys of files, or ids of the store
	files       map[string][]byte // bytes of answer files
	Source      string            // name of the file
	Place       string            // in the file: name of the entry, «строка 12»
	From        source.Ref        // the stored bytes of the entry; the zero value = none are stored
	ContentHash string            // of Appeal; "" = not computed yet
}

// Pairing is an offer with its counterpart in the register and the decision about it.
type Pairing struct {
	merge.Pair
	offer        *Offer
	Take         bool           // put the offer into the register
	result       *appeal.Appeal // the state to write; nil = the offered one
	recorded     bool           // result has its own history, source and time of entry
	onlyDecision bool           // result only adds a decision, see [merge.Keep]
}

// Compare compares offers with the register of the active profile. It sets Take of those that are new
// or newer. It normalises the offers in place.
func (in *Incoming) Compare(offers []Offer) []Pairing {
	var have, offered []*appeal.Appeal
	for _, rec := range in.register.All() {
		if rec.Appeal.ProfileID == in.office.Active {
			have = append(have, &rec.Appeal)
		}
	}
	slices.SortStableFunc(have, func(x, y *appeal.Appeal) int { return x.Created.Compare(y.Created) })
	for i := range offers {
		if in.packs.Normalise(&offers[i].Appeal) {
			offers[i].ContentHash = ""
		}
		sumFiles(&offers[i])
		offered = append(offered, &offers[i].Appeal)
	}
	out := make([]Pairing, len(offers))
	for i, p := range merge.Match(have, offered) {
		out[i] = Pairing{Pair: p, offer: &offers[i], Take: p.Kind == merge.New || p.Kind == merge.Newer}
	}
	return out
}

func (o *Offer) contentHash() string {
	if o.ContentHash == "" {
		o.ContentHash = o.Appeal.ContentHash()
	}
	return o.ContentHash
}

// sumFiles sets size and SHA-256 of the attachments whose bytes the offer has.
func sumFiles(o *Offer) {
	for i := range o.Appeal.Questions {
		file := o.Appeal.Questions[i].Attachment
		if file == nil {
			continue
		}
		if data, ok := o.files[file.FileID]; ok {
			file.Size, file.SHA256 = int64(len(data)), ledger.Checksum(data)
		}
	}
}

// TakenRes counts what [Incoming.TakeIn] did with the offers.
type TakenRes struct {
	New     int                `json:"new"`
	Updated int                `json:"updated"`
	Same    int                `json:"same"` // equal in the register
	Left    int                `json:"left"` // not taken: the register is newer, or the clerk decided so
	Action  *ledger.ActionInfo `json:"action,omitempty"`
}

// takeStep is the number of offers between two reports of progress.
const takeStep = 50

// TakeIn writes the pairs with Take, and the extra rows, in one action, which the clerk can undo.
func (in *Incoming) TakeIn(ctx context.Context, label string, pairs []Pairing, extra ...store.Op) (TakenRes, error) {
	var res TakenRes
	var changes []ledger.Change
	for i := range pairs {
		if i%takeStep == 0 {
			if err := rpc.Report(ctx, i, len(pairs), "Записываем в реестр"); err != nil {
				return TakenRes{}, err
			}
		}
		p := &pairs[i]
		switch {
		case p.Kind == merge.Same:
			res.Same++
			continue
		case !p.Take:
			res.Left++
			continue
		}
		step, files, err := in.step(p)
		if err != nil {
			return TakenRes{}, err
		}
		extra = append(extra, files...)
		changes = append(changes, step)
		switch {
		case p.Have == nil:
			res.New++
		case p.onlyDecision:
			res.Left++
		default:
			res.Updated++
		}
	}
	if len(changes) == 0 {
		if len(extra) == 0 {
			return res, nil
		}
		if len(ledger.ZeroReportIDs(extra)) == 0 {
			_, err := in.ledger.Store.Write(ctx, extra) // only the log: there is nothing to undo
			return res, explain.Error(err)
		}
	}
	action, err := in.ledger.Act(ctx, label, changes, extra...)
	if err != nil {
		return TakenRes{}, explain.Error(err)
	}
	info := action.Info()
	res.Action = &info
	return res, nil
}

// step returns the change of one pairing and the writes of its answer files.
func (in *Incoming) step(p *Pairing) (ledger.Change, []store.Op, error) {
	after := p.offer.Appeal.Clone()
	if p.result != nil {
		after = p.result.Clone()
	}
	after.DepartmentID = ""
	c := ledger.Change{After: &after, KeepHistory: p.recorded}
	if !p.recorded {
		after.Source = &appeal.Source{File: p.offer.Source, Place: p.offer.Place, Hash: p.offer.contentHash(),
			Row: p.offer.From.Row, Nth: p.offer.From.Nth}
		after.History = nil
	}
	if p.Have == nil {
		after.Rev = 0
		if in.register.Get(after.ID) != nil || after.ID == "" {
			after.ID = ledger.NewID()
		}
		if at := in.ledger.AsideIndex(store.Appeals, after.ID); at >= 0 {
			after.Rev = in.ledger.Aside[at].Row.Rev // it replaces the damaged row with this id
		}
	} else {
		c.Before = p.Have
		after.ID, after.Rev, after.ProfileID, after.Created = p.Have.ID, p.Have.Rev, p.Have.ProfileID, p.Have.Created
		if !p.recorded {
			after.History, after.Draft = p.Have.History, p.Have.Draft
		}
	}
	ops, err := moveFiles(&after, p.Have, p.offer)
	return c, ops, err
}

// moveFiles gives the answer files ids of the store and returns their writes. Files that the record
// has already are not written again.
func moveFiles(ap, have *appeal.Appeal, o *Offer) ([]store.Op, error) {
	var ops []store.Op
	stored := map[string]string{} // ids by SHA-256
	if have != nil {
		for i := range have.Questions {
			if file := have.Questions[i].Attachment; file != nil && file.SHA256 != "" {
				stored[file.SHA256] = file.FileID
			}
		}
	}
	for i := range ap.Questions {
		file := ap.Questions[i].Attachment
		if file == nil {
			continue
		}
		data, there := o.files[file.FileID]
		if !there {
			continue // it is in the store already
		}
		moved := *file
		ap.Questions[i].Attachment = &moved
		if moved.FileID = stored[file.SHA256]; moved.FileID != "" {
			continue
		}
		id, err := uuid.NewV7()
		if err != nil {
			return nil, fmt.Errorf("id of a file: %w", err)
		}
		moved.FileID = id.String()
		ops = append(ops, store.Op{Table: store.Files, Key: moved.FileID, Rev: store.AnyRev, Data: data})
	}
	return ops, nil
}
