package scenario

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// read returns the files of the downloaded zip by the number of the appeal, and all of
// them in their order.
func (p *player) read() (byNumber map[string][][]byte, all [][]byte, err error) {
	data, err := p.clerk.Download()
	if err == nil && data == nil {
		said, _ := p.clerk.Alert()
		err = fmt.Errorf("no download; the program said %q", said)
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	byNumber = map[string][][]byte{}
	for _, f := range r.File {
		text, err := content(f)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		var e struct {
			Number string `json:"number"`
		}
		if err := json.Unmarshal(text, &e); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		byNumber[e.Number] = append(byNumber[e.Number], text)
		all = append(all, text)
	}
	return byNumber, all, nil
}

func content(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func (p *player) entries(_ Scope, args []string) error {
	want, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	_, all, err := p.read()
	if err == nil && len(all) != want {
		return fmt.Errorf("%d entries", len(all))
	}
	return err
}

func (p *player) entry(_ Scope, args []string) error {
	byNumber, _, err := p.read()
	if err != nil {
		return err
	}
	if n := len(byNumber[args[0]]); n != 1 {
		return fmt.Errorf("%d entries have this number", n)
	}
	return p.golden(args[1], byNumber[args[0]][0])
}

func (p *player) onlyEntry(_ Scope, args []string) error {
	_, all, err := p.read()
	if err != nil {
		return err
	}
	if len(all) != 1 {
		return fmt.Errorf("%d entries", len(all))
	}
	return p.golden(args[0], all[0])
}

// golden compares an entry with a golden file byte for byte. The file has the entry as
// it is, or indented if the entry is compact.
func (p *player) golden(name string, entry []byte) error {
	path := filepath.Join(p.dir, name)
	if p.update {
		return write(path, entry)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	want := bytes.TrimSuffix(file, []byte("\n"))
	if bytes.Equal(entry, want) {
		return nil
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, want); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if !bytes.Equal(entry, compact.Bytes()) {
		return fmt.Errorf("not as in %s\ngot  %s\nwant %s", name, entry, compact.Bytes())
	}
	return nil
}

func write(path string, entry []byte) error {
	var text bytes.Buffer
	if bytes.ContainsRune(entry, '\n') {
		text.Write(entry)
	} else if err := json.Indent(&text, entry, "", "  "); err != nil {
		return err
	}
	text.WriteByte('\n')
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

func (p *player) inside(_ Scope, args []string) error {
	byNumber, _, err := p.read()
	if err == nil && len(byNumber[args[0]]) == 0 {
		return fmt.Errorf("it lacks it")
	}
	return err
}

func (p *player) outside(_ Scope, args []string) error {
	byNumber, _, err := p.read()
	if err == nil && len(byNumber[args[0]]) > 0 {
		return fmt.Errorf("it contains it")
	}
	return err
}
