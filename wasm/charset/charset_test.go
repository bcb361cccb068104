package charset

import (
	"encoding/xml"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		name, data, want string
		in               Encoding
	}{
		{"nothing", "", "", UTF8},
		{"UTF-8", "№ 1-ОГ", "№ 1-ОГ", UTF8},
		{"a mark", "\ufeffОтвет", "Ответ", Marked},
		{"a mark alone", "\ufeff", "", Marked},
		{"a cut letter", "Ответ\xd0", "Ответ\ufffd", Damaged},
		{"a mark and a cut letter", "\ufeffОтвет\xd0", "Ответ\ufffd", Damaged},
		{"Windows-1251", "\xce\xf2\xe2\xe5\xf2 \xb9 1", "Ответ № 1", Windows1251},
		{"UTF-16", "\xff\xfe\x1e\x04B\x04", "От", UTF16},
		{"UTF-16, big end first", "\xfe\xff\x04\x1e\x04B", "От", UTF16},
		{"UTF-16 without a mark", "{\x00\"\x00\x1e\x04", "{\"О", UTF16},
		{"UTF-16 cut in a letter", "\xff\xfe\x1e\x04B", "О", UTF16},
	} {
		if text, in := Text([]byte(c.data)); string(text) != c.want || in != c.in {
			t.Errorf("%s: %q in %s, want %q in %s", c.name, text, in, c.want, c.in)
		}
	}
}

// TestOldEncodings: each old encoding is told by what it makes of the letters,
// in a table, in capitals, in a few words, in the frames of a report of DOS.
func TestOldEncodings(t *testing.T) {
	texts := map[string]string{
		"a table": "Рег. №;Дата регистрации;ФИО заявителя;Адрес\r\n" +
			"571-ОГ;05.10.2026;Ёлкина Анна Юрьевна;с. Примерное, ул. Полевая, д. 1\r\n",
		"capitals": "НОМЕР;ДАТА;ЗАЯВИТЕЛЬ\n1;05.10.2026;ПРИМЕРОВ ПЁТР ИЛЬИЧ, с. Примерное\n",
		"a name":   "Примеров Пётр Ильич",
		"a header": "number;date;Код вопроса\n1;05.10.2026;0003.0009.0097.0694\n",
		"small":    "наименование;ответ\nуправление;рассмотрено\n",
	}
	for name, text := range texts {
		for in, other := range tables {
			data, err := encoding.ReplaceUnsupported(other.NewEncoder()).Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if in == KOI8R { // no №
				text = strings.ReplaceAll(text, "№", "\x1a")
			}
			// Small letters of Mac are those of Windows-1251.
			if got, found := Text(data); found != in && !(in == Mac && name == "small") || string(got) != text {
				t.Errorf("%s in %s: %q in %s", name, in, got, found)
			}
			if got := As(data, in); string(got) != text {
				t.Errorf("%s as %s: %q", name, in, got)
			}
			text = texts[name]
		}
	}
	framed, _ := charmap.CodePage866.NewEncoder().String("┌────┬──────────┐\n│ №  │ Заявитель│\n" +
		"├────┼──────────┤\n│ 1  │ Иванов   │\n└────┴──────────┘\n")
	if _, in := Text([]byte(framed)); in != CP866 {
		t.Errorf("a framed report is in %s", in)
	}
}

// TestEndSign: the sign with which DOS ends a file is no part of the text.
func TestEndSign(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8": "Ответ\x1a", "a mark": "\ufeffОтвет\x1a\x1a",
		"Windows-1251": "\xce\xf2\xe2\xe5\xf2\x1a", "CP866": "\x8e\xe2\xa2\xa5\xe2\x1a",
	} {
		if text, _ := Text([]byte(data)); string(text) != "Ответ" {
			t.Errorf("%s: %q", name, text)
		}
	}
	if got := As([]byte("\ufeffОтвет\xff\x1a"), UTF8); string(got) != "Ответ\ufffd" {
		t.Errorf("%q", got)
	}
	for order, data := range map[string]string{
		"little": "\xff\xfe\x1e\x04B\x04", "big": "\xfe\xff\x04\x1e\x04B", "none": "\x1e\x04B\x04",
	} {
		if got := As([]byte(data), UTF16); string(got) != "От" {
			t.Errorf("%s: %q", order, got)
		}
	}
}

func TestName(t *testing.T) {
	for name, want := range map[string]string{
		"ответ.json": "ответ.json", "\xae\xe2\xa2\xa5\xe2.json": "ответ.json", "a.json": "a.json",
	} {
		if got := Name(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestXML(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8":                    `<a b="Ответ"/>`,
		"a mark and a declaration": "\ufeff" + `<?xml version="1.0" encoding="utf-8"?><a b="Ответ"/>`,
		"declared windows-1251": `<?xml version="1.0" encoding="Windows-1251"?><a b="` +
			"\xce\xf2\xe2\xe5\xf2" + `"/>`,
		"declared koi8-r":          `<?xml version="1.0" encoding="koi8-r"?><a b="` + "\xef\xd4\xd7\xc5\xd4" + `"/>`,
		"undeclared windows-1251":  `<a b="` + "\xce\xf2\xe2\xe5\xf2" + `"/>`,
		"a mark that knows better": "\ufeff" + `<?xml version="1.0" encoding="windows-1251"?><a b="Ответ"/>`,
	} {
		var a struct {
			B string `xml:"b,attr"`
		}
		if err := XML([]byte(data)).Decode(&a); err != nil || a.B != "Ответ" {
			t.Errorf("%s: %q, %v", name, a.B, err)
		}
	}
	unknown := XML([]byte(`<?xml version="1.0" encoding="shift-jis"?><a/>`))
	err := unknown.Decode(new(struct{ XMLName xml.Name }))
	if err == nil || !strings.Contains(err.Error(), "shift-jis") {
		t.Errorf("an unknown encoding: %v", err)
	}
}
