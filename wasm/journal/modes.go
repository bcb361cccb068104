package journal

// ArchiveMode says which appeals an archive takes (B-31).
type ArchiveMode string

// Values of [ArchiveMode]; "" is the reporting month too.
const (
	ModeMonth      ArchiveMode = "month"
	ModeEntered    ArchiveMode = "entered"
	ModeRegistered ArchiveMode = "registered"
	ModeChanged    ArchiveMode = "changed"
)
