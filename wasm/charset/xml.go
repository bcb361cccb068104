package charset

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"rroform/wasm/pattern"
)

// ErrUnknown says that nobody reads the encoding that a text declares.
var ErrUnknown = errors.New("кодировка, указанная в файле, не известна")

// declared are the old encodings that XML and HTML of Russian systems name. The index of
// golang.org/x/text would bring the tables of Chinese, Japanese and Korean into the page.
var declared = map[string]Encoding{
	"windows-1251": Windows1251, "cp1251": Windows1251, "koi8-r": KOI8R, "ibm866": CP866, "cp866": CP866,
	"x-mac-cyrillic": Mac,
}

// Named is the old encoding that a file names so.
func Named(label string) (Encoding, bool) {
	in, known := declared[strings.ToLower(label)]
	return in, known
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

var declaration = pattern.Of(`^\s*<\?xml[^>]*?\?>`)
var encodingOf = pattern.Of(`encoding\s*=\s*["']([^"']+)["']`)

// XMLText is the text of an XML file in UTF-8, without its declaration, which
// tells the encoding as for [XML].
func XMLText(data []byte) ([]byte, error) {
	head := declaration().Find(data)
	if said := encodingOf().FindSubmatch(head); said != nil {
		name := strings.ToLower(string(said[1]))
		if in, old := declared[name]; old {
			return As(data[len(head):], in), nil
		}
		if name != "utf-8" && name != "utf8" && name != "us-ascii" {
			return nil, fmt.Errorf("%w: %q", ErrUnknown, name)
		}
	}
	text, _ := Text(data)
	return text[len(declaration().Find(text)):], nil
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

func reader(label string, text io.Reader) (io.Reader, error) {
	in, ok := Named(label)
	if !ok {
		return nil, fmt.Errorf("%w: %q", ErrUnknown, label)
	}
	data, err := io.ReadAll(text)
	return bytes.NewReader(As(data, in)), err
}
