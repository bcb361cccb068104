package appeal

import (
	"strings"

	"github.com/google/uuid"

	"rroform/wasm/pattern"
)

// IsGUID reports whether s is a GUID with hyphens and without braces, the
// shape of departmentId (schemas/FORMAT.md, "Appeal"); either letter case.
func IsGUID(s string) bool { return len(s) == 36 && uuid.Validate(s) == nil }

// SameGUID compares without letter case (classifier notes, "Bodies").
func SameGUID(a, b string) bool { return strings.EqualFold(a, b) }

var guidInText = pattern.Of(`\{?\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\b\}?`)

// SplitRecipient reads what was typed as a recipient: a GUID, a name, or both
// in any order. A text that is clearly meant as a GUID but is wrong is returned as id,
// so that the rule about GUIDs (B-25.2) reports it.
func SplitRecipient(typed string) (id, name string) {
	typed = strings.TrimSpace(typed)
	if at := guidInText().FindStringIndex(typed); at != nil {
		id = strings.Trim(typed[at[0]:at[1]], "{}")
		name = strings.Trim(typed[:at[0]]+typed[at[1]:], " ,;—–-()\t")
		return id, name
	}
	if len(typed) >= 8 && strings.Contains(typed, "-") && strings.Trim(typed, "0123456789abcdefABCDEF-{}") == "" {
		return typed, ""
	}
	return "", typed
}
