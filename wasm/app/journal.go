package app

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// Archive is a row of the journal: what was formed, from what, by which
// versions. Its bytes are kept, so that the very same file can be had again.
type Archive struct {
	ID        string         `json:"id"`
	Kind      ArchiveKind    `json:"kind"`
	Created   time.Time      `json:"created"`
	Profile   appeal.Profile `json:"profile"` // as it was then
	Month     appeal.Month   `json:"month"`
	Parts     []Part         `json:"parts"`
	Entries   []Entry        `json:"entries"`
	LeftOut   []LeftOut      `json:"leftOut"`
	FilesOut  []FileOut      `json:"filesOut"` // answer files that stayed out (B-40)
	Zero      *rules.Zero    `json:"zero,omitempty"`
	Program   string         `json:"program"`   // version and build
	Format    string         `json:"format"`    // name and version of the format profile
	Codes     string         `json:"codes"`     // edition of the classifier
	Confirmed bool           `json:"confirmed"` // zero report: the template was confirmed
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
}

// LeftOut names an appeal that stayed out, and why.
type LeftOut struct {
	ID     string `json:"id"`
	Number string `json:"number"`
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
	part, ok := a.part(req)
	if !ok {
		return Part{}, nil, fault(store.ErrNotFound)
	}
	row, err := a.store.Get(ctx, store.Parts, partKey(req.ID, req.Part))
	if err != nil {
		return Part{}, nil, fault(err)
	}
	if checksum(row.Data) != part.SHA256 {
		return Part{}, nil, problem("damaged", "Архив в журнале повреждён: контрольная сумма не сходится.",
			"Сформируйте архив за этот месяц ещё раз.")
	}
	return part, []rpc.File{row.Data}, nil
}

func (a *App) part(req ArchivePartReq) (Part, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, row := range a.journal {
		if row.ID == req.ID && req.Part >= 0 && req.Part < len(row.Parts) {
			return row.Parts[req.Part], true
		}
	}
	return Part{}, false
}

func partKey(id string, n int) string { return fmt.Sprintf("%s/%d", id, n) }

func checksum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// keepArchive stores parts, each by itself so that memory does not grow with
// their number, and the row of the journal last: without it nothing counts.
func (a *App) keepArchive(ctx context.Context, row Archive, parts [][]byte) (Archive, error) {
	row.Created = a.options.Now().UTC()
	row.Program = Version + " (" + a.options.Build + ")"
	row.Codes = static.ClassifierEdition
	for i, data := range parts {
		if _, err := a.store.Write(ctx, []store.Op{{Table: store.Parts, Key: partKey(row.ID, i), Rev: store.AnyRev, Data: data}}); err != nil {
			return Archive{}, fault(err)
		}
	}
	if _, err := a.put(ctx, store.Archives, row.ID, 0, row); err != nil {
		return Archive{}, fault(err)
	}
	a.mu.Lock()
	a.journal = append(a.journal, row)
	a.mu.Unlock()
	return row, nil
}

// archivesOf returns the archives of a profile and month, oldest first.
func (a *App) archivesOf(profileID string, m appeal.Month) []Archive {
	list := []Archive{}
	for _, row := range a.journal {
		if row.Profile.ID == profileID && row.Month == m {
			list = append(list, row)
		}
	}
	return list
}

// nextPart is the number of the next part for a profile and month: numbers go
// on over all archives, so that no file name comes twice.
func (a *App) nextPart(profileID string, m appeal.Month) int {
	n := 1
	for _, row := range a.archivesOf(profileID, m) {
		n += len(row.Parts)
	}
	return n
}

func sortJournal(list []Archive) {
	slices.SortFunc(list, func(x, y Archive) int { return cmp.Or(x.Created.Compare(y.Created), cmp.Compare(x.ID, y.ID)) })
}
