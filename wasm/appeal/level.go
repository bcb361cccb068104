package appeal

// Level is how much a finding weighs (ux.md, rule 3).
type Level string

// Error keeps a record out of the archive, Warning lets it pass after a look,
// Advice may be ignored, Off silences a rule in the format profile.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Advice  Level = "advice"
	Off     Level = "off"
)
