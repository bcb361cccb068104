package table

// Words say what a body's own wordings mean; ok is false where no meaning was
// chosen yet.
type Words struct {
	Result func(cell string) (o Outcome, ok bool)
}
