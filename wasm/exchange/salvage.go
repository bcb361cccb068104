package exchange

import (
	"bytes"
	"compress/flate" // not klauspost's: archive/zip already brings this one into the page
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
)

// The local header of a zip (APPNOTE 4.3.7).
const (
	localSign   = "PK\x03\x04"
	localHeader = 30 // bytes before the name
	maxName     = 1000
)

// local is an entry as its local header describes it.
type local struct {
	name         string
	method       uint16
	crc          uint32
	packed, size int64
	body         int64 // offset of its packed bytes
}

// readTwice limits how often the file is read, on average. Headers of a hostile
// file may all claim the whole file as their entry, and reading it for each would
// not end. In a file that is only damaged hardly a byte is read twice.
const readTwice = 2

// maxSalvaged is how many bytes of text are unpacked: twice those of a large
// register.
const maxSalvaged = 256 << 20

// Salvage reads the rows and files of a damaged backup whose own sums are right,
// without using the zip directory. It keeps the rows in memory. If the head is
// lost, Head is empty. The error is a *RefusedError if nothing can be read, as in
// any backup in format 1.
func Salvage(r io.ReaderAt, size int64, step Step) (*Backup, error) {
	type row struct {
		table, key string
		data       []byte
	}
	var rows []row
	b := &Backup{verify: func(Step) error { return nil }}
	b.rows = func(take RowFunc) error {
		for _, x := range rows {
			if err := take(x.table, x.key, x.data); err != nil {
				return err
			}
		}
		return nil
	}
	seen := map[string]bool{}
	work, room := size*readTwice, int64(maxSalvaged) // bytes that may still be read and unpacked
	err := eachLocal(r, size, step, func(e local) {
		if badName(e.name) || seen[e.name] || work < 0 {
			return
		}
		work -= min(e.packed, max(0, size-e.body))
		if table, key, ok := fileKey(e.name); ok && wholeFile(r, size, e) {
			seen[e.name] = true
			b.Files = append(b.Files, File{table, key, e.size, func() ([]byte, error) { return readStored(r, e) }})
			return
		}
		data := inflate(r, size, e, room)
		room -= int64(len(data))
		table, ok := tableOf(e.name)
		switch {
		case ok:
			_, _ = eachRow(table, data, func(table, key string, data []byte) error {
				if name := "tables/" + table + "\t" + key; !seen[name] {
					seen[name] = true
					rows = append(rows, row{table, key, data})
				}
				return nil
			})
		case e.name == headName && crc32.ChecksumIEEE(data) == e.crc:
			if h, err := readHead(data); err == nil && h.Format == format2 {
				b.Head = h
			}
		}
	})
	if err != nil {
		return nil, err
	}
	if len(rows)+len(b.Files) == 0 {
		return nil, refuse("Файл повреждён, и прочитать из него ничего нельзя")
	}
	return b, nil
}

// eachLocal calls f for each entry, going from header to header. After one that
// seems wrong it searches for the next.
func eachLocal(r io.ReaderAt, size int64, step Step, f func(local)) error {
	window := make([]byte, 64<<10)
	for at, n := int64(0), 0; at < size && n < maxEntries; {
		if err := step(at, size); err != nil {
			return err
		}
		e, ok := readLocal(r, at)
		if !ok {
			next, found := findSign(r, at+1, size, window)
			if !found {
				return nil
			}
			at = next
			continue
		}
		n++
		f(e)
		if end := e.body + e.packed; endsWell(r, end, size) {
			at = end
		} else {
			at += localHeader
		}
	}
	return nil
}

// readLocal reads the local header at an offset. ok is false if there is none, or
// none of a backup.
func readLocal(r io.ReaderAt, at int64) (e local, ok bool) {
	head := make([]byte, localHeader)
	if _, err := r.ReadAt(head, at); err != nil || string(head[:4]) != localSign {
		return e, false
	}
	u16, u32 := binary.LittleEndian.Uint16, binary.LittleEndian.Uint32
	name := make([]byte, u16(head[26:]))
	if len(name) > maxName {
		return e, false
	}
	if _, err := r.ReadAt(name, at+localHeader); err != nil && err != io.EOF {
		return e, false
	}
	e = local{
		name:   string(name),
		method: u16(head[8:]),
		crc:    u32(head[14:]),
		packed: int64(u32(head[18:])),
		size:   int64(u32(head[22:])),
		body:   at + localHeader + int64(len(name)) + int64(u16(head[28:])),
	}
	ours := strings.HasPrefix(e.name, "tables/") || strings.HasPrefix(e.name, "files/") ||
		e.name == headName || e.name == sumsName
	return e, ours && e.size <= maxFile
}

// endsWell reports whether another entry or the directory begins at an offset.
func endsWell(r io.ReaderAt, at, size int64) bool {
	sign := make([]byte, 4)
	if at+4 > size {
		return false
	}
	_, err := r.ReadAt(sign, at)
	return (err == nil || err == io.EOF) && (string(sign) == localSign || string(sign) == "PK\x01\x02")
}

// findSign returns the offset of the next local header. window is its buffer.
func findSign(r io.ReaderAt, from, size int64, window []byte) (int64, bool) {
	for from < size {
		n, err := r.ReadAt(window[:min(int64(len(window)), size-from)], from)
		if err != nil && err != io.EOF {
			return 0, false
		}
		if i := bytes.Index(window[:n], []byte(localSign)); i >= 0 {
			return from + int64(i), true
		}
		if n < len(window) {
			return 0, false
		}
		from += int64(len(window) - len(localSign) + 1)
	}
	return 0, false
}

// wholeFile reports whether an unpacked entry is complete and its sum is right.
func wholeFile(r io.ReaderAt, size int64, e local) bool {
	if e.method != 0 || e.packed != e.size || e.body+e.size > size {
		return false
	}
	sum := crc32.NewIEEE()
	_, err := io.Copy(sum, io.NewSectionReader(r, e.body, e.size))
	return err == nil && sum.Sum32() == e.crc
}

// readStored reads an entry that is not packed.
func readStored(r io.ReaderAt, e local) ([]byte, error) {
	data := make([]byte, e.size)
	if _, err := io.ReadFull(io.NewSectionReader(r, e.body, e.size), data); err != nil {
		return nil, damaged("Файл резервной копии не читается до конца")
	}
	return data, nil
}

// inflate unpacks a deflated entry up to its first damage, at most this many bytes.
func inflate(r io.ReaderAt, size int64, e local, most int64) []byte {
	if e.method != 8 {
		return nil
	}
	packed := io.NewSectionReader(r, e.body, min(e.packed, max(0, size-e.body)))
	data, _ := io.ReadAll(io.LimitReader(flate.NewReader(packed), min(e.size, most)))
	return data
}
