package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// Archive is a row of the journal: what was formed, from what, by which
// versions. Its bytes are kept, so that the very same file can be had again.
type Archive struct {
	ID        string          `json:"id"`
	Kind      ArchiveKind     `json:"kind"`
	Rev       int64           `json:"rev"`
	Created   time.Time       `json:"created"`
	Profile   appeal.Profile  `json:"profile"` // as it was then
	Mode      ArchiveMode     `json:"mode"`
	Month     appeal.Month    `json:"month"` // asked for; zero in the other modes
	From      appeal.Date     `json:"from"`  // asked for; "" without a range
	To        appeal.Date     `json:"to"`
	Filter    *RegisterReq    `json:"filter,omitempty"`
	Period    string          `json:"period"` // what was asked for, in words: «октябрь 2026», «с 01.09.2026 по 03.10.2026»
	Months    []MonthCount    `json:"months"` // reporting months of what is in it, newest first
	State     ArchiveState    `json:"state"`
	States    []StateChange   `json:"states"` // how it came to that, oldest first
	Parts     []Part          `json:"parts"`
	Entries   []Entry         `json:"entries"`
	LeftOut   []LeftOut       `json:"leftOut"`
	FilesOut  []FileOut       `json:"filesOut"` // answer files that stayed out (B-40)
	Zero      *rules.Zero     `json:"zero,omitempty"`
	Program   string          `json:"program"`   // version and build
	Format    string          `json:"format"`    // name and version of the format profile
	FileRule  appeal.FileRule `json:"fileRule"`  // which answer files went
	Codes     string          `json:"codes"`     // edition of the classifier
	Confirmed bool            `json:"confirmed"` // zero report: the template was confirmed
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
	Hash   string `json:"hash"` // of its content, see [App.fingerprint]
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

// JournalReq asks for the journal of the active profile.
type JournalReq struct{}

// JournalRes lists the archives, newest first.
type JournalRes struct {
	Archives []Archive `json:"archives"`
}

// Journal returns what was formed for the active profile.
func (a *App) Journal(context.Context, JournalReq) (JournalRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := JournalRes{[]Archive{}}
	for _, row := range slices.Backward(a.journal) {
		if row.Profile.ID == a.active {
			res.Archives = append(res.Archives, row)
		}
	}
	return res, nil
}

// ArchivePartReq names a part, counted from 0.
type ArchivePartReq struct {
	ID   string `json:"id"`
	Part int    `json:"part"`
}

// ArchivePart returns the bytes of a part as they were formed. Bytes that no
// longer have the sum of the journal are refused.
func (a *App) ArchivePart(ctx context.Context, req ArchivePartReq, _ []rpc.File) (Part, []rpc.File, error) {
	row, err := a.archive(req.ID)
	if err != nil || req.Part < 0 || req.Part >= len(row.Parts) {
		return Part{}, nil, fault(store.ErrNotFound)
	}
	data, err := a.partBytes(ctx, &row, req.Part)
	if err != nil {
		return Part{}, nil, err
	}
	return row.Parts[req.Part], []rpc.File{data}, nil
}

// archive returns a row of the journal, of any profile.
func (a *App) archive(id string) (Archive, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, row := range a.journal {
		if row.ID == id {
			return row, nil
		}
	}
	return Archive{}, fault(store.ErrNotFound)
}

func (a *App) partBytes(ctx context.Context, row *Archive, n int) ([]byte, error) {
	kept, err := a.store.Get(ctx, store.Parts, partKey(row.ID, n))
	if err != nil {
		return nil, fault(err)
	}
	if checksum(kept.Data) != row.Parts[n].SHA256 {
		return nil, problem("damaged", "Архив в журнале повреждён: контрольная сумма не сходится.", "Сформируйте его ещё раз.")
	}
	return kept.Data, nil
}

// keptFiles opens all parts of an archive as they were formed.
func (a *App) keptFiles(ctx context.Context, row *Archive) ([]archive.File, error) {
	var files []archive.File
	for n := range row.Parts {
		data, err := a.partBytes(ctx, row, n)
		if err != nil {
			return nil, err
		}
		of, err := archive.Open(data)
		if err != nil {
			return nil, fault(err)
		}
		files = append(files, of...)
	}
	return files, nil
}

func partKey(id string, n int) string { return fmt.Sprintf("%s/%d", id, n) }

// keepArchive stores parts, each by itself so that memory does not grow with
// their number, and the row of the journal last: without it nothing counts.
// The parts get the next free names of the stem.
func (a *App) keepArchive(ctx context.Context, row Archive, stem string, parts [][]byte) (Archive, error) {
	for i, data := range parts {
		if _, err := a.store.Write(ctx, []store.Op{{Table: store.Parts, Key: partKey(row.ID, i), Rev: store.AnyRev, Data: data}}); err != nil {
			return Archive{}, fault(err)
		}
	}
	row.Created = a.options.Now().UTC()
	row.Program = Version + " (" + a.options.Build + ")"
	row.Codes = static.ClassifierEdition
	row.State, row.States = StateFormed, []StateChange{{State: StateFormed, At: row.Created, Who: row.Profile.PersonName}}
	a.mu.Lock()
	defer a.mu.Unlock()
	next := a.nextPart(stem)
	for i, data := range parts {
		row.Parts[i].Name, row.Parts[i].Size, row.Parts[i].SHA256 = archive.PartName(stem, next+i), int64(len(data)), checksum(data)
	}
	rev, err := a.put(ctx, store.Archives, row.ID, 0, row)
	if err != nil {
		return Archive{}, fault(err)
	}
	row.Rev = rev
	a.journal = append(a.journal, row)
	return row, nil
}

// archivesOf returns the archives of a profile that hold appeals of the month
// or say that there were none, oldest first.
func (a *App) archivesOf(profileID string, m appeal.Month) []Archive {
	list := []Archive{}
	for _, row := range a.journal {
		if row.Profile.ID == profileID && row.concerns(m) {
			list = append(list, row)
		}
	}
	return list
}

func (row *Archive) concerns(m appeal.Month) bool {
	return row.Month == m || slices.ContainsFunc(row.Months, func(c MonthCount) bool { return c.Month == m })
}

// nextPart is the number of the next part of a stem: numbers go on over all
// archives, of bodies of the same name too, so that no file name comes twice
// and the browser never adds "(1)".
func (a *App) nextPart(stem string) int {
	last := 0
	for _, row := range a.journal {
		for _, part := range row.Parts {
			last = max(last, archive.PartNumber(stem, part.Name))
		}
	}
	return last + 1
}

func (a *App) takeArchive(r store.Row) error {
	if err := into(r, &a.journal); err != nil {
		return err
	}
	a.journal[len(a.journal)-1].Rev = r.Rev // the row was written with the one before
	return nil
}

func sortJournal(list []Archive) {
	slices.SortFunc(list, func(x, y Archive) int { return cmp.Or(x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID)) })
}
