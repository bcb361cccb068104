package store

import "slices"

// The tables. Text tables hold JSON and can be read in one request; binary
// tables hold files and are read row by row.
const (
	Profiles Table = "profiles" // appeal.Profile by id
	Appeals  Table = "appeals"  // appeal.Appeal by id
	Bodies   Table = "bodies"   // recipients added by hand, by GUID in lower case
	Actions  Table = "actions"  // changes of many appeals, for undo
	Presets  Table = "presets"  // saved settings of archives
	Archives Table = "archives" // the journal: what was formed, by id
	Settings Table = "settings" // single values by name
	Files    Table = "files"    // binary: answer files by file id
	Parts    Table = "parts"    // binary: archive parts by "archiveID/n"

	Sources  Table = "sources"  // entries of opened archives as they came, many in a row
	Opened   Table = "opened"   // archives that stand open on «Обмен», by id
	Logs     Table = "logs"     // what imports and merges did, by id
	Mappings Table = "mappings" // columns of tables, own results → statuses, by id
	Choices  Table = "choices"  // codes that were chosen for words, by both
	Packs    Table = "packs"    // loaded data packs by kind: classifier, bodies, calendar

	Damaged Table = "damaged" // binary: damaged rows that came with a backup, by random ids
)

// Migration is one additive step of the database's shape. Nothing is ever
// renamed or dropped: an older page may still have to read what is there.
type Migration struct {
	Version int
	Text    []Table // text tables that this step creates
	Binary  []Table // binary tables that this step creates
}

// History is the shape's steps, oldest first; versions count from 1 without
// gaps, so that a database of any age is brought up by the steps it lacks.
type History []Migration

// Migrations is the history of the program's database.
var Migrations = History{
	{Version: 1,
		Text:   []Table{Profiles, Appeals, Bodies, Actions, Presets, Archives, Settings},
		Binary: []Table{Files, Parts}},
	{Version: 2,
		Text: []Table{Sources, Opened, Logs, Mappings, Packs, Choices}},
	// From here on rows have sums, see [TextValue], and a register may have moved
	// or be sealed (package vault): a program before it would take it for empty
	// or damaged.
	{Version: 3,
		Binary: []Table{Damaged}},
	// From here on sealed rows are bound to their revisions (package sealed): a
	// program before it would take them for damaged.
	{Version: 4},
}

// Version is the newest version in h, 0 if there is none.
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

// Version is the newest version in [Migrations].
func Version() int { return Migrations.Version() }

// IsBinary reports whether a table of [Migrations] holds bytes instead of JSON.
func IsBinary(t Table) bool { return Migrations.IsBinary(t) }

// Tables returns every table of [Migrations], in the order of creation.
func Tables() []Table { return Migrations.Tables() }
