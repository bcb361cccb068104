// Package foreign reads JSON text as other programs really write it: in
// whatever encoding, with names twice, with places for every complaint. It
// knows nothing of appeals and imports nothing of ours.
package foreign

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text turns the bytes of a file into UTF-8 without a byte order mark. how
// says in Russian what they were when they were anything else, "" = UTF-8.
func Text(data []byte) (text []byte, how string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		text, how = Text(data[3:])
		if how == "" {
			how = "UTF-8 с меткой порядка байтов (BOM)"
		}
		return text, how
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || len(data) > 3 && data[0] != 0 && data[1] == 0:
		return fromUTF16(data, binary.LittleEndian), "UTF-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")) || len(data) > 3 && data[0] == 0 && data[1] != 0:
		return fromUTF16(data, binary.BigEndian), "UTF-16"
	case utf8.Valid(data):
		return data, ""
	case mostlyUTF8(data):
		return bytes.ToValidUTF8(data, []byte("\uFFFD")), "UTF-8 с повреждёнными знаками"
	}
	out, err := charmap.Windows1251.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD")), "неизвестная кодировка" // a table of 256 letters: cannot fail
	}
	return out, "Windows-1251"
}

func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	if len(units) > 0 && units[0] == 0xFEFF {
		units = units[1:]
	}
	return []byte(string(utf16.Decode(units)))
}

// mostlyUTF8 tells a damaged UTF-8 text from one in an old encoding: letters
// of Windows-1251 hardly ever form a right sequence of UTF-8.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good > bad
}
