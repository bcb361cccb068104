package office

import (
	"time"

	"rroform/wasm/appeal"
)

// now is the time by the clerk's clock, in her time zone.
func (o *Office) Now() time.Time { return o.Clock() }

func (o *Office) Today() appeal.Date { return appeal.DateOf(o.Now()) }

// program names version and build, as the journal keeps them.
func (o *Office) Program() string { return o.Version + " (" + o.Build + ")" }
