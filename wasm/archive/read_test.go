package archive

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/tools/txtar"

	"rroform/wasm/appeal"
	"rroform/wasm/foreign"
	"rroform/wasm/schema"
)

const clean = `{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","isDirect":true,"format":"Other",` +
	`"number":"1-ОГ","createDate":"2026-10-05","name":"Иванов","questions":[{"code":"0003.0009.0097.0694",` +
	`"status":"InWork","incomingDate":"2026-10-05","registrationDate":"2026-10-05"}]}`

// TestRepairs: known deviations of other programs are understood and reported.
func TestRepairs(t *testing.T) {
	cp1251, err := charmap.Windows1251.NewEncoder().String(clean)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := func(swap bool) string {
		var out []byte
		for _, r := range clean {
			pair := []byte{byte(r), byte(r >> 8)}
			if swap {
				pair[0], pair[1] = pair[1], pair[0]
			}
			out = append(out, pair...)
		}
		return string(out)
	}
	for _, c := range []struct{ name, text, want string }{
		{"clean", clean, ""},
		{"indented", strings.ReplaceAll(clean, ",", ",\n\t"), ""},
		{"BOM", "\xef\xbb\xbf" + clean, "«» UTF-8 с меткой порядка байтов (BOM) → UTF-8"},
		{"Windows-1251", cp1251, "«» Windows-1251 → UTF-8"},
		{"UTF-16 with BOM", "\xff\xfe" + utf16(false), "«» Юникод (UTF-16) → UTF-8"},
		{"UTF-16, big end first", utf16(true), "«» Юникод (UTF-16) → UTF-8"},
		{"a bad byte", strings.Replace(clean, "Иванов", "Иванов\xff", 1), "«» UTF-8 с повреждёнными знаками → UTF-8"},
		{"PascalCase", strings.Replace(clean, `"number"`, `"Number"`, 1), "«number» имя поля «Number» → «number»"},
		{"string boolean", strings.Replace(clean, `true`, `"True"`, 1), "«isDirect» «True» → да"},
		{"number boolean", strings.Replace(clean, `true`, `0`, 1), "«isDirect» «0» → нет"},
		{"no boolean", strings.Replace(clean, `"isDirect":true,`, ``, 1), "«isDirect» не указано → нет"},
		{"number", strings.Replace(clean, `"1-ОГ"`, `154`, 1), "«number» число 154 → текст «154»"},
		{"object for text", strings.Replace(clean, `"Иванов"`, `{"last": "Иванов"}`, 1),
			`«name» {"last":"Иванов"} → текст «{"last":"Иванов"}»`},
		{"null", strings.Replace(clean, `"Иванов"`, `"Иванов","email":null`, 1), "«email» null → пусто"},
		{"code as number", strings.Replace(clean, `"0003.0009.0097.0694"`, `455`, 1),
			"«questions.0.code» число 455 → код «0455»"},
		{"misspelt", strings.Replace(clean, `"InWork"`, `"NotRecieved"`, 1),
			"«questions.0.status» «NotRecieved» → «NotReceived»"},
		{"label for status", strings.Replace(clean, `"InWork"`, `"Находится на рассмотрении"`, 1),
			"«questions.0.status» «Находится на рассмотрении» → «InWork»"},
		{"time", strings.Replace(clean, `"2026-10-05"`, `"2026-10-05T00:00:00+03:00"`, 1),
			"«createDate» «2026-10-05T00:00:00+03:00» → 05.10.2026"},
		{"Russian date", strings.Replace(clean, `"2026-10-05"`, `"05.10.2026 0:00:00"`, 1),
			"«createDate» «05.10.2026 0:00:00» → 05.10.2026"},
		{"empty date", strings.Replace(clean, `"2026-10-05"`, `""`, 1), "«createDate» пустая строка → пусто"},
		{"no date at all", strings.Replace(clean, `"2026-10-05"`, `"вчера"`, 1), ""},
		{"GUID in braces", strings.Replace(clean, `"89729055-843A-4EEB-88E1-71535B245D6F"`,
			`"{89729055-843A-4EEB-88E1-71535B245D6F}"`, 1),
			"«profile.departmentId» «{89729055-843A-4EEB-88E1-71535B245D6F}» → «89729055-843A-4EEB-88E1-71535B245D6F»"},
		{"GUID without hyphens",
			strings.Replace(clean, `"89729055-843A-4EEB-88E1-71535B245D6F"`, `"89729055843A4EEB88E171535B245D6F"`, 1),
			"«profile.departmentId» «89729055843A4EEB88E171535B245D6F» → «89729055-843A-4EEB-88E1-71535B245D6F»"},
		{"twice", strings.Replace(clean, `"number":"1-ОГ"`, `"number":"0","number":"1-ОГ"`, 1),
			"«number» поле «number» стоит дважды → последнее значение"},
		{"unknown twice", strings.Replace(clean, `"number"`, `"x":1,"x":2,"number"`, 1),
			"«x» поле «x» стоит дважды → последнее значение"},
		{"line break inside", strings.Replace(clean, "Иванов", "Иванов\nИван", 1),
			"«» переносы строк и другие управляющие знаки внутри текста → пробелы"},
		{"one question, no list", strings.NewReplacer("[", "", "]", "").Replace(clean),
			"«questions» один объект → список из одного"},
		{"one date for two questions",
			strings.Replace(clean, `"questions":[`, `"questions":[{"code":"1","status":"NotRegistered"},`, 1),
			"«questions.0.incomingDate» не указано → как у другого вопроса: 05.10.2026"},
	} {
		o, err := Unmarshal([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var said []string
		for _, r := range o.Repairs {
			said = append(said, fmt.Sprintf("«%s» %s → %s", r.Field, r.Found, r.Taken))
		}
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%s: %q\nwant %q", c.name, got, c.want)
		}
		if o.Fits && len(schema.Validate(schema.Entry, []byte(c.text))) > 0 {
			t.Errorf("%s: said to fit the schema", c.name)
		}
	}
}

// TestUnreadable: a text that is not an appeal is refused with the place of the error.
func TestUnreadable(t *testing.T) {
	deep := strings.Repeat("[", 65) + strings.Repeat("]", 65)
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "Запись обрывается: строка 1, знак 1"},
		{"XML", "<appeal/>", "Здесь должно стоять значение: строка 1, знак 1, возле «<appeal/>»"},
		{"cut", clean[:90], "Запись обрывается: строка 1"},
		{"comma", "{\n  \"number\": \"Ж\" \"name\": 1}",
			"После значения нет запятой или закрывающей скобки «}»: строка 2, знак 17"},
		{"two objects", clean + "\n" + clean, "После конца записи есть лишний текст: строка 2, знак 1"},
		{"list", "[" + clean + "]", "нужен один объект"},
		{"zero report", `{"departmentId":"x","year":2026}`, "нулевой отчёт"},
		{"question is a number", strings.Replace(clean, `[{"code"`, `[1,{"code"`, 1),
			"В списке «Вопросы» стоит не объект"},
		{"questions are text", `{"number":"1","questions":"нет"}`, "На месте списка «Вопросы»"},
		{"flag", strings.Replace(clean, "true", `"возможно"`, 1), "нужно true или false: строка 1"},
		{"not base64", strings.Replace(clean, `"InWork"`, `"Answered","attachment":{"name":"a.pdf","content":"Ответ!"}`,
			1), "не в base64"},
		{"too deep", `{"number":"1","x":` + deep + `}`, "глубже, чем на 64"},
		{"too deep for a stack", strings.Repeat(`{"a":`, 1_000_000), "глубже, чем на 64"},
	} {
		o, err := Unmarshal([]byte(c.text))
		var bad *foreign.Error
		if !errors.As(err, &bad) {
			t.Errorf("%s: %+v, %v", c.name, o, err)
			continue
		}
		if !strings.Contains(bad.Error(), c.want) || bad.Line == 0 {
			t.Errorf("%s: %s\nwant %s", c.name, bad, c.want)
		}
	}
}

// TestExtra: unknown keys at every level are kept and written again.
func TestExtra(t *testing.T) {
	text := `{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","isDirect":false,"format":"Other",` +
		`"number":"А26-1","createDate":"2026-10-05","name":"Иванов","questions":[{"code":"0003.0009.0097.0694",` +
		`"status":"Answered","incomingDate":"2026-10-05","registrationDate":"2026-10-05","responseDate":"2026-10-06",` +
		`"attachment":{"name":"a.pdf","content":"AAAA","pages":2},"big":12345678901234567890.10,"isExtend":false},` +
		`{"code":"0003.0009.0097.0694","status":"Transferred","incomingDate":"2026-10-05",` +
		`"registrationDate":"2026-10-06","transfer":{"departmentId":"a1b2c3d4-0001-4000-8000-000000000001",` +
		`"transferDate":"2026-10-07","transferNumber":"1","by":"post"}}],"version":{"major":6},"": null}`
	o, err := Unmarshal([]byte(text))
	if err != nil || len(o.Repairs) > 0 {
		t.Fatal(o, err)
	}
	if q := o.Appeal.Questions[1]; q.IncomingDate != "" || q.RegistrationDate != "2026-10-06" {
		t.Errorf("own dates %q, %q", q.IncomingDate, q.RegistrationDate)
	}
	format := &appeal.FormatProfile{FileRule: appeal.FilesAlways}
	write := func() string {
		out, err := Marshal(&o.Appeal, o.DepartmentID, format, func(id string) ([]byte, error) {
			return o.Files[id], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if got, want := write(), strings.Replace(text, `"version":{"major":6},"": null}`, `"":null,"version":{"major":6}}`,
		1); got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
	o.Appeal.Extra["Number"], o.Appeal.Extra["email"] = json.RawMessage(`"0"`), json.RawMessage(`"x"`)
	if got := write(); strings.Contains(got, `"Number"`) || strings.Contains(got, `"email"`) {
		t.Errorf("a known key was overridden: %s", got)
	}
}

// TestFitsQuickly compares the fast check with the schema for every test document.
func TestFitsQuickly(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/archives/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal(err)
	}
	quick := 0
	for _, path := range paths {
		kit, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range kit.Files {
			o, err := Unmarshal(f.Data)
			if err != nil || !o.Fits {
				continue
			}
			quick++
			if wrong := schema.Validate(schema.Entry, f.Data); len(wrong) > 0 {
				t.Errorf("%s: %v", path, wrong)
			}
		}
	}
	if quick < 20 {
		t.Errorf("only %d were judged quickly", quick)
	}
}

// FuzzUnmarshal: any text is read or refused with a place. What was read is the same
// after writing and reading it again.
func FuzzUnmarshal(f *testing.F) {
	paths, _ := filepath.Glob("../../testdata/archives/*.txtar")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			f.Add(file.Data)
		}
	}
	format := &appeal.FormatProfile{FileRule: appeal.FilesAlways, CreateDateOfDirect: appeal.CreateDateNone,
		Recipients: appeal.TransferList, Extended: appeal.ExtendedStatus}
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := Unmarshal(data)
		if err != nil {
			var bad *foreign.Error
			if !errors.As(err, &bad) || bad.Line < 1 || bad.Column < 1 {
				t.Fatalf("refused without a place: %v", err)
			}
			return
		}
		if o.Fits && len(schema.Validate(schema.Entry, data)) > 0 {
			t.Fatalf("said to fit: %v", schema.Validate(schema.Entry, data))
		}
		text, err := Marshal(&o.Appeal, o.DepartmentID, format, func(id string) ([]byte, error) {
			return o.Files[id], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(text) {
			t.Fatalf("written: %s", text)
		}
		if again, err := Unmarshal(text); err != nil || again.Appeal.Number != o.Appeal.Number ||
			len(again.Appeal.Questions) != len(o.Appeal.Questions) || len(again.Appeal.Extra) > len(o.Appeal.Extra) {
			t.Fatalf("read %+v\nwrote %s\nread again %+v, %v", o.Appeal, text, again, err)
		}
	})
}

// TestWholeCode compares wholeCode with the regular expression of the schema.
func TestWholeCode(t *testing.T) {
	shape := regexp.MustCompile(`^(\d{4}|\d{4}(\.\d{4}){3,4})$`)
	for _, code := range []string{"", "0003", "003", "00031", "0003.0009", "0003.0009.0097", "0003.0009.0097.0694",
		"0003.0009.0097.0694.0074",
		"0003.0009.0097.0694.0074.0001", "0003.0009.0097.069а", "0003.0009.0097,0694", "0003 0009.0097.0694",
		"00030009.0097.0694x", "0003.0009.0097.0694\n"} {
		if got, want := wholeCode(code), shape.MatchString(code); got != want {
			t.Errorf("wholeCode(%q) = %v", code, got)
		}
	}
}
