// Package zipdir opens zips that may be made to do harm: what the directory
// itself costs is bounded before it is read. It is a leaf; who reads zips of
// others reads them through this.
package zipdir

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
)

// ErrTooMany says that a directory lists more files than allowed.
var ErrTooMany = errors.New("zip: too many files in the directory")

var sign = []byte("PK\x01\x02") // begins each line of a directory

// slack: the end of the file is read twice when the directory is looked for.
const slack = 1 << 17 / 46

// Open reads the directory of a zip of at most so many files. The standard
// reader would make a record of a million entries, half a gigabyte in memory,
// before anybody could count them.
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

// Overlap reports whether files share their packed bytes, as those of a bomb
// do that is made of one small part: together they have more than there is.
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

// counter counts the lines of the directory as they are read.
type counter struct {
	in   io.ReaderAt
	left int
	at   int64  // where the last read ended
	tail []byte // its last bytes: a sign may lie across two reads
	open bool   // the directory is read
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
