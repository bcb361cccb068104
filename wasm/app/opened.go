package app

import (
	"context"
	"time"

	"rroform/wasm/office"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// OpenedArchivesReq is empty.
type OpenedArchivesReq struct{}

// OpenedArchivesRes lists the open archives, the oldest first.
type OpenedArchivesRes struct {
	Archives []OpenedArchive `json:"archives"`
}

// OpenedArchive is an open archive without its entries; Size in bytes.
type OpenedArchive struct {
	ID      string    `json:"id"`
	File    string    `json:"file"`
	SHA256  string    `json:"sha256"`
	Size    int64     `json:"size"`
	At      time.Time `json:"at"`
	Entries int       `json:"entries"` // number of files
}

func (o *openArchive) info() OpenedArchive {
	return OpenedArchive{o.ID, o.File, o.SHA256, o.Size, o.At, len(o.Entries)}
}

// OpenedIDReq names an open archive.
type OpenedIDReq struct {
	ID string `json:"id"`
}

// OpenedArchives lists the open archives.
func (a *App) OpenedArchives(context.Context, OpenedArchivesReq) (OpenedArchivesRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := OpenedArchivesRes{[]OpenedArchive{}}
	for _, o := range a.openArchives {
		res.Archives = append(res.Archives, o.info())
	}
	return res, nil
}

// OpenedArchiveReq asks for a page of an archive's contents.
type OpenedArchiveReq struct {
	ID      string `json:"id"`
	Remarks bool   `json:"remarks"` // only entries with remarks and unreadable ones
	Page    int    `json:"page"`    // from 0
	Size    int    `json:"size"`    // rows on a page
}

// OpenedArchiveRes is a page of the entries.
type OpenedArchiveRes struct {
	Archive OpenedArchive `json:"archive"`
	Rows    []OpenedRow   `json:"rows"`
	Total   int           `json:"total"` // rows on all pages
	Counts  OpenedCounts  `json:"counts"`
}

// OpenedCounts counts the entries by verdict.
type OpenedCounts struct {
	Fits       int `json:"fits"`
	Findings   int `json:"findings"`
	Unreadable int `json:"unreadable"`
	Foreign    int `json:"foreign"` // not JSON
	Zeros      int `json:"zeros"`   // zero reports
	Removed    int `json:"removed"` // deleted on their card
	Edited     int `json:"edited"`
	OtherBody  int `json:"otherBody"` // of another body than the active profile's
}

// OpenedVerdict is the state of an entry.
type OpenedVerdict string

// Values of [OpenedVerdict].
const (
	EntryFits       OpenedVerdict = "fits"
	EntryFindings   OpenedVerdict = "findings"
	EntryUnreadable OpenedVerdict = "unreadable"
	EntryForeign    OpenedVerdict = "foreign"
	EntryRemoved    OpenedVerdict = "removed"
	EntryZero       OpenedVerdict = "zero" // a zero report
)

// OpenedRow is an entry in the table of an archive.
type OpenedRow struct {
	Place   string        `json:"place"` // file name in the archive, with its folder
	ID      string        `json:"id"`    // of its appeal; "" = none
	Number  string        `json:"number"`
	Name    string        `json:"name"`
	Verdict OpenedVerdict `json:"verdict"`
	Remarks int           `json:"remarks"` // how many
	// repairs of the reader, violations of the schema, or why it cannot be read
	Notes     []string `json:"notes"`
	Line      int      `json:"line"`      // line of the entry with the error; 0 = unknown
	Edited    bool     `json:"edited"`    // will be written new, not with its original bytes
	OtherBody bool     `json:"otherBody"` // of another body than the active profile's
}

// OpenedArchive returns a page of the entries of an open archive. The first call checks all entries
// and reports progress.
func (a *App) OpenedArchive(ctx context.Context, req OpenedArchiveReq) (OpenedArchiveRes, error) {
	if err := a.judgeOpened(ctx, req.ID); err != nil {
		return OpenedArchiveRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.openByID(req.ID)
	if o == nil {
		return OpenedArchiveRes{}, closedAlready()
	}
	res := OpenedArchiveRes{Archive: o.info(), Rows: []OpenedRow{}}
	from := max(req.Page, 0) * max(req.Size, 0)
	for i := range o.Entries {
		row := a.openedRow(&o.Entries[i])
		res.Counts.add(&row)
		if req.Remarks && (row.Verdict == EntryFits || row.Verdict == EntryRemoved || row.Verdict == EntryZero) {
			continue
		}
		if res.Total >= from && len(res.Rows) < req.Size {
			row.Notes = a.notes(&o.Entries[i], &row)
			res.Rows = append(res.Rows, row)
		}
		res.Total++
	}
	return res, nil
}

func closedAlready() error {
	return rpc.Problem("closed", "Этот архив уже закрыт.", "Откройте файл снова.")
}

// judgeOpened checks the entries in steps, see [register.Register.InSteps].
func (a *App) judgeOpened(ctx context.Context, id string) error {
	all := office.Locked(a.mu, func() []*register.Record {
		if a.openByID(id) == nil {
			return nil
		}
		return a.register.ByModified(id)
	})
	judge := func(list []*register.Record) int {
		a.mu.Lock()
		defer a.mu.Unlock()
		n := 0
		var env *rules.Env // shared by all; only the body differs
		for _, rec := range list {
			if rec.Removed || rec.Judged {
				continue
			}
			if env == nil {
				env = a.envOf(&rec.Appeal)
			}
			env.Profile.DepartmentID = rec.Appeal.DepartmentID
			a.register.Check(rec, env)
			n++
		}
		return n
	}
	return a.register.InSteps(ctx, all, "Проверяем записи архива", a.register.CompareBatch, judge)
}
