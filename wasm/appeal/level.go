package appeal

// Level is the severity of a finding.
type Level string

// An Error keeps the appeal out of archives, a Warning should be looked at, an Advice
// may be ignored. Off switches a rule off in the format profile.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Advice  Level = "advice"
	Off     Level = "off"
)
