// Package exchange writes and reads backups and hand-over files, which carry the
// register, or some appeals of it, to another machine. Such a file is one zip with
// the rows of all tables. It is written and read as a stream: only one answer file
// at a time is in memory. Its entries:
//
//	rroform-backup.json     first: Head
//	tables/NAME/0001.txt    rows of a text table, one in a line: CRC-32, key, JSON
//	files/NAME/KEY          a row of a binary table
//	rroform-sums.json       last: SHA-256 of every entry before it
//
// The zip's comment is a CRC-64 of all bytes before it, so a truncated or changed
// file is refused as a whole. Local headers contain the sizes, so the rest of a
// damaged file can be read without its directory ([Salvage]).
//
// Functions and types of this package have no lock and share no state.
package exchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Head describes the content of a backup. It comes first, so that a truncated file
// still shows how many rows are missing.
type Head struct {
	Format  string         `json:"format"`
	Created time.Time      `json:"created"`
	Program string         `json:"program"`        // version of the program that wrote it
	Version int            `json:"version"`        // version of the database schema (package store)
	Kind    string         `json:"kind,omitempty"` // [KindBackup] or [KindHandover]
	Rows    map[string]int `json:"rows"`           // by table
}

// File is a row of a binary table.
type File struct {
	Table, Key string
	Size       int64 // bytes
	read       func() ([]byte, error)
}

// Backup is an opened backup.
type Backup struct {
	Head  Head
	Files []File
	// Content is the SHA-256 of rows and files without the time of the backup:
	// backups of equal registers have equal ones. "" in old backups.
	Content string
	verify  func(Step) error
	rows    func(RowFunc) error
}

// RowFunc receives a row of a text table. Its error ends the reading.
type RowFunc func(table, key string, data []byte) error

// Step receives the progress of a long reading in bytes. Its error ends the reading.
type Step func(done, total int64) error

// Verify reads the whole file and returns a *RefusedError if any byte of it has
// changed. Old backups are verified entry by entry.
func (b *Backup) Verify(step Step) error { return b.verify(step) }

// Rows calls f for each row of all text tables, after checking its sum.
func (b *Backup) Rows(f RowFunc) error { return b.rows(f) }

// Read returns the bytes of a file, after checking their sum.
func (f File) Read() ([]byte, error) { return f.read() }

const (
	headName = "rroform-backup.json"
	sumsName = "rroform-sums.json"

	format1   = "rroform-backup-1" // see old.go
	format2   = "rroform-backup-2"
	anyFormat = "rroform-backup-"
)

// Limits against hostile files, each far above the largest real register.
const (
	maxEntries  = 500_000
	maxText     = 512 << 20 // bytes of all text tables together, unpacked
	maxFile     = 256 << 20 // bytes of one file, and of one entry of text
	maxUnpacked = 16 << 30  // bytes of everything
	maxRatio    = 500       // unpacked to packed, of an entry above minRatio bytes
	minRatio    = 1 << 20

	// Text is read into memory, so its compression ratio has a stricter limit once
	// there are minText bytes of it. That of a real register is about 10.
	minText, maxTextRatio = 64 << 20, 50
)

// RefusedError says in Russian why a file cannot be used as a backup.
type RefusedError struct {
	Text    string // without the full stop
	Newer   bool   // a newer program wrote it
	Damaged bool   // [Salvage] may read a part of it
	// Unreadable: it is unknown whether the file is a backup at all.
	Unreadable bool
}

func (e *RefusedError) Error() string { return e.Text }

func refuse(format string, args ...any) error {
	return &RefusedError{Text: fmt.Sprintf(format, args...)}
}

func damaged(format string, args ...any) error {
	return &RefusedError{Text: fmt.Sprintf(format, args...), Damaged: true}
}

// readHead parses a head and refuses other zips and backups of newer programs.
func readHead(data []byte) (Head, error) {
	var h Head
	if err := json.Unmarshal(data, &h); err != nil || !strings.HasPrefix(h.Format, anyFormat) {
		return h, refuse("Это не резервная копия РРО-формы")
	}
	if h.Format != format1 && h.Format != format2 {
		return h, &RefusedError{Text: "Резервная копия сделана более новой версией программы", Newer: true}
	}
	return h, nil
}

// fileKey splits the name of a file entry into table and key.
func fileKey(name string) (table, key string, ok bool) {
	rest, ok := strings.CutPrefix(name, "files/")
	if !ok {
		return "", "", false
	}
	table, key, ok = strings.Cut(rest, "/")
	return table, key, ok && table != "" && key != ""
}

// tableOf returns the table of a text entry.
func tableOf(name string) (string, bool) {
	rest, ok := strings.CutPrefix(name, "tables/")
	if !ok {
		return "", false
	}
	table, _, ok := strings.Cut(rest, "/")
	return table, ok && table != ""
}
