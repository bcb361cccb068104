package archive

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/zipdir"
)

// errReadBack means a defect of this package: packed bytes do not unpack to the same.
var errReadBack = errors.New("what was packed reads back as something else")

// Pack compresses the entry with the bytes of its files, unpacks it again and
// compares. The whole text is never in memory: of a large file only the bytes and the
// compressed base64 are.
func (t *Text) Pack(name string, file func(*appeal.Attachment) ([]byte, error)) (Packed, error) {
	p := &packing{}
	rest, from := []byte(nil), 0 // text not packed yet; how much of t.JSON it includes
	for _, hole := range t.Files {
		data, err := file(hole.File)
		if err != nil {
			return Packed{}, err
		}
		rest, from = append(rest, t.JSON[from:hole.At]...), hole.At
		if !evenly(data) {
			rest = base64.StdEncoding.AppendEncode(rest, data)
			continue
		}
		if err := p.checked(rest, false); err != nil {
			return Packed{}, fmt.Errorf("deflate %s: %w", name, err)
		}
		if err := p.base64(data); err != nil {
			return Packed{}, fmt.Errorf("deflate %s: %w", name, err)
		}
		rest = base64.StdEncoding.AppendEncode(rest[:0], data[groups(data):])
	}
	if err := p.checked(append(rest, t.JSON[from:]...), true); err != nil {
		return Packed{}, fmt.Errorf("deflate %s: %w", name, err)
	}
	return p.packed(name), nil
}

// base64 packs the groups of a file (see base64.go).
func (p *packing) base64(data []byte) error {
	p.out = slices.Grow(p.out, len(data)+len(data)/100) // 6.02 bits for 6
	out, crc, ok := appendBase64(p.out, data, p.crc)
	if !ok {
		return errReadBack
	}
	p.out, p.crc, p.size = out, crc, p.size+groups(data)/3*4
	return nil
}

// checked is [packing.text] with a check that the piece unpacks to the same.
func (p *packing) checked(data []byte, last bool) error {
	from := len(p.out)
	if err := p.text(data, last); err != nil {
		return err
	}
	const end = "\x01\x00\x00\xff\xff" // an empty last block, needed if this piece is not the last
	in := io.MultiReader(bytes.NewReader(p.out[from:]), bytes.NewReader([]byte(end)))
	r := zipdir.Inflate(in)
	defer r.Close()
	return compares(r, data)
}

// compares returns errReadBack unless r returns exactly data.
func compares(r io.Reader, data []byte) error {
	var buf [4 << 10]byte
	for {
		n, err := r.Read(buf[:])
		if n > len(data) || !bytes.Equal(buf[:n], data[:n]) {
			return errReadBack
		}
		data = data[n:]
		if err == io.EOF && len(data) == 0 {
			return nil
		}
		if err != nil {
			return errReadBack
		}
	}
}
