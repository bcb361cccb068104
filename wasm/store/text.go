package store

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strconv"
)

// TextValue is a row of a text table as a store keeps it: one line,
// "rev:sum\tkey\tjson". The sum is the CRC-32C of "rev\tkey\tjson" in eight
// hexadecimal digits: it tells a record that the disk has changed from one that
// was written so.
func TextValue(rev int64, key string, data []byte) []byte {
	b := make([]byte, 0, 30+len(key)+len(data))
	b = strconv.AppendInt(b, rev, 10)
	sum := crc32.Update(0, sumTable, b)
	b = append(b, ":00000000\t"...)
	at := len(b) - 1 // of the tab
	b = append(append(append(b, key...), '\t'), data...)
	sum = crc32.Update(sum, sumTable, b[at:])
	copy(b[at-8:at], fmt.Appendf(nil, "%08x", sum))
	return b
}

var sumTable = crc32.MakeTable(crc32.Castagnoli)

// ReadText is the way back. Data of the row is the end of value, up to its
// capacity. The error wraps [ErrDamaged]; the row is then marked, Data is all of
// value, Rev and Key are what can be read of them. Rows of programs before
// version 3 of the tables have no sum and are believed.
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
	is := crc32.Update(crc32.Update(0, sumTable, rev), sumTable, value[len(head):])
	if want, err := strconv.ParseUint(string(sum), 16, 32); err != nil || len(sum) != 8 || uint32(want) != is {
		return bad, fmt.Errorf("%w: sum %s, want %08x", ErrDamaged, sum, is)
	}
	return row, nil
}

// StoredRev is the revision of a text value: the digits it begins with, 0 for
// none. Of a damaged row too, so that it can be written over.
func StoredRev(value []byte) (rev int64) {
	for _, c := range value[:min(len(value), 18)] {
		if c < '0' || c > '9' {
			break
		}
		rev = rev*10 + int64(c-'0')
	}
	return rev
}
