package ledger

import "rroform/wasm/appeal"

// Record is an appeal as it is stored. A save replaces the Record and never changes it.
type Record struct {
	Appeal appeal.Appeal

	contentHash string // see [Record.ContentHash], "" = not computed
}

// ContentHash returns [appeal.Appeal.ContentHash]. It is computed once.
func (r *Record) ContentHash() string {
	if r.contentHash == "" {
		r.contentHash = r.Appeal.ContentHash()
	}
	return r.contentHash
}

// Untouched reports whether an appeal still says what was read from its file. An appeal without history was never
// changed, so its hash is not computed.
func (r *Record) Untouched() bool {
	ap := &r.Appeal
	return ap.Source != nil && (len(ap.History) == 0 || r.ContentHash() == ap.Source.Hash)
}
