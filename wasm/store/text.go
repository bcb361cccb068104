package store

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strconv"
)

// TextValue returns a row of a text table as it is stored: one line,
// "rev:sum\tkey\tjson". The sum is the CRC-32C of "rev\tkey\tjson" in eight
// hexadecimal digits. It detects rows that the disk has changed.
func TextValue(rev int64, key string, data []byte) []byte {
	b := make([]byte, 0, 30+len(key)+len(data))
	b = strconv.AppendInt(b, rev, 10)
	sum := crc32.Update(0, sumTable, b)
	b = append(b, ":00000000\t"...)
	at := len(b) - 1 // index of the tab
	b = append(append(append(b, key...), '\t'), data...)
	sum = crc32.Update(sum, sumTable, b[at:])
	copy(b[at-8:at], fmt.Appendf(nil, "%08x", sum))
	return b
}

var sumTable = crc32.MakeTable(crc32.Castagnoli)

// ReadText parses what [TextValue] returned. Data of the row is a slice of
// value. The error wraps [ErrDamaged]; the row is then marked, Data is all of
// value, and Rev and Key are what could be read of them. Rows written before
// version 3 of [Migrations] have no sum and are accepted without a check.
func ReadText(value []byte) (Row, error) {
	head, rest, ok1 := bytes.Cut(value, []byte{'\t'})
	key, data, ok2 := bytes.Cut(rest, []byte{'\t'})
	rev, sum, summed := bytes.Cut(head, []byte{':'})
	n, err := strconv.ParseInt(string(rev), 10, 64)
	bad := Row{Key: string(key), Rev: StoredRev(value), Data: value, Damaged: true}
	if !ok1 || !ok2 || err != nil {
		return bad, fmt.Errorf("%w: %.40q", ErrDamaged, value)
	}
	row := Row{Key: string(key), Rev: n, Data: data}
	if !summed {
		return row, nil
	}
	computed := crc32.Update(crc32.Update(0, sumTable, rev), sumTable, value[len(head):])
	stored, err := strconv.ParseUint(string(sum), 16, 32)
	if err != nil || len(sum) != 8 || uint32(stored) != computed {
		return bad, fmt.Errorf("%w: sum %s, want %08x", ErrDamaged, sum, computed)
	}
	return row, nil
}

// StoredRev returns the revision of a text value: the digits at its beginning,
// 0 if there are none. It reads damaged rows too, so that they can be
// overwritten.
func StoredRev(value []byte) (rev int64) {
	for _, c := range value[:min(len(value), 18)] {
		if c < '0' || c > '9' {
			break
		}
		rev = rev*10 + int64(c-'0')
	}
	return rev
}
