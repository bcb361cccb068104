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

// Offer is an appeal that a file holds out to the register.
type Offer struct {
	Appeal      appeal.Appeal     // FileID of its attachments: any key of Files
	files       map[string][]byte // bytes of answer files
	Source      string            // name of the file
	Place       string            // in it: name of the entry, «строка 12»
	From        source.Ref        // where the entry as it came stands; its zero = nowhere
	ContentHash string            // content hash of Appeal where it is known; "" = to be made
}

// Pairing is an offer with its counterpart and what the clerk has decided.
type Pairing struct {
	merge.Pair
	offer *Offer
	Take  bool           // put it into the register
	as    *appeal.Appeal // … as this; nil = as offered
	told  bool           // as brings history, source and time of entry with it
	kept  bool           // nothing but what as remembers of the offer is new
}

// Weigh holds offers against the register of the active profile. What is new
// or newer is marked to be taken; conflicts wait for a decision.
func (in *Incoming) Weigh(offers []Offer) []Pairing {
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

// contentHash is that of the appeal as it is offered.
func (o *Offer) contentHash() string {
	if o.ContentHash == "" {
		o.ContentHash = o.Appeal.ContentHash()
	}
	return o.ContentHash
}

// sumFiles fills in what an attachment tells of its bytes.
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

// TakenRes says what came into the register.
type TakenRes struct {
	New     int                `json:"new"`
	Updated int                `json:"updated"`
	Same    int                `json:"same"` // there already, nothing differed
	Left    int                `json:"left"` // not taken: older here, or decided so
	Action  *ledger.ActionInfo `json:"action,omitempty"`
}

// takeStep is how many offers are made ready between two reports.
const takeStep = 50

// TakeIn writes what is marked in one step that can be undone.
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
		case p.kept:
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
			_, err := in.ledger.Store.Write(ctx, extra) // nothing to undo, but a log to keep
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

// step makes the change of one pairing and the writes of its answer files.
func (in *Incoming) step(p *Pairing) (ledger.Change, []store.Op, error) {
	after := p.offer.Appeal.Clone()
	if p.as != nil {
		after = p.as.Clone()
	}
	after.DepartmentID = ""
	c := ledger.Change{After: &after, KeepHistory: p.told}
	if !p.told {
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
			after.Rev = in.ledger.Aside[at].Row.Rev // it comes back in its own place
		}
	} else {
		c.Before = p.Have
		after.ID, after.Rev, after.ProfileID, after.Created = p.Have.ID, p.Have.Rev, p.Have.ProfileID, p.Have.Created
		if !p.told {
			after.History, after.Draft = p.Have.History, p.Have.Draft
		}
	}
	ops, err := moveFiles(&after, p.Have, p.offer)
	return c, ops, err
}

// moveFiles gives the answer files ids of the store. Bytes that the record has
// already are not written again.
func moveFiles(ap, have *appeal.Appeal, o *Offer) ([]store.Op, error) {
	var ops []store.Op
	stored := map[string]string{} // ids by sum
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
