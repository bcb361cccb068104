package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
)

// Packed is one file of an archive, deflated and ready to be put into a zip.
type Packed struct {
	Name   string // ours are ASCII and end in .json
	CRC    uint32
	Size   int    // bytes of the file
	Data   []byte // the packed bytes
	Method uint16 // how, zip.Deflate for ours
}

// mostlyFile is the size from which an entry is nearly all base64: such text
// has no repeats worth looking for, only a small alphabet, so Huffman coding
// alone is both smaller and faster than any level (measured.md, "Zip").
const mostlyFile = 64 << 10

// Pack deflates an entry.
func Pack(name string, data []byte) (Packed, error) {
	p := packing{}
	if err := p.text(data, true); err != nil {
		return Packed{}, fmt.Errorf("deflate %s: %w", name, err)
	}
	return p.packed(name), nil
}

// packing is an entry whose pieces are deflated one behind the other.
type packing struct {
	out  []byte
	crc  uint32
	size int
}

func (p *packing) packed(name string) Packed { return Packed{name, p.crc, p.size, p.out, zip.Deflate} }

// text adds a piece of any kind, which ends with a whole byte.
func (p *packing) text(data []byte, last bool) error {
	level := flate.BestSpeed
	if len(data) >= mostlyFile {
		level = flate.HuffmanOnly
	}
	w, err := writer(level)
	if err != nil {
		return err
	}
	defer writers[level].Put(w)
	out := bytes.NewBuffer(p.out)
	w.Reset(out)
	if _, err = w.Write(data); err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	p.out, p.size, p.crc = out.Bytes(), p.size+len(data), crc32.Update(p.crc, crc32.IEEETable, data)
	return err
}

// writers are kept for the next entry: making one costs more than deflating
// an entry without a file.
var writers = map[int]*sync.Pool{flate.BestSpeed: {}, flate.HuffmanOnly: {}}

func writer(level int) (*flate.Writer, error) {
	if w, ok := writers[level].Get().(*flate.Writer); ok {
		return w, nil
	}
	return flate.NewWriter(nil, level)
}

// EntryName is the file name of an appeal inside the archive: its id, so that
// it is ASCII (Windows garbles Cyrillic names in zips) and stays the same when
// number or applicant are corrected.
func EntryName(appealID string) string { return appealID + ".json" }

// headers is what a zip spends on one entry besides data: local header,
// central directory record, and the name in both.
func headers(p Packed) int64 { return 30 + 46 + 2*int64(len(p.Name)) }

// Split parts entries, sorted by name, so that no zip passes max bytes. An
// entry that is larger by itself gets a part of its own.
func Split(entries []Packed, max int64) [][]Packed {
	sorted := append([]Packed(nil), entries...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Name < sorted[j].Name })
	return Cut(sorted, max)
}

// Cut is [Split] in the order given.
func Cut(entries []Packed, max int64) [][]Packed {
	const end = 22 // end of central directory
	var parts [][]Packed
	size := int64(end)
	for _, p := range entries {
		cost := headers(p) + int64(len(p.Data))
		if len(parts) == 0 || size+cost > max {
			parts, size = append(parts, nil), end
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], p)
		size += cost
	}
	return parts
}

// Assemble writes a zip. Times are fixed and order is given, so the same
// entries make the same bytes.
func Assemble(entries []Packed) ([]byte, error) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, p := range entries {
		header := &zip.FileHeader{Name: p.Name, Method: p.Method, CRC32: p.CRC,
			CompressedSize64: uint64(len(p.Data)), UncompressedSize64: uint64(p.Size)}
		// 1 January 1980 in the zip's own clock; Modified would add a time zone.
		if !isASCII(p.Name) && utf8.ValidString(p.Name) {
			header.Flags |= 0x800 // the name is UTF-8
		}
		//lint:ignore SA1019 the deprecated field is the one without a time zone
		header.ModifiedDate = 1<<5 | 1
		f, err := w.CreateRaw(header)
		if err == nil {
			_, err = f.Write(p.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("zip %s: %w", p.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("zip: %w", err)
	}
	return buf.Bytes(), nil
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
