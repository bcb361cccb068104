package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/snappy"
	"golang.org/x/text/encoding/charmap"
)

// forms are the ways in which a text may lie in a file.
func forms(t *testing.T, text string) map[string][]byte {
	t.Helper()
	var wide []byte
	var escaped strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		wide = binary.LittleEndian.AppendUint16(wide, unit)
		fmt.Fprintf(&escaped, `\u%04x`, unit)
	}
	old, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	percent := url.QueryEscape(text)
	all := map[string][]byte{
		"UTF-8": []byte(text), "UTF-16": wide, "Windows-1251": []byte(old),
		"JSON escapes":        []byte(escaped.String()),
		"JSON escapes, large": []byte(strings.ReplaceAll(strings.ToUpper(escaped.String()), `\U`, `\u`)),
		"percent":             []byte(percent), "percent, small": []byte(strings.ToLower(percent)),
	}
	for name, data := range map[string][]byte{"UTF-8": []byte(text), "UTF-16": wide} {
		for shift := range 3 {
			// Only whole groups of three bytes that are the text's alone.
			inner := data[(3-shift)%3:]
			inner = inner[:len(inner)/3*3]
			all[fmt.Sprintf("base64 of %s at %d", name, shift)] = []byte(base64.StdEncoding.EncodeToString(inner))
		}
	}
	return all
}

// sightings searches every file of a folder, and the compressed blocks of LevelDB's
// tables, and returns where the texts are.
func sightings(t *testing.T, dir string, texts ...string) []string {
	t.Helper()
	var found []string
	files := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		name := strings.TrimPrefix(path, dir)
		for _, text := range texts {
			for form, want := range forms(t, text) {
				if bytes.Contains(data, want) || bytes.Contains([]byte(name), want) {
					found = append(found, fmt.Sprintf("%s: %s in %s", name, text, form))
				}
			}
			for _, block := range tableBlocks(data) {
				for form, want := range forms(t, text) {
					if bytes.Contains(block, want) {
						found = append(found, fmt.Sprintf("%s: %s in %s, packed", name, text, form))
					}
				}
			}
		}
		return nil
	})
	if err != nil || files < 10 {
		t.Fatalf("%d files in the profile, %v", files, err)
	}
	return found
}

// tableBlocks unpacks the blocks of a LevelDB table: a footer points to the
// index, whose entries point to the blocks. Nil for any other file.
func tableBlocks(file []byte) (blocks [][]byte) {
	const footer, magic, trailer = 48, 0xdb4775248b80fb57, 5
	if len(file) < footer || binary.LittleEndian.Uint64(file[len(file)-8:]) != magic {
		return nil
	}
	handle := func(b []byte) (at, size uint64, rest []byte) {
		at, n := binary.Uvarint(b)
		size, m := binary.Uvarint(b[n:])
		return at, size, b[n+m:]
	}
	block := func(at, size uint64) []byte {
		if at+size+trailer > uint64(len(file)) {
			return nil
		}
		data := file[at : at+size]
		if file[at+size] == 1 {
			data, _ = snappy.Decode(nil, data) // nil when it is damaged
		}
		return data
	}
	_, _, rest := handle(file[len(file)-footer:])
	at, size, _ := handle(rest)
	index := block(at, size)
	if len(index) < 4 {
		return nil
	}
	restarts := int(binary.LittleEndian.Uint32(index[len(index)-4:]))
	index = index[:len(index)-4-4*restarts]
	for len(index) > 0 {
		_, n := binary.Uvarint(index) // bytes shared with the key before
		own, m := binary.Uvarint(index[n:])
		value, k := binary.Uvarint(index[n+m:])
		index = index[n+m+k+int(own):]
		at, size, _ := handle(index)
		blocks = append(blocks, block(at, size))
		index = index[value:]
	}
	return blocks
}

// TestSightings: the search finds what lies in any of the forms.
func TestSightings(t *testing.T) {
	dir := t.TempDir()
	for form, data := range forms(t, "Приметинцев") {
		for i := range 10 {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%x %d", form, i)), append([]byte("xx"), data...),
				0o644); err != nil {
				t.Fatal(err)
			}
		}
		found := strings.Join(sightings(t, dir, "Приметинцев"), "\n")
		if !strings.Contains(found, form) {
			t.Errorf("%s is not found: %s", form, found)
		}
	}
	for shift := range 3 {
		text := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("-", shift) + "Приметинцев Эраст"))
		if err := os.WriteFile(filepath.Join(dir, "shifted"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(sightings(t, dir, "Приметинцев"), "\n"); !strings.Contains(found, "shifted") {
			t.Errorf("base64 shifted by %d is not found", shift)
		}
	}
}
