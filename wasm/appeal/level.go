package appeal

// Level says what a finding does: an error keeps the appeal out of archives, a
// warning and an advice do not.
type Level string

// Error keeps a record out of the archive, Warning lets it pass after a look,
// Advice may be ignored, Off silences a rule in the format profile.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Advice  Level = "advice"
	Off     Level = "off"
)
