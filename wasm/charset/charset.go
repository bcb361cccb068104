// Package charset turns files as Russian programs write them into UTF-8 text.
// It is a leaf: whatever reads a file of others reads it through this.
package charset

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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

// tables are the encodings with one byte a letter.
var tables = map[Encoding]*charmap.Charmap{
	Windows1251: charmap.Windows1251, CP866: charmap.CodePage866, KOI8R: charmap.KOI8R, Mac: charmap.MacintoshCyrillic,
}

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
	case bytes.HasPrefix(data, little) || bytes.HasPrefix(data, big) || len(data) > 3 && data[0] != 0 && data[1] == 0:
		return wide(data, unicode.LittleEndian), UTF16
	case len(data) > 3 && data[0] == 0 && data[1] != 0:
		return wide(data, unicode.BigEndian), UTF16
	}
	data = bytes.TrimRight(data, endSign)
	switch {
	case utf8.Valid(data):
		return data, UTF8
	case mostlyUTF8(data):
		return valid(data), Damaged
	}
	in := likely(data)
	return decoded(data, tables[in]), in
}

// As reads data in an encoding of [Choices], whatever it looks like; bytes
// that make no sense in it are U+FFFD.
func As(data []byte, in Encoding) []byte {
	switch t, old := tables[in]; {
	case old:
		return decoded(bytes.TrimRight(data, endSign), t)
	case in == UTF16:
		return wide(data, unicode.LittleEndian)
	}
	return valid(bytes.TrimRight(bytes.TrimPrefix(data, mark), endSign))
}

func valid(data []byte) []byte { return bytes.ToValidUTF8(data, []byte("\uFFFD")) }

// wide reads UTF-16 in the order of its mark, or in the given order where there
// is no mark. Half a letter at the end is left out.
func wide(data []byte, order unicode.Endianness) []byte {
	return decoded(data[:len(data)&^1], unicode.UTF16(order, unicode.UseBOM))
}

func decoded(data []byte, in encoding.Encoding) []byte {
	text, err := in.NewDecoder().Bytes(data)
	if err != nil { // these decoders write U+FFFD instead
		panic("internal error: " + err.Error())
	}
	return text
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
	return string(decoded([]byte(name), charmap.CodePage866))
}
