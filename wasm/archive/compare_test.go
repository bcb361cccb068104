package archive

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// written returns an entry in the portal's format. over holds texts and their
// replacements in turn.
func written(name string, over ...string) File {
	text := `{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","isDirect":true,"format":"Other","number":"1-ОГ",` +
		`"createDate":"2026-10-05","name":"Иванов","questions":[{"code":"0003.0009.0097.0694","status":"InWork",` +
		`"incomingDate":"2026-10-05","registrationDate":"2026-10-05"}]}`
	for i := 0; i < len(over); i += 2 {
		text = strings.Replace(text, over[i], over[i+1], 1)
	}
	return File{Name: name, Data: []byte(text)}
}

func TestCompare(t *testing.T) {
	file := func(base64 string) string {
		return `"Explained","attachment":{"name":"Ответ.pdf","content":"` + base64 + `"}`
	}
	for _, c := range []struct {
		name     string
		from, to []File
		want     string
	}{
		{"same bytes", []File{written("a")}, []File{written("a")}, "+[] -[] ~[] =1"},
		{"spaces and letter case of the GUID", []File{written("a")},
			[]File{written("a", `,"name"`, ` , "name"`, "843A-4EEB", "843a-4eeb")}, "+[] -[] ~[] =1"},
		{"продлено in two forms", []File{written("a", `"InWork"`, `"InWork","isExtend":true`)},
			[]File{written("a", `"InWork"`, `"InWorkExtended"`)}, "+[] -[] ~[] =1"},
		{"one status", []File{written("a"), written("b", "1-ОГ", "2-ОГ")},
			[]File{written("a", "InWork", "InWorkExtended"), written("b", "1-ОГ", "2-ОГ")},
			"+[] -[] ~[1-ОГ questions.0.status «Находится на рассмотрении» «Рассмотрение продлено»] =1"},
		{"came and went", []File{written("a")}, []File{written("b", "1-ОГ", "2-ОГ")},
			"+[{2-ОГ Иванов}] -[{1-ОГ Иванов}] ~[] =0"},
		{"another program's names", []File{written("a"), written("b", "1-ОГ", "2-ОГ")},
			[]File{written("1.json", "1-ОГ", "2-ОГ"), written("2.json")}, "+[] -[] ~[] =2"},
		{"same number of another day", []File{written("a")}, []File{written("b", "2026-10-05", "2025-10-05")},
			"+[{1-ОГ Иванов}] -[{1-ОГ Иванов}] ~[] =0"},
		{"number corrected", []File{written("a")}, []File{written("a", "1-ОГ", "1/1-ОГ")},
			"+[] -[] ~[1/1-ОГ number «1-ОГ» «1/1-ОГ»] =0"},
		{"other bytes of a file", []File{written("a", `"InWork"`, file("AAAA"))},
			[]File{written("a", `"InWork"`, file("BBBB"))},
			"+[] -[] ~[1-ОГ questions.0.attachment «Ответ.pdf, 3 байт» «Ответ.pdf, 3 байт, другое содержимое»] =0"},
		{"another body", []File{written("a")}, []File{written("a", "89729055", "89729056")},
			"+[] -[] ~[1-ОГ profile.departmentId «89729055-843A-4EEB-88E1-71535B245D6F» " +
				"«89729056-843A-4EEB-88E1-71535B245D6F»] =0"},
		{"nothing at all", nil, nil, "+[] -[] ~[] =0"},
	} {
		got, err := Compare(c.from, c.to)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var changed []string
		for _, e := range got.Changed {
			for _, f := range e.Changes {
				changed = append(changed, fmt.Sprintf("%s %s «%s» «%s»", e.Number, f.Field, f.From, f.To))
			}
		}
		if said := fmt.Sprintf("+%v -%v ~%v =%d", got.Added, got.Gone, changed, got.Same); said != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, said, c.want)
		}
	}
	for name, bad := range map[string]File{"no JSON": {Name: "a", Data: []byte("hello")},
		"damaged": {Name: "a", Err: errors.New("файл повреждён")}} {
		if _, err := Compare([]File{written("a")}, []File{bad}); err == nil {
			t.Errorf("%s: compared", name)
		}
	}
}
