package ledger

import (
	"crypto/sha256"
	"encoding/hex"
)

// Checksum is SHA-256 in hexadecimal.
func Checksum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// worthAsking is the size from which the browser's own SHA-256 is quicker than
// ours together with the way to it, in bytes.
const worthAsking = 64 << 10

// Checksum is [checksum] of what may be large.
func (l *Ledger) Checksum(data []byte) string {
	if l.sha256 == nil || len(data) < worthAsking {
		return Checksum(data)
	}
	s := l.sha256(data)
	return hex.EncodeToString(s[:])
}
