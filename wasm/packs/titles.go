package packs

import (
	"strings"

	"rroform/wasm/classifier"
)

// IsTitle reports whether the field for a code contains a title instead.
func IsTitle(code string) bool {
	return code != "" && strings.Trim(code[:1], "0123456789") != ""
}

// CodesByTitle returns a function that finds the code with exactly this title among those that may be used now; "" if
// there is none, or several. The function indexes the titles at its first call.
func (e *Editions) CodesByTitle() func(text string) string {
	var byTitle map[string]string
	return func(text string) string {
		if !IsTitle(text) {
			return ""
		}
		if byTitle == nil {
			byTitle = map[string]string{}
			for row := range e.Codes.All() {
				if !row.Assignable() {
					continue
				}
				title := classifier.Fold(row.Title)
				if _, twice := byTitle[title]; twice {
					byTitle[title] = ""
				} else {
					byTitle[title] = row.Code
				}
			}
		}
		return byTitle[classifier.Fold(text)]
	}
}
