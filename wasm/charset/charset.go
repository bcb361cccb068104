// Package charset turns files as Russian programs write them into UTF-8 text.
package charset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text reads UTF-8 or UTF-16 with or without a byte order mark, and takes
// everything else for Windows-1251.
func Text(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return string(data[3:])
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return wide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return wide(data[2:], binary.BigEndian)
	case utf8.Valid(data):
		return string(data)
	}
	text, err := charmap.Windows1251.NewDecoder().Bytes(data)
	if err != nil { // every byte is a letter there
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(text)
}

func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// byName are the encodings that XML files of Russian systems declare.
var byName = map[string]*charmap.Charmap{
	"windows-1251": charmap.Windows1251, "cp1251": charmap.Windows1251, "koi8-r": charmap.KOI8R,
	"ibm866": charmap.CodePage866, "cp866": charmap.CodePage866,
}

// Reader is the CharsetReader of encoding/xml.
func Reader(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf") {
		return in, nil // decoded already, see Text
	}
	if m, ok := byName[strings.ToLower(label)]; ok {
		return m.NewDecoder().Reader(in), nil
	}
	return nil, fmt.Errorf("charset: %q is not known", label)
}
