// Package scenario reads and plays scripts of a clerk's work: the files of
// testdata/scenarios. A script names the parts of the page by their accessible
// names only, so the same file drives the core in memory (the tests of package
// app) and the built page in a browser. [Clerk] hides the differences.
//
// A line is a step. A step with two blanks of indent belongs to the group that
// the line "in «…»" above it names. [Verbs] lists all steps.
package scenario

import "slices"

// Clerk does the steps. Actions name parts of the page by role and accessible
// name, inside the groups of scope. An action returns when the program has taken
// it in, in a browser when the save state is «Сохранено». Observations return
// what the program shows now.
type Clerk interface {
	// Today sets the clerk's clock to a day yyyy-MM-dd. It is the first call. A
	// later call begins another day: the program is opened again, with its stored
	// data, at its first screen.
	Today(day string) error
	// Open follows the navigation link.
	Open(screen string) error
	// Enter makes sure that the group is there: where it is missing, the
	// clerk presses [AddButton] of its name in the scope around it.
	Enter(scope Scope) error
	Press(scope Scope, button string) error
	// Follow clicks a link of the open screen, such as the number of an appeal.
	Follow(scope Scope, link string) error
	Check(scope Scope, checkbox string, on bool) error
	Fill(scope Scope, field, text string) error
	Select(scope Scope, list, option string) error
	// Choose sets the radio named option in the group of radios.
	Choose(scope Scope, group, option string) error
	// Code types a code into a combobox and takes the option that begins with it.
	Code(scope Scope, combobox, code string) error
	Attach(scope Scope, input, fileName string, content []byte) error

	// Findings are those of the open card, profile or zero report.
	Findings() ([]Finding, error)
	// Month is the badge of the open card: «август 2018».
	Month() (string, error)
	// Alert is what the program said to the last press, "" when nothing.
	Alert() (string, error)
	// Download is the zip that the last press gave, nil when none.
	Download() ([]byte, error)
	// Protocol is the text about the archive that the last press formed, a
	// line each, such as answer files that stayed out (B-40).
	Protocol() ([]string, error)
}

// Scope is the groups around a thing, the outermost first: «Вопрос 1»,
// «Получатель 2».
type Scope []string

// holds reports whether inner lies in s or in a group of it.
func (s Scope) holds(inner Scope) bool {
	return len(inner) >= len(s) && slices.Equal(s, inner[:len(s)])
}

// Finding is a remark as the clerk sees it.
type Finding struct {
	Level string // error, warning, advice
	Scope Scope  // the groups that contain the field
	Field string // the field's accessible name
	Text  string
	Hint  string
}
