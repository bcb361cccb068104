package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/ledger"
)

// entryHashOf is the SHA-256 of the entry that an archive would hold now, for the body of the appeal and the format
// profile in force. The SHA-256 of each answer file replaces its bytes, so no file is read. Two states of an appeal
// with the same entry hash go out to the portal in the same way: draft mark, history and names of recipients are
// not in an entry.
func (r *Register) entryHashOf(ap *appeal.Appeal) string {
	p, _ := r.office.Profile(ap.ProfileID)
	return TextHash(archive.Write(ap, p.DepartmentID, &r.office.Format.Format))
}

// TextHash is the entry hash of an entry that is already written, see [Register.EntryHash].
func TextHash(t *archive.Text) string {
	data, err := t.Bytes(func(f *appeal.Attachment) ([]byte, error) { return []byte(f.SHA256), nil })
	if err != nil {
		return "" // cannot happen with data in memory; no entry of the journal has this hash
	}
	return ledger.Checksum(data)
}

// EntryHash returns the hash of the entry that an archive would hold of a record now. It is computed once; a save
// and [Register.ForgetVerdicts] drop it.
func (r *Register) EntryHash(rec *Record) string {
	if rec.EntryHash == "" {
		rec.EntryHash = r.entryHashOf(&rec.Appeal)
	}
	return rec.EntryHash
}
