// Package recognise tells what a file is by its content, whatever its name
// says: the one place that knows signatures. It opens nothing and promises
// nothing but the kind: the part that opens the file judges what is in it.
package recognise

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// headSize is how much of a file's beginning is looked at.
const headSize = 128 << 10

// File tells the kind of a file. The name is asked about lock files only. An
// error is one of r: the file cannot be read at all.
func File(name string, r io.ReaderAt, size int64) (FileKind, error) {
	head := make([]byte, min(size, headSize))
	if n, err := r.ReadAt(head, 0); n < len(head) && err != nil && !errors.Is(err, io.EOF) {
		return Unknown, err
	}
	switch {
	case isLockFile(name, size):
		return LockFile, nil
	case size == 0:
		return Empty, nil
	case len(bytes.Trim(head, "\x00")) == 0:
		return Blank, nil
	}
	for _, s := range signs {
		if s.suits(head) {
			if s.look != nil {
				return s.look(r, size), nil
			}
			return s.kind, nil
		}
	}
	return ofText(head), nil
}

// Bytes is [File] for a file in memory.
func Bytes(name string, data []byte) FileKind {
	kind, _ := File(name, bytes.NewReader(data), int64(len(data)))
	return kind
}

// isLockFile knows the files that Office («~$отчёт.xlsx») and LibreOffice
// («.~lock.отчёт.ods#») keep beside an open document.
func isLockFile(name string, size int64) bool {
	const most = 1 << 10
	return size <= most && (strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~lock."))
}
