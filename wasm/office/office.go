// Package office holds the settings that all work depends on: the profiles of the bodies that report, which of them
// is active, the format profile in force and the clock.
//
// The caller holds the lock of package app. [Office.Now], [Office.Today], [Office.Moment] and [Office.Program] need no
// lock: what they read never changes.
package office

import (
	"time"

	"rroform/wasm/appeal"
)

// Office holds these settings. A new one has no profile; package app adds the first one.
type Office struct {
	Profiles []appeal.Profile
	Active   string // id of the active profile
	Format   FormatRow
	// Epoch counts changes of profiles and of the format profile, on which the entries of archives depend too.
	Epoch   int
	Clock   func() time.Time // in the clerk's time zone
	Version string           // of the program
	Build   string           // hash of the build
}
