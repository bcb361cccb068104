package bench

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/exchange"
	"rroform/wasm/store"
)

// seedVersion is the oldest shape of the database that has all we seed: pages
// of earlier commits take it too.
const seedVersion = 2

// Backup is the register as the page restores it.
func Backup(list []appeal.Appeal) ([]byte, error) {
	d := exchange.Dump{Head: exchange.Head{Created: dataDay, Program: "bench", Version: seedVersion,
		Kind: exchange.KindBackup},
		Text: map[string]map[string]json.RawMessage{}}
	put := func(table store.Table, key string, v any) error {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if d.Text[string(table)] == nil {
			d.Text[string(table)] = map[string]json.RawMessage{}
		}
		d.Text[string(table)][key] = data
		return nil
	}
	if err := put(store.Profiles, body.ID, body); err != nil {
		return nil, err
	}
	if err := put(store.Settings, "active", body.ID); err != nil {
		return nil, err
	}
	for i := range list {
		if err := put(store.Appeals, list[i].ID, &list[i]); err != nil {
			return nil, err
		}
	}
	return exchange.WriteBackup(d)
}

// Foreign is an archive of the appeals as another program writes it: by Go's
// own zip, level 6.
func Foreign(list []appeal.Appeal) ([]byte, error) {
	var format appeal.FormatProfile
	if err := json.Unmarshal(static.Format(), &format); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range list {
		data, err := archive.Marshal(&list[i], body.DepartmentID, &format, nil)
		if err != nil {
			return nil, fmt.Errorf("appeal %d: %w", i, err)
		}
		f, err := w.Create(archive.EntryName(list[i].ID))
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
