package journal

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// Archive describes an archive that was made, how its appeals were chosen, and which versions made it. Its bytes are
// stored, so that the same file can be downloaded again.
type Archive struct {
	ID      string             `json:"id"`
	Kind    ArchiveKind        `json:"kind"`
	Rev     int64              `json:"rev"`
	Created time.Time          `json:"created"`
	Profile appeal.Profile     `json:"profile"` // as it was at that time
	Mode    ArchiveMode        `json:"mode"`
	Month   appeal.Month       `json:"month"` // requested; zero in the other modes
	From    appeal.Date        `json:"from"`  // requested; "" = no range of days
	To      appeal.Date        `json:"to"`
	Filter  *query.RegisterReq `json:"filter,omitempty"`
	// Period is the request in Russian: «октябрь 2026», «с 01.09.2026 по 03.10.2026».
	Period   string        `json:"period"`
	Months   []MonthCount  `json:"months"` // reporting months of its appeals, newest first
	State    ArchiveState  `json:"state"`
	States   []StateChange `json:"states"`        // all changes of the state, oldest first
	Way      ArchiveWay    `json:"way,omitempty"` // to the portal; "" = unknown
	Parts    []Part        `json:"parts"`
	Count    int           `json:"count"` // number of appeals
	LeftOut  []LeftOut     `json:"leftOut"`
	FilesOut []FileOut     `json:"filesOut"` // answer files that were left out
	Zero     *rules.Zero   `json:"zero,omitempty"`
	Program  string        `json:"program"` // version and build
	Format   string        `json:"format"`  // name and version of the format profile
	// Written is office.FormatRow.EntrySettings at that time; "" = made by an older program.
	Written   string          `json:"written,omitempty"`
	FileRule  appeal.FileRule `json:"fileRule"`  // which answer files were included
	Codes     string          `json:"codes"`     // edition of the classifier
	Confirmed bool            `json:"confirmed"` // zero report: the template was confirmed
	Cleared   string          `json:"cleared"`   // time when its contents were deleted by age, "" = not deleted
	// Seq orders archives, as clocks may be set back. 0 = made by an older program.
	Seq int64 `json:"seq,omitempty"`
	// HandOver is [Archive.HandOverDay] in answers to the page. It is not stored.
	HandOver appeal.Date `json:"handOver,omitempty"`
}

// Row is an archive as it is stored. Entries may have 10,000 elements, so the page gets them only on request.
type Row struct {
	Archive
	Entries []Entry `json:"entries"`
}

// ArchiveKind distinguishes archives of appeals from zero reports.
type ArchiveKind string

// Kinds of archives.
const (
	KindAppeals ArchiveKind = "appeals"
	KindZero    ArchiveKind = "zero"
)

// Part is one zip file of an archive; Size in bytes.
type Part struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
	Entries int    `json:"entries"`
}

// Entry identifies an appeal in an archive.
type Entry struct {
	ID     string `json:"id"`
	Rev    int64  `json:"rev"`
	Number string `json:"number"`
	Hash   string `json:"hash"` // EntryHash, see package register
}

// LeftOut is an appeal that was left out, with the reason.
type LeftOut struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// FileOut is an answer file that was left out of the archive.
type FileOut struct {
	Number string `json:"number"`
	Name   string `json:"name"`
}

// Holds reports whether the archive has an entry of the appeal.
func (row *Row) Holds(id string) bool {
	return slices.ContainsFunc(row.Entries, func(e Entry) bool { return e.ID == id })
}

// OfMonth returns the archives of a profile that have appeals of the month or are its zero report, oldest first.
func (j *Journal) OfMonth(profileID string, m appeal.Month) []Archive {
	list := []Archive{}
	if m.IsZero() {
		return list // Month is zero in all archives by days
	}
	for _, row := range j.Rows {
		if row.Profile.ID == profileID && row.concerns(m) {
			list = append(list, row.Archive)
		}
	}
	return list
}

func (row *Archive) concerns(m appeal.Month) bool {
	return row.Month == m || slices.ContainsFunc(row.Months, func(c MonthCount) bool { return c.Month == m })
}

// LoadArchive puts a row of [store.Archives] into memory.
func (j *Journal) LoadArchive(r store.Row) error {
	var row Row
	if err := json.Unmarshal(r.Data, &row); err != nil {
		return err
	}
	row.Rev = r.Rev // the JSON has the revision before the write
	row.Count = len(row.Entries)
	j.Rows = append(j.Rows, row)
	return nil
}

// Sort orders archives by the time when they were made.
func Sort(list []Row) {
	slices.SortStableFunc(list, func(x, y Row) int {
		return cmp.Or(cmp.Compare(x.Seq, y.Seq), x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID))
	})
}
