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

// source is an entry as it came, in [store.Sources] under [sourceKey] of its
// appeal: what nobody touched is written back byte for byte. It is never
// changed, so that an open archive and the register share it.
type source struct {
	Hash  string       `json:"hash"`  // [appeal.Appeal.Fingerprint] when it was read: the bytes stand for nothing else
	Body  string       `json:"body"`  // its departmentId
	Plain bool         `json:"plain"` // nothing in it had to be mended, and it fits the schema
	Parts []sourcePart `json:"parts"`
}

// sourceKey is where the entry that an appeal came in stands.
func sourceKey(ap *appeal.Appeal) string {
	if ap.Source != nil && ap.Source.Row != "" {
		return ap.Source.Row
	}
	return ap.ID
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
	row, err := a.store.Get(ctx, store.Sources, sourceKey(ap))
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil, nil // its appeal is written by us
	}
	if err != nil {
		return nil, err
	}
	return readSource(row.Data, ap)
}

// sourceAmong is [App.sourceOf] where all rows of the table may have been read
// already; nil = they were not.
func (a *App) sourceAmong(ctx context.Context, ap *appeal.Appeal, rows map[string][]byte) (*source, error) {
	if rows == nil {
		return a.sourceOf(ctx, ap)
	}
	if data, there := rows[sourceKey(ap)]; there {
		return readSource(data, ap)
	}
	return nil, nil
}

func readSource(data []byte, ap *appeal.Appeal) (*source, error) {
	var s source
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, err
	}
	if s.Hash != ap.Fingerprint() {
		return nil, nil
	}
	return &s, nil
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
