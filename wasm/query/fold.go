package query

import (
	"strings"

	"rroform/wasm/classifier"
)

// FieldBreak separates the fields of a folded text, see [Fold].
const FieldBreak = "\n"

// Fold is [classifier.Fold] of each part, with one byte for each Russian or Latin letter: half the memory, and twice
// as quick to search as UTF-8. Other letters become sequences of bytes that occur in no other letter.
func Fold(parts []string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(FieldBreak)
		}
		for _, r := range classifier.Fold(part) {
			switch {
			case r < 0x80:
				b.WriteByte(byte(r))
			case r >= 'а' && r <= 'я':
				b.WriteByte(byte(0x80 + r - 'а'))
			default:
				b.Write([]byte{0xE0, 0xC0 | byte(r>>15), 0xC0 | byte(r>>10&31), 0xC0 | byte(r>>5&31),
					0xC0 | byte(r&31)})
			}
		}
	}
	return b.String()
}
