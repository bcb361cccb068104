// Package exchange carries the register between machines. A backup is one zip
// that holds every row of every table. It is written and read as a stream: of
// the answer files only one at a time is in memory.
//
//	rroform-backup.json     first: Head
//	tables/NAME/0001.txt    rows of a text table, a line each: CRC-32, key, JSON
//	files/NAME/KEY          a row of a binary table
//	rroform-sums.json       last: SHA-256 of every entry before it
//
// The zip's comment is a CRC-64 of all bytes before it, so that a cut or
// changed file is refused whole. Sizes stand in the local headers, so that what
// is left of such a file can be read without its directory ([Salvage]).
package exchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Head says what a backup holds. It stands first, so that a cut file still
// tells what it lacks.
type Head struct {
	Format  string         `json:"format"`
	Created time.Time      `json:"created"`
	Program string         `json:"program"`        // version of the program that wrote it
	Version int            `json:"version"`        // version of the database's shape
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
	Head    Head
	Files   []File
	Content string // SHA-256 of rows and files, without the time of the backup: equal registers have equal ones; "" in old backups
	verify  func(Step) error
	rows    func(RowFunc) error
}

// RowFunc takes a row of a text table; an error ends the reading.
type RowFunc func(table, key string, data []byte) error

// Step hears how far a long reading is, in bytes; an error ends it.
type Step func(done, total int64) error

// Verify reads the whole file and returns a *RefusedError if a byte of it is
// not as it was written. Old backups are verified entry by entry.
func (b *Backup) Verify(step Step) error { return b.verify(step) }

// Rows yields the rows of all text tables. Their sums are checked.
func (b *Backup) Rows(f RowFunc) error { return b.rows(f) }

// Read returns the bytes of a file. Its sum is checked.
func (f File) Read() ([]byte, error) { return f.read() }

const (
	headName = "rroform-backup.json"
	sumsName = "rroform-sums.json"

	format1   = "rroform-backup-1" // see old.go
	format2   = "rroform-backup-2"
	anyFormat = "rroform-backup-"
)

// Limits against hostile files. Each is far above any register that works.
const (
	maxEntries  = 500_000
	maxText     = 512 << 20 // bytes of all text tables together, unpacked
	maxFile     = 256 << 20 // bytes of one file, and of one entry of text
	maxUnpacked = 16 << 30  // bytes of everything
	maxRatio    = 500       // unpacked to packed, of an entry above minRatio bytes
	minRatio    = 1 << 20

	// Text is held in memory: above minText bytes of it, that of a real
	// register is packed to a tenth.
	minText, maxTextRatio = 64 << 20, 50
)

// RefusedError says in Russian why a file is no usable backup.
type RefusedError struct {
	Text    string // without the full stop
	Newer   bool   // a newer program wrote it
	Damaged bool   // [Salvage] may read a part
	// Unreadable: its directory does not even tell whether it is a backup.
	Unreadable bool
}

func (e *RefusedError) Error() string { return e.Text }

func refuse(format string, args ...any) error {
	return &RefusedError{Text: fmt.Sprintf(format, args...)}
}

func damaged(format string, args ...any) error {
	return &RefusedError{Text: fmt.Sprintf(format, args...), Damaged: true}
}

// readHead tells backups from other zips, and newer ones from those we know.
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

// place parts the name of a file entry into table and key.
func place(name string) (table, key string, ok bool) {
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
