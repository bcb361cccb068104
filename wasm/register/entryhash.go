package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/ledger"
)

// entryHashOf is the SHA-256 of the entry that an archive would hold now, for
// the appeal's body and the format profile in force, with the SHA-256 of each
// answer file in place of its bytes: no file is read. Two states of an appeal
// have the same entry hash when the portal would be sent the same, so drafts,
// history and names of recipients do not count.
func (r *Register) entryHashOf(ap *appeal.Appeal) string {
	p, _ := r.office.Profile(ap.ProfileID)
	return TextHash(archive.Write(ap, p.DepartmentID, &r.office.Format.Format))
}

// TextHash is [Register.EntryHash] of an entry that was written already.
func TextHash(t *archive.Text) string {
	data, err := t.Bytes(func(f *appeal.Attachment) ([]byte, error) { return []byte(f.SHA256), nil })
	if err != nil {
		return "" // of plain data: cannot fail; and "" equals no journal entry
	}
	return ledger.Checksum(data)
}

// EntryHash is the entry hash of a record, from memory when it still holds:
// forget and every save drop it.
func (r *Register) EntryHash(rec *Record) string {
	if rec.EntryHash == "" {
		rec.EntryHash = r.entryHashOf(&rec.Appeal)
	}
	return rec.EntryHash
}
