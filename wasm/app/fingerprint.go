package app

import (
	"crypto/sha256"
	"encoding/hex"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// fingerprint is the SHA-256 of the entry that an archive would hold now, for
// the appeal's body and the format profile in force, with the SHA-256 of each
// answer file in place of its bytes: no file is read. Two states of an appeal
// have the same fingerprint when the portal would be sent the same, so drafts,
// history and names of recipients do not count.
func (a *App) fingerprint(ap *appeal.Appeal) string {
	p, _ := a.profile(ap.ProfileID)
	return textHash(archive.Write(ap, p.DepartmentID, &a.format.Format))
}

func textHash(t *archive.Text) string {
	data, err := t.Bytes(func(f *appeal.Attachment) ([]byte, error) { return []byte(f.SHA256), nil })
	if err != nil {
		return "" // of plain data: cannot fail; and "" equals no journal entry
	}
	return checksum(data)
}

// hash is the fingerprint of a record, from memory when it still holds:
// forget and every save drop it.
func (a *App) hash(rec *facts) string {
	if rec.hash == "" {
		rec.hash = a.fingerprint(&rec.appeal)
	}
	return rec.hash
}

func checksum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// worthAsking is the size from which the browser's own SHA-256 is quicker than
// ours together with the way to it, in bytes.
const worthAsking = 64 << 10

// sum is [checksum] of what may be large.
func (a *App) sum(data []byte) string {
	if a.sha256 == nil || len(data) < worthAsking {
		return checksum(data)
	}
	s := a.sha256(data)
	return hex.EncodeToString(s[:])
}
