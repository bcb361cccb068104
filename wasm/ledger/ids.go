package ledger

import (
	"bufio"
	"crypto/rand"
	"time"

	"github.com/google/uuid"
)

// NewID returns a random UUID.
func NewID() string { return uuid.NewString() }

// In a browser each request for randomness costs more than the rest of an id;
// an archive of 10,000 appeals needs 60,000 ids. The pool guards the reader
// behind it, which two goroutines must not ask at once.
func init() {
	uuid.SetRand(bufio.NewReader(rand.Reader)) // 4 KB at once
	uuid.EnableRandPool()
}

// NewArchiveID returns an id that holds its time, so that parts of a build
// which failed can be told from one that is going on just now.
func NewArchiveID() string {
	id, err := uuid.NewV7()
	if err != nil {
		return NewID()
	}
	return id.String()
}

// Old reports whether an id that holds its time is past [orphanAge].
func (l *Ledger) Old(key string) bool {
	id, err := uuid.Parse(key)
	if err != nil || id.Version() != 7 {
		return false
	}
	sec, nsec := id.Time().UnixTime()
	return l.office.Now().Sub(time.Unix(sec, nsec)) > orphanAge
}
