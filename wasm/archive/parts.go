package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Writer distributes entries, in their order, over zips of at most Max bytes. An entry
// that is larger gets a zip of its own. Only one zip is in memory at a time.
type Writer struct {
	Max  int64
	Full func(data []byte, entries int) error // receives each complete zip, after it was checked

	buf  *bytes.Buffer // nil = no zip begun
	zip  *zip.Writer
	size int64 // length of the zip if it were closed now
	list []located
}

// located describes an entry in the zip, for the check.
type located struct {
	name      string
	crc       uint32
	size      int
	from, len int // of the packed bytes in the zip
}

const endOfZip = 22 // bytes of the end of the central directory

// headers returns the bytes of one entry besides its data: local header, record in
// the directory, and the name in both.
func headers(p *Packed) int64 { return 30 + 46 + 2*int64(len(p.Name)) }

// Add puts an entry into the current zip or a new one. The same entries give the same
// bytes, because all times in the zip are fixed.
func (w *Writer) Add(p Packed) error {
	cost := headers(&p) + int64(len(p.Data))
	if w.buf != nil && w.size+cost > w.Max {
		if err := w.finish(); err != nil {
			return err
		}
	}
	if w.buf == nil {
		w.begin(cost)
	}
	w.size += cost
	header := &zip.FileHeader{Name: p.Name, Method: p.Method, CRC32: p.CRC,
		CompressedSize64: uint64(len(p.Data)), UncompressedSize64: uint64(p.Size)}
	if !isASCII(p.Name) && utf8.ValidString(p.Name) {
		header.Flags |= 0x800 // the name is UTF-8
	}
	// 1 January 1980 as a zip stores it. The field Modified would add a time zone.
	//lint:ignore SA1019 the deprecated field is the one without a time zone
	header.ModifiedDate = 1<<5 | 1
	f, err := w.zip.CreateRaw(header)
	if err == nil {
		err = w.zip.Flush() // so that w.buf.Len() is the offset of the data
	}
	from := w.buf.Len()
	if err == nil {
		_, err = f.Write(p.Data)
	}
	if err != nil {
		return fmt.Errorf("zip %s: %w", p.Name, err)
	}
	w.list = append(w.list, located{p.Name, p.CRC, p.Size, from, len(p.Data)})
	return nil
}

func (w *Writer) begin(first int64) {
	w.buf, w.size = &bytes.Buffer{}, endOfZip
	if first > 1<<20 { // more large entries will follow: growing the buffer would need twice the memory
		w.buf.Grow(int(min(w.Max, 64<<20)))
	}
	w.zip = zip.NewWriter(w.buf)
}

// Close completes the last zip, if there is one.
func (w *Writer) Close() error {
	if w.buf == nil {
		return nil
	}
	return w.finish()
}

func (w *Writer) finish() error {
	if err := w.zip.Close(); err != nil {
		return fmt.Errorf("zip: %w", err)
	}
	data, list := w.buf.Bytes(), w.list
	w.buf, w.list = nil, nil
	if err := found(data, list); err != nil {
		return err
	}
	return w.Full(data, len(list))
}

// found opens a zip as the portal does and checks that its directory lists every
// entry at its place. The packed bytes were already checked when they were packed.
func found(data []byte, list []located) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("zip reads back: %w", err)
	}
	if len(r.File) != len(list) {
		return errors.New("zip reads back with another number of files")
	}
	for i, f := range r.File {
		from, err := f.DataOffset()
		have := located{f.Name, f.CRC32, int(f.UncompressedSize64), int(from), int(f.CompressedSize64)}
		if err != nil || have != list[i] {
			return fmt.Errorf("zip: %s reads back as something else", list[i].name)
		}
	}
	return nil
}
