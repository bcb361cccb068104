package office

import (
	"encoding/json"
	"fmt"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
)

// Names of rows in the settings table.
const (
	SettingActive     = "active"         // id of the active profile
	SettingFormat     = "format"         // FormatRow
	SettingBackup     = "lastBackup"     // time of the last backup file
	SettingFavourites = "favouriteCodes" // codes
	SettingAutoLock   = "autoLock"       // minutes
)

// FormatRow is the format profile in force.
type FormatRow struct {
	Format  appeal.FormatProfile `json:"format"`
	Builtin bool                 `json:"builtin"`
	Loaded  time.Time            `json:"loaded"`
}

// Name tells the format profile from others, for people and in the journal.
func (f *FormatRow) Name() string { return f.Format.Name + ", " + f.Format.Version }

// EntrySettings names all of the format profile that entries of archives depend on:
// another edition may have the same name.
func (f *FormatRow) EntrySettings() string {
	return fmt.Sprint(f.Format.CreateDateOfDirect, " ", f.Format.Extended, " ", f.Format.Recipients, " ",
		f.Format.FileRule)
}

// BuiltinFormat is the format profile that is part of the program.
func BuiltinFormat() FormatRow {
	row := FormatRow{Builtin: true}
	if err := json.Unmarshal(static.Format(), &row.Format); err != nil {
		panic(fmt.Sprintf("internal error: embedded format profile: %v", err))
	}
	return row
}
