package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"math"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
)

// Packed is one file of an archive, compressed and ready to be put into a zip.
type Packed struct {
	Name   string // names that we make are ASCII and end in .json
	CRC    uint32
	Size   int    // bytes of the file
	Data   []byte // the packed bytes
	Method uint16 // the compression method; we write zip.Deflate
}

// mostlyFile is the size from which an entry is nearly all base64: such text
// has no repeats, only a small alphabet, so Huffman coding alone is smaller and
// faster than any level of deflate.
const mostlyFile = 64 << 10

// Pack compresses an entry.
func Pack(name string, data []byte) (Packed, error) {
	p := packing{}
	if err := p.text(data, true); err != nil {
		return Packed{}, fmt.Errorf("deflate %s: %w", name, err)
	}
	return p.packed(name), nil
}

// packing is an entry being compressed piece by piece.
type packing struct {
	out  []byte
	crc  uint32
	size int
}

func (p *packing) packed(name string) Packed { return Packed{name, p.crc, p.size, p.out, zip.Deflate} }

// text adds a piece. It ends with a whole byte.
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

// writers are reused: creating one takes longer than compressing an entry without a
// file.
var writers = map[int]*sync.Pool{flate.BestSpeed: {}, flate.HuffmanOnly: {}}

func writer(level int) (*flate.Writer, error) {
	if w, ok := writers[level].Get().(*flate.Writer); ok {
		return w, nil
	}
	return flate.NewWriter(nil, level)
}

// EntryName returns the file name of an appeal inside the archive. It is made of the
// id, so that it is ASCII (Windows garbles Cyrillic names in zips) and does not change
// when number or applicant are corrected.
func EntryName(appealID string) string { return appealID + ".json" }

// Assemble returns a zip of any size. The same entries in the same order give the same
// bytes, because all times in the zip are fixed.
func Assemble(entries []Packed) ([]byte, error) {
	var out []byte
	w := Writer{Max: math.MaxInt64, Full: func(data []byte, _ int) error { out = data; return nil }}
	for _, p := range entries {
		if err := w.Add(p); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out, err
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
