package exchange

import (
	"archive/zip"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// openOld opens a backup in format 1: a table is one JSON object, by key, in
// tables/NAME.json, and the SHA-256 sums of the entries are in the head.
func openOld(head []byte, files map[string]*zip.File) (*Backup, error) {
	var m struct {
		Head
		SHA256 map[string]string `json:"sha256"`
	}
	if err := json.Unmarshal(head, &m); err != nil {
		return nil, damaged("Резервная копия повреждена: не читается «%s»", headName)
	}
	if len(m.SHA256) != len(files)-1 {
		return nil, damaged("Резервная копия изменена: состав частей не тот, что записан в ней самой")
	}
	b := &Backup{Head: m.Head}
	var text []*zip.File
	for _, name := range slices.Sorted(maps.Keys(m.SHA256)) {
		f, there := files[name]
		if !there {
			return nil, damaged("Резервная копия повреждена: нет «%s»", name)
		}
		if table, key, ok := fileKey(name); ok {
			b.Files = append(b.Files, zipFile(table, key, f, m.SHA256[name]))
			continue
		}
		if !strings.HasPrefix(name, "tables/") {
			return nil, damaged("Резервная копия изменена: в ней лишняя часть «%s»", name)
		}
		text = append(text, f)
	}
	b.rows = func(take RowFunc) error {
		for _, f := range text {
			data, err := unpackSum(f, m.SHA256[f.Name])
			if err != nil {
				return err
			}
			if err := oldTable(f.Name, data, take); err != nil {
				return err
			}
		}
		return nil
	}
	b.verify = func(step Step) error {
		for i, f := range b.Files {
			if err := step(int64(i), int64(len(b.Files))); err != nil {
				return err
			}
			if _, err := f.Read(); err != nil {
				return err
			}
		}
		return b.rows(func(string, string, []byte) error { return nil })
	}
	return b, nil
}

// oldTable calls take for each row of a table in format 1.
func oldTable(name string, data []byte, take RowFunc) error {
	var rows map[string]json.RawMessage
	if err := json.Unmarshal(data, &rows); err != nil {
		return damaged("Резервная копия повреждена: не читается «%s»", name)
	}
	table := strings.TrimSuffix(strings.TrimPrefix(name, "tables/"), ".json")
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		if err := take(table, key, rows[key]); err != nil {
			return err
		}
	}
	return nil
}
