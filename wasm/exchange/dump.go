package exchange

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
)

// Dump is a backup small enough for memory, such as a hand-over file.
type Dump struct {
	Head   Head // WriteBackup counts Head.Rows
	Text   map[string]map[string]json.RawMessage
	Binary map[string]map[string][]byte
}

// WriteBackup returns a dump as a file, with tables and keys sorted.
func WriteBackup(d Dump) ([]byte, error) {
	d.Head.Rows = map[string]int{}
	for table, rows := range d.Text {
		d.Head.Rows[table] = len(rows)
	}
	for table, rows := range d.Binary {
		d.Head.Rows[table] = len(rows)
	}
	var buf bytes.Buffer
	w, err := NewWriter(&buf, d.Head)
	if err != nil {
		return nil, err
	}
	for _, table := range slices.Sorted(maps.Keys(d.Text)) {
		for _, key := range slices.Sorted(maps.Keys(d.Text[table])) {
			if err := w.Row(table, key, d.Text[table][key]); err != nil {
				return nil, err
			}
		}
	}
	for _, table := range slices.Sorted(maps.Keys(d.Binary)) {
		for _, key := range slices.Sorted(maps.Keys(d.Binary[table])) {
			if err := w.File(table, key, d.Binary[table][key]); err != nil {
				return nil, err
			}
		}
	}
	_, err = w.Close()
	return buf.Bytes(), err
}

// ReadBackup reads a whole backup into memory. It refuses a damaged one.
func ReadBackup(r io.ReaderAt, size int64, step Step) (Dump, error) {
	b, err := Open(r, size)
	if err != nil {
		return Dump{}, err
	}
	if err := b.Verify(step); err != nil {
		return Dump{}, err
	}
	d := Dump{Head: b.Head, Text: map[string]map[string]json.RawMessage{}, Binary: map[string]map[string][]byte{}}
	err = b.Rows(func(table, key string, data []byte) error {
		if d.Text[table] == nil {
			d.Text[table] = map[string]json.RawMessage{}
		}
		d.Text[table][key] = bytes.Clone(data)
		return nil
	})
	if err != nil {
		return Dump{}, err
	}
	for _, f := range b.Files {
		if d.Binary[f.Table] == nil {
			d.Binary[f.Table] = map[string][]byte{}
		}
		if d.Binary[f.Table][f.Key], err = f.Read(); err != nil {
			return Dump{}, err
		}
	}
	return d, nil
}
