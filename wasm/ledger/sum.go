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

// minBrowserSum is the size in bytes from which the SHA-256 of the browser is quicker than that of Go, including the
// call.
const minBrowserSum = 64 << 10

// Checksum is [Checksum] for data that may be large.
func (l *Ledger) Checksum(data []byte) string {
	if l.sha256 == nil || len(data) < minBrowserSum {
		return Checksum(data)
	}
	s := l.sha256(data)
	return hex.EncodeToString(s[:])
}
