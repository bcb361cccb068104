// Package scenario reads and plays scripts of a clerk's work, the files of
// testdata/scenarios. A script refers to parts of the page only by their accessible
// names, so the same file can test the core in memory (tests of package app) and the
// built page in a browser. [Clerk] hides the differences.
//
// A line is a step. A step indented by two blanks belongs to the group named in the line
// "in «…»" above it. [Verbs] lists all steps.
package scenario

import "slices"

// Clerk does the steps. Actions find things by role and accessible name inside the
// groups of scope. Each returns when the program has done it; in a browser, when the
// page shows «Сохранено» (saved). Observations return what the program shows now.
type Clerk interface {
	// Today sets the clock to a day yyyy-MM-dd. It is the first call. Called again, it
	// reopens the program on that day, with the stored data, at its first screen.
	Today(day string) error
	// Open follows the navigation link.
	Open(screen string) error
	// Enter makes sure that the group exists: if it does not, the clerk presses the
	// [AddButton] of its name in the scope around it.
	Enter(scope Scope) error
	Press(scope Scope, button string) error
	// Follow clicks a link of the open screen, such as the number of an appeal.
	Follow(scope Scope, link string) error
	Check(scope Scope, checkbox string, on bool) error
	Fill(scope Scope, field, text string) error
	Select(scope Scope, list, option string) error
	// Choose sets the radio named option in the group of radios.
	Choose(scope Scope, group, option string) error
	// Code types a code into a combobox and chooses the option that begins with it.
	Code(scope Scope, combobox, code string) error
	Attach(scope Scope, input, fileName string, content []byte) error

	// Findings returns the findings of the open card, profile or zero report.
	Findings() ([]Finding, error)
	// Month returns the badge of the open card: «август 2018».
	Month() (string, error)
	// Alert returns the message after the last press, "" if there is none.
	Alert() (string, error)
	// Download returns the zip that the last press downloaded, nil if none.
	Download() ([]byte, error)
	// Protocol returns the lines of text about the archive that the last press made,
	// such as the answer files that were not included (B-40).
	Protocol() ([]string, error)
}

// Scope is the groups around a thing, from the outside in: «Вопрос 1» (question 1),
// «Получатель 2» (recipient 2).
type Scope []string

// holds reports whether inner is s or inside s.
func (s Scope) holds(inner Scope) bool {
	return len(inner) >= len(s) && slices.Equal(s, inner[:len(s)])
}

// Finding is a finding as the clerk sees it.
type Finding struct {
	Level string // error, warning, advice
	Scope Scope  // the groups around the field
	Field string // the field's accessible name
	Text  string
	Hint  string
}
