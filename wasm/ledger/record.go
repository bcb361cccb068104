package ledger

import "rroform/wasm/appeal"

// Record is an appeal as the store has it. A save makes another Record.
type Record struct {
	Appeal appeal.Appeal

	contentHash string // see [Record.ContentHash], "" = not made
}

// ContentHash is [appeal.Appeal.ContentHash] of the record. It is made once.
func (r *Record) ContentHash() string {
	if r.contentHash == "" {
		r.contentHash = r.Appeal.ContentHash()
	}
	return r.contentHash
}

// Untouched reports whether an appeal still says what was read from its file;
// one without a history does, and no hash is made.
func (r *Record) Untouched() bool {
	ap := &r.Appeal
	return ap.Source != nil && (len(ap.History) == 0 || r.ContentHash() == ap.Source.Hash)
}
