package store

import "slices"

// The tables. Text tables hold JSON and can be read whole; binary tables hold
// files and are read row by row. The names are stored on users' disks: they must
// not change.
const (
	Profiles Table = "profiles" // appeal.Profile by id
	Appeals  Table = "appeals"  // appeal.Appeal by id
	Bodies   Table = "bodies"   // recipients added by hand, by GUID in lower case
	Actions  Table = "actions"  // changes of many appeals, for undo
	Presets  Table = "presets"  // saved settings for making archives
	Archives Table = "archives" // the journal of archives that were made, by id
	Settings Table = "settings" // single values by name
	Files    Table = "files"    // binary: answer files by file id
	Parts    Table = "parts"    // binary: archive parts by "archiveID/n"

	Sources  Table = "sources"  // original bytes of the entries of opened archives, many entries in a row
	Opened   Table = "opened"   // archives opened for editing on the screen «Обмен» (exchange), by id
	Logs     Table = "logs"     // what imports and merges did, by id
	Mappings Table = "mappings" // table columns → fields, an office's own results → statuses, by id
	Choices  Table = "choices"  // which classifier code a clerk chose for which search words; the key holds both
	Packs    Table = "packs"    // loaded data packs by kind: classifier, bodies, calendar

	Damaged Table = "damaged" // binary: damaged rows found in a backup, by random ids
)

// Migration is one step of the database schema. Steps only add tables: nothing
// is ever renamed or dropped, because an older page may still have to read the
// database.
type Migration struct {
	Version int
	Text    []Table // text tables this step creates
	Binary  []Table // binary tables this step creates
}

// History is all steps, oldest first. Versions count from 1 without gaps, so a
// database of any age is upgraded by the steps it lacks.
type History []Migration

// Migrations is the history of the program's database.
var Migrations = History{
	{Version: 1,
		Text:   []Table{Profiles, Appeals, Bodies, Actions, Presets, Archives, Settings},
		Binary: []Table{Files, Parts}},
	{Version: 2,
		Text: []Table{Sources, Opened, Logs, Mappings, Packs, Choices}},
	// Since version 3 rows have checksums (see [TextValue]), and the register may
	// be encrypted or in another database (package vault). An older program would
	// see it as damaged or empty, so the new version locks it out.
	{Version: 3,
		Binary: []Table{Damaged}},
	// Since version 4 encrypted rows are bound to their revisions (package
	// sealed). An older program would see them as damaged.
	{Version: 4},
}

// Version returns the newest version in h, 0 if h is empty.
func (h History) Version() int {
	if len(h) == 0 {
		return 0
	}
	return h[len(h)-1].Version
}

// Tables returns every table, in the order of creation.
func (h History) Tables() []Table {
	var all []Table
	for _, m := range h {
		all = append(append(all, m.Text...), m.Binary...)
	}
	return all
}

// IsText reports whether a table holds JSON.
func (h History) IsText(t Table) bool {
	return slices.ContainsFunc(h, func(m Migration) bool { return slices.Contains(m.Text, t) })
}

// IsBinary reports whether a table holds bytes instead of JSON.
func (h History) IsBinary(t Table) bool {
	return slices.ContainsFunc(h, func(m Migration) bool { return slices.Contains(m.Binary, t) })
}

// Version returns the newest version in [Migrations].
func Version() int { return Migrations.Version() }

// IsBinary reports whether a table of [Migrations] holds bytes instead of JSON.
func IsBinary(t Table) bool { return Migrations.IsBinary(t) }

// Tables returns every table of [Migrations], in the order of creation.
func Tables() []Table { return Migrations.Tables() }
