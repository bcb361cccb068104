package appeal

import (
	"fmt"
	"strings"
)

// Set sets the field with a path, for one-click fixes. It knows only fields that have
// such fixes; any other path is an error.
func (ap *Appeal) Set(path, value string) error {
	switch path {
	case "format":
		ap.Format = Format(value)
		return nil
	case "isDirect":
		ap.IsDirect = value == "true"
		return nil
	}
	var i int
	if _, err := fmt.Sscanf(path, "questions.%d.", &i); err == nil && i >= 0 && i < len(ap.Questions) &&
		strings.HasSuffix(path, ".code") {
		ap.Questions[i].Code = value
		return nil
	}
	return fmt.Errorf("no fix for field %q", path)
}
