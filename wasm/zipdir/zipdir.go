// Package zipdir opens zips that may be hostile. It limits the memory that the zip's
// directory takes before the directory is read. Use it to open any zip that another
// program may have written.
package zipdir

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
)

// ErrTooMany means that a directory lists more files than allowed.
var ErrTooMany = errors.New("zip: too many files in the directory")

var sign = []byte("PK\x01\x02") // begins each entry of a directory

// slack is how many entries may be counted twice: to find the directory, archive/zip
// reads the end of the file, less than 128 KB, and an entry has at least 46 bytes.
const slack = 1 << 17 / 46

// Open reads the directory of a zip with at most this many files, give or take
// slack. archive/zip alone would read a million entries, half a gigabyte in memory,
// before the caller could count them.
func Open(r io.ReaderAt, size int64, most int) (*zip.Reader, error) {
	c := &counter{in: r, left: most + slack}
	z, err := zip.NewReader(c, size)
	if c.left < 0 {
		return nil, ErrTooMany
	}
	c.open = true
	if err == nil {
		z.RegisterDecompressor(zip.Deflate, Inflate)
	}
	return z, err
}

// Overlap reports whether files must share packed bytes, because together they have
// more than size, the length of the zip. A zip bomb may consist of many entries
// with the same bytes.
func Overlap(files []*zip.File, size int64) bool {
	left := size
	for _, f := range files {
		if f.CompressedSize64 > uint64(left) {
			return true
		}
		left -= int64(f.CompressedSize64)
	}
	return false
}

// counter counts the entries of the directory while archive/zip reads them.
type counter struct {
	in   io.ReaderAt
	left int
	at   int64  // where the last read ended
	tail []byte // the last bytes it read: a sign may cross two reads
	open bool   // the directory has been read: no more counting
}

func (c *counter) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.in.ReadAt(p, off)
	if c.open {
		return n, err
	}
	if off != c.at {
		c.tail = nil
	}
	across := append(c.tail, p[:min(n, len(sign)-1)]...)
	c.left -= bytes.Count(across, sign) + bytes.Count(p[:n], sign)
	c.at, c.tail = off+int64(n), bytes.Clone(p[max(0, n-len(sign)+1):n])
	if c.left < 0 {
		return 0, ErrTooMany
	}
	return n, err
}
