package e2e

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// vendorEntry is an entry as another program writes it: keys in another letter
// case, a flag as text, an unknown key.
const vendorEntry = "\xef\xbb\xbf" + `{
  "DepartmentId": "89729055-843A-4EEB-88E1-71535B245D6F",
  "isDirect": "true", "format": "Other", "number": "701-ОГ", "createDate": "2026-10-05T00:00:00",
  "name": "Смирнова Ольга Петровна", "address": "г. Калуга, ул. Мира, д. 3",
  "questions": [{"code": "0003.0009.0097.0694", "status": "InWork", "incomingDate": "2026-10-05",
	"registrationDate": "2026-10-06"}],
  "sedId": 12345678901234567890
}`

// wrongEntry has an error that the clerk mends: it was answered without a date.
var wrongEntry = strings.NewReplacer("701-ОГ", "702-ОГ", "Смирнова Ольга Петровна", "Кузнецов Пётр Ильич", `"InWork"`,
	`"Explained"`,
	`"2026-10-06"}]`, `"2026-10-06"}, {"code": "0001.0003.0029.0201.0074", "status": "InWork", "incomingDate": `+
		`"2026-10-05", "registrationDate": "2026-10-07"}]`).Replace(vendorEntry)

func vendorArchive(t *testing.T) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range []struct{ name, text string }{
		{"export/701.json", vendorEntry}, {"export/702.json", wrongEntry},
		{"export/703.json", "{\n  \"number\": \"703-ОГ\"\n  \"name\": 1}"}, {"readme.txt", "СЭД"},
	} {
		in, err := w.Create(f.name)
		if err == nil {
			_, err = in.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestOpenArchive: a vendor's archive is opened, looked through, mended,
// downloaded with what was not touched byte for byte, and taken in.
func TestOpenArchive(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "СЭД_октябрь.zip", vendorArchive(t)))
	c.contents("701-ОГ", "Смирнова Ольга Петровна", "замечания", "не читается: строка 3", "не JSON",
		"найдено — «true», прочитано — да")
	c.axe("open archive")
	c.shot("opened")

	c.must(c.Follow(nil, "702-ОГ"))
	c.must(c.Fill(firstQuestion, "Дата ответа", "20.10.2026"))
	c.holds(scenario.Scope{"Вопрос 2"}, "Дата регистрации в органе", "07.10.2026")
	c.must(c.Fill(scenario.Scope{"Вопрос 2"}, "Дата регистрации в органе", "08.10.2026"))
	c.axe("card of an open archive")
	c.shot("openedcard")
	c.must(c.Follow(nil, "К архиву «СЭД_октябрь.zip»"))
	c.contents("изменена")

	c.must(c.Press(nil, "Скачать архив"))
	data, name, err := c.downloads.take()
	c.must(err)
	if name != "СЭД_октябрь_исправленный.zip" {
		t.Errorf("file %q", name)
	}
	parts := unzip(t, data)
	if len(parts) != 4 || parts["export/701.json"] != vendorEntry || parts["readme.txt"] != "СЭД" ||
		!strings.Contains(parts["export/703.json"], "703-ОГ") {
		t.Errorf("what nobody touched was changed: %q", parts)
	}
	for _, want := range []string{`"responseDate":"2026-10-20"`, `"registrationDate":"2026-10-06","responseDate"`,
		`"registrationDate":"2026-10-08"}]`, `"sedId":12345678901234567890`, `"isDirect":true`} {
		if !strings.Contains(parts["export/702.json"], want) {
			t.Errorf("no %s in %s", want, parts["export/702.json"])
		}
	}

	c.must(c.Press(nil, "Принять в реестр"))
	c.wait(`document.body.innerText.includes("Принято новых: 2")`)
	c.shot("accepted")
	c.registerSays("701-ОГ", "702-ОГ")
	// It stays open after a restart. Closing it leaves the register unchanged.
	c.reload()
	c.must(c.Open("Обмен"))
	c.contents("изменена")
	c.must(c.Press(nil, "Закрыть архив"))
	c.must(c.Press(nil, "Закрыть без сохранения"))
	c.wait(`!document.querySelector("table[aria-label='Содержимое архива']")`)
	c.registerSays("701-ОГ")
	c.alone(pageURL(t))
}

// contents waits until the table of the open archive says all of that.
func (c *clerk) contents(words ...string) {
	c.t.Helper()
	c.thingSays("Содержимое архива", "table", words...)
}
