package ledger

import (
	"time"

	"github.com/google/uuid"
)

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
