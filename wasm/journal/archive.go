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

// Archive is a row of the journal: what was formed, from what, by which
// versions. Its bytes are kept, so that the very same file can be had again.
type Archive struct {
	ID      string             `json:"id"`
	Kind    ArchiveKind        `json:"kind"`
	Rev     int64              `json:"rev"`
	Created time.Time          `json:"created"`
	Profile appeal.Profile     `json:"profile"` // as it was then
	Mode    ArchiveMode        `json:"mode"`
	Month   appeal.Month       `json:"month"` // asked for; zero in the other modes
	From    appeal.Date        `json:"from"`  // asked for; "" without a range
	To      appeal.Date        `json:"to"`
	Filter  *query.RegisterReq `json:"filter,omitempty"`
	// what was asked for, in words: «октябрь 2026», «с 01.09.2026 по 03.10.2026»
	Period   string        `json:"period"`
	Months   []MonthCount  `json:"months"` // reporting months of what is in it, newest first
	State    ArchiveState  `json:"state"`
	States   []StateChange `json:"states"`        // how it came to that, oldest first
	Way      ArchiveWay    `json:"way,omitempty"` // on which it came there; "" = not said
	Parts    []Part        `json:"parts"`
	Count    int           `json:"count"` // appeals in it
	LeftOut  []LeftOut     `json:"leftOut"`
	FilesOut []FileOut     `json:"filesOut"` // answer files that stayed out (B-40)
	Zero     *rules.Zero   `json:"zero,omitempty"`
	Program  string        `json:"program"` // version and build
	Format   string        `json:"format"`  // name and version of the format profile
	// how entries were written, see FormatRow.written; "" = of an older program
	Written   string          `json:"written,omitempty"`
	FileRule  appeal.FileRule `json:"fileRule"`  // which answer files went
	Codes     string          `json:"codes"`     // edition of the classifier
	Confirmed bool            `json:"confirmed"` // zero report: the template was confirmed
	Cleared   string          `json:"cleared"`   // when its contents were deleted by age, "" = they are there
	// Seq is its place in the journal: clocks are set back. 0 = of an older program.
	Seq int64 `json:"seq,omitempty"`
	// HandOver is [Archive.HandOverDay] in answers to the page. It is not stored.
	HandOver appeal.Date `json:"handOver,omitempty"`
}

// Row is an archive as it is stored. Its list may have 10,000 lines: it
// leaves the core only when it is asked for.
type Row struct {
	Archive
	Entries []Entry `json:"entries"`
}

// ArchiveKind tells archives of appeals from zero reports.
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

// Entry names an appeal inside an archive.
type Entry struct {
	ID     string `json:"id"`
	Rev    int64  `json:"rev"`
	Number string `json:"number"`
	Hash   string `json:"hash"` // of the entry, see [register.Register.EntryHash]
}

// LeftOut names an appeal that stayed out, and why.
type LeftOut struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// FileOut names an answer file that stayed out of the archive.
type FileOut struct {
	Number string `json:"number"`
	Name   string `json:"name"`
}

// Holds reports whether the archive holds an appeal.
func (row *Row) Holds(id string) bool {
	return slices.ContainsFunc(row.Entries, func(e Entry) bool { return e.ID == id })
}

// OfMonth returns the archives of a profile that hold appeals of the month
// or say that there were none, oldest first.
func (j *Journal) OfMonth(profileID string, m appeal.Month) []Archive {
	list := []Archive{}
	if m.IsZero() {
		return list // archives by days have no month of their own: they would all agree
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

// LoadArchive takes a row of [store.Archives].
func (j *Journal) LoadArchive(r store.Row) error {
	var row Row
	if err := json.Unmarshal(r.Data, &row); err != nil {
		return err
	}
	row.Rev = r.Rev // the row was written with the one before
	row.Count = len(row.Entries)
	j.Rows = append(j.Rows, row)
	return nil
}

// Sort puts rows into the order in which they were formed.
func Sort(list []Row) {
	slices.SortStableFunc(list, func(x, y Row) int {
		return cmp.Or(cmp.Compare(x.Seq, y.Seq), x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID))
	})
}
