package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// source is an entry as it came, in [store.Sources] where [sourceAt] says: what
// nobody touched is written back byte for byte. It is never changed, so that an
// open archive and the register share it.
type source struct {
	Hash  string       `json:"hash"`  // [appeal.Appeal.Fingerprint] when it was read: the bytes stand for nothing else
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

// cutFiles parts the bytes of an entry where the base64 of its answer files stands.
func cutFiles(raw []byte, files []storedFile) []sourcePart {
	var parts []sourcePart
	for _, f := range files {
		if len(f.data) < worthAHole {
			continue
		}
		text := []byte(base64.StdEncoding.EncodeToString(f.data))
		before, after, found := bytes.Cut(raw, text)
		if !found {
			continue // written in another way: kept as it is
		}
		parts = append(parts, sourcePart{Bytes: before}, sourcePart{FileID: f.id, SHA256: f.sha256})
		raw = after
	}
	return append(parts, sourcePart{Bytes: raw})
}

type storedFile struct {
	id, sha256 string
	data       []byte
}

// bytes puts the entry of an appeal together again.
func (s *source) bytes(ap *appeal.Appeal, file func(id string) ([]byte, error)) ([]byte, error) {
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
func (a *App) sourceOf(ctx context.Context, ap *appeal.Appeal) (*source, error) {
	if ap.Source == nil {
		return nil, nil
	}
	at := sourceAt(ap)
	row, err := a.store.Get(ctx, store.Sources, at.row)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil // its appeal is written by us
	}
	if err != nil {
		return nil, err
	}
	var r sourceRow
	if err := json.Unmarshal(row.Data, &r); err != nil {
		return nil, err
	}
	return r.of(ap, at.nth)
}

// of returns the entry at a place if it still is what the appeal says.
func (r *sourceRow) of(ap *appeal.Appeal, nth int) (*source, error) {
	s, err := r.entry(nth)
	if err != nil || s == nil || s.Hash != ap.Fingerprint() {
		return nil, err
	}
	return s, nil
}

// sourceRows are all rows of the table, each read when it is first asked for;
// nil = ask the store for one by one.
type sourceRows struct {
	data map[string][]byte
	rows map[string]*sourceRow
}

// sourceAmong is [App.sourceOf] where the rows may have been brought already.
func (a *App) sourceAmong(ctx context.Context, ap *appeal.Appeal, all *sourceRows) (*source, error) {
	if all == nil {
		return a.sourceOf(ctx, ap)
	}
	if ap.Source == nil {
		return nil, nil
	}
	at := sourceAt(ap)
	r := all.rows[at.row]
	if data, there := all.data[at.row]; there {
		r = &sourceRow{}
		if err := json.Unmarshal(data, r); err != nil {
			return nil, err
		}
		all.rows[at.row] = r
		delete(all.data, at.row)
	}
	if r == nil {
		return nil, nil
	}
	return r.of(ap, at.nth)
}

// asItCame returns the bytes of an untouched appeal's entry where they may
// stand for ours in the archive of the job: nothing in them had to be mended,
// they fit the schema and say the same. nil = write ours.
func (j *job) asItCame(ctx context.Context, ap *appeal.Appeal, ours []byte) ([]byte, error) {
	s, err := j.app.sourceAmong(ctx, ap, j.sources)
	if err != nil || s == nil || !s.Plain || !appeal.SameGUID(s.Body, j.row.Profile.DepartmentID) {
		return nil, err
	}
	raw, err := s.bytes(ap, func(id string) ([]byte, error) { return j.app.file(ctx, id) })
	if err != nil || !sameMeaning(raw, ours) {
		return nil, err
	}
	return raw, nil
}

// sameMeaning reports whether two entries hold the same values; the letter
// case of the body's GUID does not count.
func sameMeaning(x, y []byte) bool {
	if bytes.Equal(x, y) {
		return true // as our own archives come
	}
	read := func(data []byte) map[string]any {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.UseNumber()
		var v map[string]any
		if err := dec.Decode(&v); err != nil {
			return nil
		}
		if id, ok := v["departmentId"].(string); ok {
			v["departmentId"] = strings.ToLower(id)
		}
		return v
	}
	was := read(x)
	return was != nil && reflect.DeepEqual(was, read(y))
}

// keepForeign puts back what only the core keeps of a record: the page sends
// the whole of it, and its numbers lose precision there.
func keepForeign(have, ap *appeal.Appeal) {
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
