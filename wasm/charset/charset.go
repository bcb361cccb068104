// Package charset turns files as Russian programs write them into UTF-8 text.
// It is a leaf: whatever reads a file of others reads it through this.
package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// Encoding is what a text was written in, in words for people.
type Encoding string

// Encodings that [Text] tells apart.
const (
	UTF8        Encoding = "UTF-8"
	Marked      Encoding = "UTF-8 с меткой порядка байтов (BOM)"
	Damaged     Encoding = "UTF-8 с повреждёнными знаками"
	UTF16       Encoding = "Юникод (UTF-16)"
	Windows1251 Encoding = "Windows-1251"
	CP866       Encoding = "CP866 (DOS)"
	KOI8R       Encoding = "КОИ-8"
	Mac         Encoding = "Macintosh (кириллица)"
)

// Choices are the encodings that a person may choose from where [Text] was
// wrong.
var Choices = []Encoding{Windows1251, CP866, KOI8R, Mac, UTF8, UTF16}

var (
	mark   = []byte("\xef\xbb\xbf")
	little = []byte("\xff\xfe")
	big    = []byte("\xfe\xff")
)

// endSign ends a text file of DOS and of CP/M.
const endSign = "\x1a"

// Text makes UTF-8 without a byte order mark of UTF-8, of UTF-16 with or
// without a mark, and of the old encodings, which [likely] tells apart. Right
// UTF-8 is data itself, not a copy; what cannot be read of a damaged one is
// U+FFFD. The sign with which DOS ends a file is no part of the text.
func Text(data []byte) ([]byte, Encoding) {
	switch {
	case bytes.HasPrefix(data, mark):
		text, in := Text(data[len(mark):])
		if in == UTF8 {
			in = Marked
		}
		return text, in
	case bytes.HasPrefix(data, little) || len(data) > 3 && data[0] != 0 && data[1] == 0:
		return wide(data, binary.LittleEndian), UTF16
	case bytes.HasPrefix(data, big) || len(data) > 3 && data[0] == 0 && data[1] != 0:
		return wide(data, binary.BigEndian), UTF16
	}
	data = bytes.TrimRight(data, endSign)
	switch {
	case utf8.Valid(data):
		return data, UTF8
	case mostlyUTF8(data):
		return valid(data), Damaged
	}
	in := likely(data)
	return []byte(tables[in].text(data)), in
}

// As reads data in an encoding of [Choices], whatever it looks like; bytes
// that make no sense in it are U+FFFD.
func As(data []byte, in Encoding) []byte {
	switch t, old := tables[in]; {
	case old:
		return []byte(t.text(bytes.TrimRight(data, endSign)))
	case in == UTF16 && bytes.HasPrefix(data, big):
		return wide(data, binary.BigEndian)
	case in == UTF16:
		return wide(data, binary.LittleEndian)
	}
	return valid(bytes.TrimRight(bytes.TrimPrefix(data, mark), endSign))
}

func valid(data []byte) []byte { return bytes.ToValidUTF8(data, []byte("\uFFFD")) }

func wide(data []byte, order binary.ByteOrder) []byte {
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

// Name reads the name of a file in a zip: Windows itself and older programs
// write it in CP866 and do not say so.
func Name(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	return cp866.text([]byte(name))
}
