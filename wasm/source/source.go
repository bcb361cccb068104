package source

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Source is an entry as it came, in [store.Sources] where [sourceAt] says: what
// nobody touched is written back byte for byte. It is never changed, so that an
// open archive and the register share it.
type Source struct {
	Hash  string       `json:"hash"`  // [appeal.Appeal.ContentHash] when it was read: the bytes stand for nothing else
	Body  string       `json:"body"`  // its departmentId
	Plain bool         `json:"plain"` // nothing in it had to be mended, and it fits the schema
	Parts []sourcePart `json:"parts"`
}

// sourcePart is a stretch of the bytes: as they are, or the base64 of an
// answer file, which is not kept twice.
type sourcePart struct {
	Bytes  []byte `json:"bytes,omitempty"`
	FileID string `json:"fileId,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of the file, to find it under another id
}

// worthAHole is the size from which a file is cut out, in bytes.
const worthAHole = 512

// CutFiles parts the bytes of an entry where the base64 of its answer files stands.
func CutFiles(raw []byte, files []StoredFile) []sourcePart {
	var parts []sourcePart
	for _, f := range files {
		if len(f.Data) < worthAHole {
			continue
		}
		text := []byte(base64.StdEncoding.EncodeToString(f.Data))
		before, after, found := bytes.Cut(raw, text)
		if !found {
			continue // written in another way: kept as it is
		}
		parts = append(parts, sourcePart{Bytes: before}, sourcePart{FileID: f.ID, SHA256: f.SHA256})
		raw = after
	}
	return append(parts, sourcePart{Bytes: raw})
}

// StoredFile is an answer file of an entry as it was put into the store.
type StoredFile struct {
	ID, SHA256 string
	Data       []byte
}

// Bytes puts the entry of an appeal together again.
func (s *Source) Bytes(ap *appeal.Appeal, file func(id string) ([]byte, error)) ([]byte, error) {
	var raw []byte
	for _, p := range s.Parts {
		raw = append(raw, p.Bytes...)
		if p.FileID == "" {
			continue
		}
		data, err := file(p.FileID)
		if errors.Is(err, store.ErrNotFound) {
			data, err = file(fileWith(ap, p.SHA256)) // it was taken away and attached again
		}
		if err != nil {
			return nil, err
		}
		raw = base64.StdEncoding.AppendEncode(raw, data)
	}
	return raw, nil
}

func fileWith(ap *appeal.Appeal, sha256 string) string {
	for _, q := range ap.Questions {
		if q.Attachment != nil && q.Attachment.SHA256 == sha256 {
			return q.Attachment.FileID
		}
	}
	return ""
}

// sourceOf returns how an untouched appeal came, nil when it did not come from
// an archive or was touched since.
func (s *Sources) sourceOf(ctx context.Context, ap *appeal.Appeal) (*Source, error) {
	if ap.Source == nil {
		return nil, nil
	}
	at := RefOf(ap)
	stored, err := s.ledger.Store.Get(ctx, store.Sources, at.Row)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil // its appeal is written by us
	}
	if err != nil {
		return nil, err
	}
	var r row
	if err := json.Unmarshal(stored.Data, &r); err != nil {
		return nil, err
	}
	return r.of(ap, at.Nth)
}

// of returns the entry at a place if it still is what the appeal says.
func (r *row) of(ap *appeal.Appeal, nth int) (*Source, error) {
	s, err := r.entry(nth)
	if err != nil || s == nil || s.Hash != ap.ContentHash() {
		return nil, err
	}
	return s, nil
}

// Rows are all rows of the table, each read when it is first asked for;
// nil = ask the store for one by one.
type Rows struct {
	data map[string][]byte
	rows map[string]*row
}

// Find is [App.sourceOf] where the rows may have been brought already.
func (s *Sources) Find(ctx context.Context, ap *appeal.Appeal, all *Rows) (*Source, error) {
	if all == nil {
		return s.sourceOf(ctx, ap)
	}
	if ap.Source == nil {
		return nil, nil
	}
	at := RefOf(ap)
	r := all.rows[at.Row]
	if data, there := all.data[at.Row]; there {
		r = &row{}
		if err := json.Unmarshal(data, r); err != nil {
			return nil, err
		}
		all.rows[at.Row] = r
		delete(all.data, at.Row)
	}
	if r == nil {
		return nil, nil
	}
	return r.of(ap, at.Nth)
}

// KeepCoreFields puts back what only the core keeps of a record: the page sends
// the whole of it, and its numbers lose precision there.
func KeepCoreFields(have, ap *appeal.Appeal) {
	ap.Source, ap.DepartmentID, ap.Extra = have.Source, have.DepartmentID, have.Extra
	for i := range ap.Questions {
		q := &ap.Questions[i]
		q.Extra = nil
		for j := range have.Questions {
			if have.Questions[j].ID == q.ID {
				keepForeignOf(&have.Questions[j], q)
			}
		}
	}
}

func keepForeignOf(have, q *appeal.Question) {
	q.Extra = have.Extra
	if was := have.Attachment; q.Attachment != nil && was != nil && was.FileID == q.Attachment.FileID {
		q.Attachment.Extra = was.Extra
	}
	for i := range q.Transfers {
		for j := range have.Transfers {
			if have.Transfers[j].ID == q.Transfers[i].ID {
				q.Transfers[i].Extra = have.Transfers[j].Extra
			}
		}
	}
}
