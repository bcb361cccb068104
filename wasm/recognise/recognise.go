// Package recognise determines the kind of a file from its content, not from its name.
// All file signatures are here. It does not check whether the file is valid: the part
// of the program that opens the file does. It has no state.
package recognise

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// headSize is how many bytes at the beginning of a file are read.
const headSize = 128 << 10

// File returns the kind of a file. It uses the name only to recognise lock files. The
// error is that of r if the file cannot be read.
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

// isLockFile reports whether this is a file that Office («~$отчёт.xlsx») or LibreOffice
// («.~lock.отчёт.ods#») creates next to an open document.
func isLockFile(name string, size int64) bool {
	const most = 1 << 10
	return size <= most && (strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~lock."))
}
