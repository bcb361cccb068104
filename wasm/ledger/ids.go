package ledger

import (
	"bufio"
	"crypto/rand"
	"time"

	"github.com/google/uuid"
)

// NewID returns a random UUID.
func NewID() string { return uuid.NewString() }

// In a browser a request for random bytes costs more than the rest of an id, and an archive of 10,000 appeals needs
// 60,000 ids. So random bytes are read 4 KB at a time. The pool has a lock, which a bufio.Reader needs.
func init() {
	uuid.SetRand(bufio.NewReader(rand.Reader))
	uuid.EnableRandPool()
}

// NewArchiveID returns an id that contains the time (UUID version 7), so that old parts of a failed build can be
// distinguished from those of a build that runs now; see [Ledger.Old].
func NewArchiveID() string {
	id, err := uuid.NewV7()
	if err != nil {
		return NewID()
	}
	return id.String()
}

// Old reports whether the time in an id of [NewArchiveID] is more than [orphanAge] ago.
func (l *Ledger) Old(key string) bool {
	id, err := uuid.Parse(key)
	if err != nil || id.Version() != 7 {
		return false
	}
	sec, nsec := id.Time().UnixTime()
	return l.office.Now().Sub(time.Unix(sec, nsec)) > orphanAge
}
