package journal

import "time"

// SentTo names the last archive that held an appeal. Archives that ended with an
// error do not count: the portal does not have what was in them.
type SentTo struct {
	ID     string       `json:"id"`
	File   string       `json:"file"` // of its first part
	Period string       `json:"period"`
	At     time.Time    `json:"at"` // when it was formed
	State  ArchiveState `json:"state"`
}

// SentTo describes the archive for those who ask where an appeal was sent.
func (row *Archive) SentTo() *SentTo {
	to := &SentTo{ID: row.ID, Period: row.Period, At: row.Created, State: row.State}
	if len(row.Parts) > 0 {
		to.File = row.Parts[0].Name
	}
	return to
}
