package charset

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrUnknown says that nobody reads the encoding that a text declares.
var ErrUnknown = errors.New("кодировка, указанная в файле, не известна")

// declared are the encodings that XML files of Russian systems name.
var declared = map[string]table{
	"windows-1251": windows1251, "cp1251": windows1251, "koi8-r": koi8r, "ibm866": cp866, "cp866": cp866,
}

// XML reads an XML text. Its declaration tells the encoding where it can be
// read at all; else the bytes do, see [Text].
//
// A text that passes a limit ([ErrTag], [ErrDepth]) is not read at all.
func XML(data []byte) *xml.Decoder {
	if bytes.HasPrefix(data, []byte("<?xml")) {
		dec := xml.NewDecoder(guarded(data))
		dec.CharsetReader = reader
		return dec
	}
	text, _ := Text(data)
	dec := xml.NewDecoder(guarded(text))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return dec
}

func guarded(text []byte) io.Reader {
	if err := GuardXML(text); err != nil {
		return refusing{err}
	}
	return bytes.NewReader(text)
}

// refusing is a reader that only says why there is nothing to read.
type refusing struct{ why error }

func (r refusing) Read([]byte) (int, error) { return 0, r.why }

func reader(label string, in io.Reader) (io.Reader, error) {
	t, ok := declared[strings.ToLower(label)]
	if !ok {
		return nil, fmt.Errorf("%w: %q", ErrUnknown, label)
	}
	data, err := io.ReadAll(in)
	return strings.NewReader(t.text(data)), err
}
