// Package office holds what is set for everybody's work: the profiles of the
// bodies that report, which of them is active, the format profile in force and
// the clerk's clock. The caller holds the lock of package app.
package office

import (
	"time"

	"rroform/wasm/appeal"
)

// Office is that state. A new one has no profile; see [Office.EnsureActive].
type Office struct {
	Profiles []appeal.Profile
	Active   string // id of the active profile
	Format   FormatRow
	// Epoch counts changes of profiles and of the format profile: entries of
	// archives depend on them, besides the records.
	Epoch   int
	Clock   func() time.Time // in the clerk's time zone
	Version string           // of the program
	Build   string           // hash of the build
}
