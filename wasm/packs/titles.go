package packs

import (
	"strings"

	"rroform/wasm/classifier"
)

// IsTitle reports whether a title stands where a code belongs.
func IsTitle(code string) bool {
	return code != "" && strings.Trim(code[:1], "0123456789") != ""
}

// CodesByTitle returns a function that finds the code of the one question that
// may be given now and has just this title, "" = none or several. The titles
// are read when the first is asked for.
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
