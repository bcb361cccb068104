// Package container puts files under a passphrase in the age format, version 1
// (age-encryption.org/v1, recipient type scrypt), so that any age program opens
// them, too.
package container

import (
	"errors"
	"io"

	"filippo.io/age"
)

// Ext ends the names of containers: «архив.zip.age».
const Ext = ".age"

// Reasons why [Open] and [Opened] refuse a file.
var (
	ErrPassphrase = errors.New("wrong passphrase")
	ErrForeign    = errors.New("not a container under a passphrase")
	ErrCut        = errors.New("the end is missing")
	ErrEnd        = errors.New("the end is missing or was changed")
	ErrChanged    = errors.New("the file was changed")
)

const intro = "age-encryption.org/v1\n"

// Is reports whether a file begins as a container does.
func Is(r io.ReaderAt) bool {
	head := make([]byte, len(intro))
	_, err := r.ReadAt(head, 0)
	return (err == nil || err == io.EOF) && string(head) == intro
}

// Seal writes the header of a container and returns the writer for its content.
// work is log2 of scrypt's N, 1 to 30. Close writes the end and leaves out open.
func Seal(out io.Writer, passphrase string, work int) (io.WriteCloser, error) {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(work)
	return age.Encrypt(out, recipient)
}
