package office

import (
	"time"

	"rroform/wasm/appeal"
)

// Now is the time by the clerk's clock, in her time zone.
func (o *Office) Now() time.Time { return o.Clock() }

// Today is the day by the clerk's clock.
func (o *Office) Today() appeal.Date { return appeal.DateOf(o.Now()) }

// Program names version and build, as the journal keeps them.
func (o *Office) Program() string { return o.Version + " (" + o.Build + ")" }

// Moment is a time by the clerk's clock.
func (o *Office) Moment(t time.Time) string {
	return t.In(o.Now().Location()).Format("02.01.2006 15:04")
}

// FormatTime writes a time as the page reads it, RFC 3339; "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
