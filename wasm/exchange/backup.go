// Package exchange carries the register between machines. A backup is one zip
// that holds every row of every table, with a manifest of sums, so that a cut
// or changed file is refused whole.
package exchange

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"time"
)

// Dump is the content of a register: rows by table and key.
type Dump struct {
	Created time.Time
	Program string // version of the program that wrote it
	Version int    // version of the database's shape
	Kind    string // [KindBackup] or [KindHandover]
	Text    map[string]map[string]json.RawMessage
	Binary  map[string]map[string][]byte
}

// maxUnpacked bounds what a backup may unpack to, against hostile files.
const maxUnpacked = 2 << 30

const manifestName = "rroform-backup.json"

type manifest struct {
	Format  string            `json:"format"`
	Created time.Time         `json:"created"`
	Program string            `json:"program"`
	Version int               `json:"version"`
	Kind    string            `json:"kind,omitempty"`
	SHA256  map[string]string `json:"sha256"` // by file name
}

const backupFormat = "rroform-backup-1"

// RefusedError says in Russian why a file is no usable backup.
type RefusedError struct{ Text string }

func (e *RefusedError) Error() string { return e.Text }

// WriteBackup writes the dump as a zip: tables/NAME.json hold text tables as
// one object by key, files/NAME/KEY hold binary rows.
func WriteBackup(d Dump) ([]byte, error) {
	files := map[string][]byte{}
	for table, rows := range d.Text {
		data, err := json.Marshal(rows)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table, err)
		}
		files["tables/"+table+".json"] = data
	}
	for table, rows := range d.Binary {
		for key, data := range rows {
			files["files/"+table+"/"+key] = data
		}
	}
	m := manifest{Format: backupFormat, Created: d.Created, Program: d.Program, Version: d.Version, Kind: d.Kind, SHA256: map[string]string{}}
	for name, data := range files {
		m.SHA256[name] = sum(data)
	}
	head, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	write := func(name string, data []byte) {
		if err != nil {
			return
		}
		var f io.Writer
		if f, err = w.Create(name); err == nil {
			_, err = f.Write(data)
		}
	}
	write(manifestName, head)
	for _, name := range sortedKeys(files) {
		write(name, files[name])
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("write backup: %w", err)
	}
	return buf.Bytes(), nil
}

// ReadBackup reads what WriteBackup wrote. Anything missing, changed or added
// refuses the whole file with a *RefusedError.
func ReadBackup(data []byte) (Dump, error) {
	files, err := unzip(data)
	if err != nil {
		return Dump{}, err
	}
	var m manifest
	if err := json.Unmarshal(files[manifestName], &m); err != nil || m.Format != backupFormat {
		return Dump{}, &RefusedError{"Это не резервная копия РРО-формы"}
	}
	delete(files, manifestName)
	for name, want := range m.SHA256 {
		if got, ok := files[name]; !ok || sum(got) != want {
			return Dump{}, &RefusedError{"Резервная копия повреждена: не сходится «" + name + "»"}
		}
	}
	d := Dump{Created: m.Created, Program: m.Program, Version: m.Version, Kind: m.Kind, Text: map[string]map[string]json.RawMessage{}, Binary: map[string]map[string][]byte{}}
	for name, content := range files {
		if _, listed := m.SHA256[name]; !listed {
			return Dump{}, &RefusedError{"Резервная копия изменена: в ней лишний файл «" + name + "»"}
		}
		if err := d.take(name, content); err != nil {
			return Dump{}, err
		}
	}
	return d, nil
}

func (d *Dump) take(name string, content []byte) error {
	parts := strings.SplitN(name, "/", 3)
	if parts[0] == "tables" && len(parts) == 2 {
		rows := map[string]json.RawMessage{}
		if err := json.Unmarshal(content, &rows); err != nil {
			return &RefusedError{"Резервная копия повреждена: не читается «" + name + "»"}
		}
		d.Text[strings.TrimSuffix(parts[1], ".json")] = rows
		return nil
	}
	if parts[0] != "files" || len(parts) != 3 {
		return &RefusedError{"Резервная копия изменена: в ней лишний файл «" + name + "»"}
	}
	if d.Binary[parts[1]] == nil {
		d.Binary[parts[1]] = map[string][]byte{}
	}
	d.Binary[parts[1]][parts[2]] = content
	return nil
}

func unzip(data []byte) (map[string][]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &RefusedError{"Это не резервная копия, или файл повреждён"}
	}
	files, left := map[string][]byte{}, int64(maxUnpacked)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			return nil, &RefusedError{"Резервная копия повреждена: не читается «" + f.Name + "»"}
		}
		content, err := io.ReadAll(io.LimitReader(in, left+1))
		in.Close()
		if left -= int64(len(content)); err != nil || left < 0 {
			return nil, &RefusedError{"Резервная копия повреждена или слишком велика: «" + f.Name + "»"}
		}
		files[f.Name] = content
	}
	return files, nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func sortedKeys(m map[string][]byte) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
