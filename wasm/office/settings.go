package office

import (
	"encoding/json"
	"fmt"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
)

// Keys of rows in [store.Settings].
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

// Name returns name and version of the format profile, for clerks and for the journal.
func (f *FormatRow) Name() string { return f.Format.Name + ", " + f.Format.Version }

// EntrySettings returns all settings of the format profile that entries of archives depend on. The name does not
// suffice: another edition may have the same one.
func (f *FormatRow) EntrySettings() string {
	return fmt.Sprint(f.Format.CreateDateOfDirect, " ", f.Format.Extended, " ", f.Format.Recipients, " ",
		f.Format.FileRule)
}

// BuiltinFormat returns the format profile that is part of the program.
func BuiltinFormat() FormatRow {
	row := FormatRow{Builtin: true}
	if err := json.Unmarshal(static.Format(), &row.Format); err != nil {
		panic(fmt.Sprintf("internal error: embedded format profile: %v", err))
	}
	return row
}
