package appeal

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"
)

// Fingerprint is the SHA-256 of what an appeal says: ids, revision, times,
// history and names that are only for people do not count, nor where the bytes
// of an answer file are kept. Two appeals with the same fingerprint are the
// same to the portal, whatever the format profile.
func (ap *Appeal) Fingerprint() string {
	x := *ap
	x.ID, x.Rev, x.ProfileID, x.Created, x.Modified, x.History, x.Source = "", 0, "", time.Time{}, time.Time{}, nil, nil
	x.Draft, x.DepartmentID, x.Text, x.Decided = false, "", "", nil
	x.Questions = slices.Clone(x.Questions)
	for i := range x.Questions {
		q := &x.Questions[i]
		q.ID = ""
		if q.Attachment != nil {
			file := *q.Attachment
			file.FileID = ""
			q.Attachment = &file
		}
		if q.Transfers = slices.Clone(q.Transfers); len(q.Transfers) == 0 {
			q.Transfers = nil
		}
		for j := range q.Transfers {
			q.Transfers[j].ID, q.Transfers[j].DepartmentName = "", ""
		}
	}
	data, err := Marshal(&x)
	if err != nil {
		return "" // of plain data: cannot fail; and "" equals no fingerprint
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
