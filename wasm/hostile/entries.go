package hostile

import (
	"fmt"
	"strings"
)

const goodEntry = `{"departmentId":"89729055-843a-4eeb-88e1-71535b245d6f","isDirect":false,"format":"Other",` +
	`"number":"А26-00-000000000","createDate":"2026-10-01","name":"Иванов Иван Иванович","address":"г. Калуга, ул. ` +
	`Циолковского, д.8","email":"user@hostname.com","questions":[{"code":"0003.0009.0097.0694","status":"Explained",` +
	`"incomingDate":"2026-10-05","registrationDate":"2026-10-06","responseDate":"2026-10-20",` +
	`"attachment":{"name":"Ответ.pdf","content":"UERG"}}]}`

// one returns an archive with one JSON text.
func one(text string) []byte { return zipOf("1.json", text) }

func repeat(s string, n int) string { return strings.Repeat(s, n) }

// entries are hostile by the JSON of an entry.
var entries = []kind{
	{"deep lists", Archive, false, func(m *maker) []byte { return one(repeat("[", m.upTo(20<<20))) }},
	{"deep objects", Archive, false, func(m *maker) []byte {
		return one(`{"number":` + repeat(`{"a":`, m.upTo(5<<20)))
	}},
	{"deep and closed", Archive, false, func(m *maker) []byte {
		n := m.upTo(5 << 20)
		return one(`{"number":"1","x":` + repeat("[", n) + repeat("]", n) + "}")
	}},
	{"giant numbers", Archive, false, func(m *maker) []byte {
		n := repeat("9", m.upTo(8<<20))
		return one(`{"number":` + n + `,"createDate":1e999999999,"questions":[{"code":-` + n + `,"responseDate":0.` +
			n + `e-` + n + `}]}`)
	}},
	{"huge strings", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1","name":"` + repeat("Я", m.upTo(10<<20)) + `","address":"` +
			repeat(`\u0430`, m.upTo(2<<20)) + `","questions":[]}`)
	}},
	{"empty questions", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1","questions":[` + repeat("{},", m.upTo(15<<20)) + `{}]}`)
	}},
	{"wrong in each place", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1","questions":[` +
			repeat(`{"code":1,"responseDate":"1.2.2026 10:00","status":"notrecieved"},`, m.upTo(150)) + `{}]}`)
	}},
	{"recipients", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1","questions":[{"transfer":[` +
			repeat(`{"departmentId":"{89729055843A4EEB88E171535B245D6F}"},`, m.upTo(500_000)) + `{}]}]}`)
	}},
	{"unknown keys", Archive, false, func(m *maker) []byte {
		var b strings.Builder
		b.WriteString(`{"number":"1"`)
		for i := range m.upTo(2_000_000) {
			fmt.Fprintf(&b, `,"k%d":%d`, i, i)
		}
		return one(b.String() + "}")
	}},
	{"a key many times", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1"` + repeat(`,"number":"1"`, m.upTo(19_000)) + `,"questions":[]}`)
	}},
	{"backslashes", Archive, false, func(m *maker) []byte {
		return one(`{"number":"` + repeat(`\\`, m.upTo(10<<20)) + `"}`)
	}},
	{"quotes", Archive, false, func(m *maker) []byte { return one(repeat(`"`, m.upTo(20<<20))) }},
	{"escapes", Archive, false, func(m *maker) []byte {
		return one(`{"number":"` + repeat(`\"`, m.upTo(10<<20)) + `"}`)
	}},
	{"half letters", Archive, false, func(m *maker) []byte {
		return one(`{"number":"\ud800\udc00\ud800","name":"` + "\xff\xfe\xc0\x80" + `","questions":[]}`)
	}},
	{"zero bytes", Archive, false, func(m *maker) []byte {
		return one(`{"number":"` + repeat("\x00", m.upTo(1<<20)) + `"}`)
	}},
	{"base64 that is none", Archive, false, func(m *maker) []byte {
		return one(`{"number":"1","questions":[{"attachment":{"name":"../../a.exe","content":"data:` +
			repeat(`=,\n`, m.upTo(10<<20)) + `"}}]}`)
	}},
	{"texts that run", Archive, false, func(m *maker) []byte {
		texts := []string{}
		for i, text := range Harmful {
			q := jsonText(text)
			texts = append(texts, fmt.Sprintf("%d.json", i), `{"departmentId":`+q+`,"number":`+q+`,"name":`+q+
				`,"address":`+q+`,"email":`+q+`,`+q+`:`+q+
				`,"questions":[{"code":`+q+`,"status":`+q+`,"responseDate":`+q+`,"attachment":{"name":`+q+
				`,"content":"UERG"},"transfer":{"departmentId":`+q+`,"transferNumber":`+q+`,"transferDate":`+q+`}}]}`)
		}
		return zipOf(texts...)
	}},
	{"texts that run", Merge, false, func(m *maker) []byte {
		q := jsonText(m.harmful())
		return one(`{"departmentId":"89729055-843a-4eeb-88e1-71535b245d6f","number":` + q + `,"name":` + q +
			`,"questions":[{"code":` + q + `}]}`)
	}},
	{"deep", Zero, true, func(m *maker) []byte { return []byte(`{"a":` + repeat("[", m.upTo(3<<20))) }},
	{"long", Zero, true, func(m *maker) []byte {
		return []byte(`{"year":2026,"a":"` + repeat("a", m.upTo(60<<20)) + `"}`)
	}},
	{"texts that run", Zero, false, func(m *maker) []byte {
		return []byte(`{"departmentId":"89729055-843a-4eeb-88e1-71535b245d6f","year":2026,"month":10,"a":` +
			jsonText(m.harmful()) + `}`)
	}},
}
