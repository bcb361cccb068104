package store

// The tables. Text tables hold JSON and can be read in one request; binary
// tables hold files and are read row by row.
const (
	Profiles Table = "profiles" // appeal.Profile by id
	Appeals  Table = "appeals"  // appeal.Appeal by id
	Trash    Table = "trash"    // deleted appeals, for undo
	Bodies   Table = "bodies"   // recipients added by hand, by GUID in lower case
	Archives Table = "archives" // the journal: what was formed, by id
	Settings Table = "settings" // single values by name
	Files    Table = "files"    // binary: answer files by file id
	Parts    Table = "parts"    // binary: archive parts by "archiveID/n"
)

// Migration is one additive step of the database's shape. Nothing is ever
// renamed or dropped: an older page may still have to read what is there.
type Migration struct {
	Version int
	Text    []Table // text tables that this step creates
	Binary  []Table // binary tables that this step creates
}

// Migrations is the history of the shape, oldest first; versions count from 1.
var Migrations = []Migration{
	{Version: 1,
		Text:   []Table{Profiles, Appeals, Trash, Bodies, Archives, Settings},
		Binary: []Table{Files, Parts}},
}

// Version is the newest version in [Migrations].
func Version() int { return Migrations[len(Migrations)-1].Version }

// IsBinary reports whether a table holds bytes instead of JSON.
func IsBinary(t Table) bool {
	for _, m := range Migrations {
		for _, b := range m.Binary {
			if b == t {
				return true
			}
		}
	}
	return false
}

// Tables returns every table, in the order of creation.
func Tables() []Table {
	var all []Table
	for _, m := range Migrations {
		all = append(append(all, m.Text...), m.Binary...)
	}
	return all
}
