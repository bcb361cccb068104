package office

import (
	"time"

	"rroform/wasm/appeal"
)

// Now returns the time of the clerk's computer, in its time zone.
func (o *Office) Now() time.Time { return o.Clock() }

// Today returns the date of the clerk's computer.
func (o *Office) Today() appeal.Date { return appeal.DateOf(o.Now()) }

// Program returns version and build, as the journal stores them.
func (o *Office) Program() string { return o.Version + " (" + o.Build + ")" }

// Moment formats a time for a clerk: дд.мм.гггг чч:мм in her time zone.
func (o *Office) Moment(t time.Time) string {
	return t.In(o.Now().Location()).Format("02.01.2006 15:04")
}

// FormatTime formats a time for the page, as RFC 3339; "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
