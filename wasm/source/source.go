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

// Source is an original entry of an archive, stored at the place that [RefOf] returns. As long as its appeal is
// unchanged, archives get the same bytes. A Source never changes, so an opened archive and the register share it.
type Source struct {
	Hash  string       `json:"hash"`  // ContentHash of the appeal as it was read; the bytes fit no other state
	Body  string       `json:"body"`  // departmentId of the entry
	Plain bool         `json:"plain"` // it was read without repairs and conforms to the schema
	Parts []sourcePart `json:"parts"`
}

// sourcePart is a range of the bytes of an entry, or the base64 of an answer file, which is stored once elsewhere.
type sourcePart struct {
	Bytes  []byte `json:"bytes,omitempty"`
	FileID string `json:"fileId,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of the file, to find it under another id
}

// minCut is the size in bytes of the shortest file that is cut out. Shorter ones stay in the entry.
const minCut = 512

// CutFiles splits the bytes of an entry at the base64 of its answer files.
func CutFiles(raw []byte, files []StoredFile) []sourcePart {
	var parts []sourcePart
	for _, f := range files {
		if len(f.Data) < minCut {
			continue
		}
		text := []byte(base64.StdEncoding.EncodeToString(f.Data))
		before, after, found := bytes.Cut(raw, text)
		if !found {
			continue // the base64 has another form: it stays in the entry
		}
		parts = append(parts, sourcePart{Bytes: before}, sourcePart{FileID: f.ID, SHA256: f.SHA256})
		raw = after
	}
	return append(parts, sourcePart{Bytes: raw})
}

// StoredFile is an answer file of an entry, which is already in the store.
type StoredFile struct {
	ID, SHA256 string
	Data       []byte
}

// Bytes returns the original bytes of the entry. file returns the content of an answer file.
func (s *Source) Bytes(ap *appeal.Appeal, file func(id string) ([]byte, error)) ([]byte, error) {
	var raw []byte
	for _, p := range s.Parts {
		raw = append(raw, p.Bytes...)
		if p.FileID == "" {
			continue
		}
		data, err := file(p.FileID)
		if errors.Is(err, store.ErrNotFound) {
			data, err = file(fileWith(ap, p.SHA256)) // the file was removed from the appeal and attached again
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

// sourceOf returns the original entry of an appeal, or nil if there is none or the appeal has changed.
func (s *Sources) sourceOf(ctx context.Context, ap *appeal.Appeal) (*Source, error) {
	if ap.Source == nil {
		return nil, nil
	}
	at := RefOf(ap)
	stored, err := s.ledger.Store.Get(ctx, store.Sources, at.Row)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil // then the entry is written from the appeal
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

// of returns the entry with an index, or nil if the appeal has changed.
func (r *row) of(ap *appeal.Appeal, nth int) (*Source, error) {
	s, err := r.entry(nth)
	if err != nil || s == nil || s.Hash != ap.ContentHash() {
		return nil, err
	}
	return s, nil
}

// Rows has all rows of [store.Sources], each decoded at first use. A nil Rows means that [Sources.Find] reads single
// rows.
type Rows struct {
	data map[string][]byte
	rows map[string]*row
}

// Find returns the original entry of an appeal, or nil if there is none or the appeal has changed. all may be nil.
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

// KeepCoreFields restores in ap, which the page has sent, the fields that only the core knows. The page returns
// them as well, but numbers in them lose precision there.
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
