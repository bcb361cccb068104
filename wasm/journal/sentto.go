package journal

import "time"

// SentTo describes the last archive that held an appeal. Archives that the portal refused do not count.
type SentTo struct {
	ID     string       `json:"id"`
	File   string       `json:"file"` // name of its first part
	Period string       `json:"period"`
	At     time.Time    `json:"at"` // when it was made
	State  ArchiveState `json:"state"`
}

// SentTo returns the description of the archive.
func (row *Archive) SentTo() *SentTo {
	to := &SentTo{ID: row.ID, Period: row.Period, At: row.Created, State: row.State}
	if len(row.Parts) > 0 {
		to.File = row.Parts[0].Name
	}
	return to
}
