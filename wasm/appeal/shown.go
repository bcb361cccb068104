package appeal

import (
	"path"
	"slices"
	"strings"
)

// ShownNumber returns the number of an appeal as a list shows it.
func (ap *Appeal) ShownNumber() string {
	if ap.Number == "" {
		return "без номера"
	}
	return ap.Number
}

// Waits reports whether a question of the appeal has not arrived yet (B-51).
func (ap *Appeal) Waits() bool {
	return slices.ContainsFunc(ap.Questions, func(q Question) bool { return q.Status == NotReceived })
}

// FileName returns the bare name of a file that a clerk chose: browsers may
// give a path. Characters that cannot be seen are shown: right-to-left marks
// could hide the extension.
func FileName(name string) string {
	return Visible(strings.TrimSpace(path.Base(strings.ReplaceAll(name, `\`, "/"))))
}
