package hostile

import (
	"fmt"
	"strings"
)

const aGUID = "89729055-843a-4eeb-88e1-71535b245d6f"

// manyBodies returns n lines with a GUID each.
func manyBodies(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// packs are hostile as data packs.
var packs = []kind{
	{"entities", Bodies, true, func(m *maker) []byte {
		return []byte(laughs + `<Departments><Department ID="` + aGUID + `" Name="&g;&x;"/></Departments>`)
	}},
	{"deep", Bodies, true, func(m *maker) []byte { return []byte(repeat("<a>", m.upTo(10<<20))) }},
	{"attributes", Bodies, true, func(m *maker) []byte {
		return []byte("<Departments " + repeat(`a="" `, m.upTo(6<<20)) + "/>")
	}},
	{"a tag without end", Bodies, true, func(m *maker) []byte {
		return []byte("<Department ID=\"" + repeat("a", m.upTo(30<<20)))
	}},
	{"a comment without end", Bodies, true, func(m *maker) []byte {
		return []byte("<!--" + repeat("<a>", m.upTo(10<<20)))
	}},
	{"names of no end", Bodies, false, func(m *maker) []byte {
		return []byte(aGUID + ";" + repeat("Я", m.upTo(10<<20)))
	}},
	{"many", Bodies, true, func(m *maker) []byte {
		return []byte(manyBodies(m.upTo(600_000), "%08x-843a-4eeb-88e1-71535b245d6f;Орган\n"))
	}},
	{"quotes", Bodies, true, func(m *maker) []byte { return []byte(`a;"` + repeat(`",;`, m.upTo(8<<20))) }},
	{"a line of commas", Bodies, true, func(m *maker) []byte { return []byte(repeat(";", m.upTo(31<<20))) }},
	{"too large", Bodies, true, func(m *maker) []byte { return []byte(repeat("<", m.upTo(80<<20))) }},
	{"texts that run", Bodies, false, func(m *maker) []byte {
		var b strings.Builder
		for i, text := range Harmful {
			fmt.Fprintf(&b, "%08x-843a-4eeb-88e1-71535b245d6f\t%s\n", i,
				strings.NewReplacer("\n", " ", "\t", " ", "\x00", "").Replace(text))
		}
		return []byte(b.String())
	}},
	{"another encoding", Bodies, true, func(m *maker) []byte {
		return []byte(`<?xml version="1.0" encoding="shift-jis"?><Department ID="` + aGUID + `" Name="Ъ"/>`)
	}},

	{"deep", Classifier, true, func(m *maker) []byte { return []byte(repeat("[", m.upTo(10<<20))) }},
	{"many", Classifier, false, func(m *maker) []byte {
		var b strings.Builder
		b.WriteString("Редакция от 01.11.2026\n")
		for i := range m.upTo(100_000) {
			fmt.Fprintf(&b, "0001.%04d.%04d.%04d Вопрос\n", 1+i%90, 1+i/90%100, 1+i/9000)
		}
		return []byte(b.String())
	}},
	{"codes only", Classifier, false, func(m *maker) []byte {
		return []byte(repeat("0001.0002.0027.0126", m.upTo(500_000)))
	}},
	{"hyphens", Classifier, true, func(m *maker) []byte { return []byte(repeat("а-\n", m.upTo(4<<20))) }},
	{"one long title", Classifier, false, func(m *maker) []byte {
		return []byte("Редакция от 01.11.2026 0001.0002.0027.0126 " + repeat("слово ", m.upTo(2<<20)))
	}},
	{"JSON without end", Classifier, true, func(m *maker) []byte {
		return []byte("[" + repeat("{},", m.upTo(5<<20)) + "{}]")
	}},
	{"texts that run", Classifier, false, func(m *maker) []byte {
		var b strings.Builder
		b.WriteString("Редакция от 01.11.2026\n")
		for i, text := range Harmful {
			fmt.Fprintf(&b, "0001.0002.0027.%04d %s\n", i+1, text)
		}
		return []byte(b.String())
	}},

	{"years", Calendar, true, func(m *maker) []byte {
		return []byte(`<calendar year="999999999999"><days><day d="01.01" t="1"/></days></calendar>`)
	}},
	{"months", Calendar, true, func(m *maker) []byte {
		return []byte(`{"year":2026,"months":[` + repeat(`{"month":1},`, m.upTo(500_000)) + `{}]}`)
	}},
	{"deep", Calendar, true, func(m *maker) []byte { return []byte(`{"months":` + repeat("[", m.upTo(900_000))) }},
	{"entities", Calendar, true, func(m *maker) []byte {
		return []byte(laughs + `<calendar year="2026"><days><day d="&g;" t="1"/></days></calendar>`)
	}},
	{"lines", Calendar, true, func(m *maker) []byte { return []byte(repeat("99.99.9999\n", m.upTo(90_000))) }},

	{"deep", Format, true, func(m *maker) []byte { return []byte(repeat(`{"a":`, m.upTo(200_000))) }},
	{"long", Format, true, func(m *maker) []byte { return []byte(`{"name":"` + repeat("а", m.upTo(5<<20)) + `"}`) }},
	{"of another shape", Format, true, func(m *maker) []byte {
		bad := []string{`[]`, `null`, `{"extensions":5}`, `{"maxPartBytes":1e999}`, `{"maxPartBytes":-1}`,
			`{"zeroReport":{"template":[]}}`, `{"levels":{"x":"y"}}`, `{"__proto__":{"a":1}}`}
		return []byte(bad[m.IntN(len(bad))])
	}},

	{"parts", Pack, true, func(m *maker) []byte {
		return []byte(`{"format":"rroform-pack-1","parts":[` + repeat(`{},`, m.upTo(8<<20)) + `{}]}`)
	}},
	{"deep", Pack, true, func(m *maker) []byte {
		return []byte(`{"format":"rroform-pack-1","parts":` + repeat("[", m.upTo(5<<20)))
	}},
	{"bodies without end", Pack, true, func(m *maker) []byte {
		return []byte(`{"format":"rroform-pack-1","parts":[{"kind":"bodies","bodies":[` +
			repeat(`{},`, m.upTo(10<<20)) + `{}]}]}`)
	}},
	{"a calendar of no end", Pack, true, func(m *maker) []byte {
		return []byte(`{"format":"rroform-pack-1","parts":[{"kind":"calendar","year":{"year":-99999999,` +
			`"off":["2026-01-01"` + repeat(`,""`, m.upTo(8<<20)) + `]}}]}`)
	}},
	{"of a newer program", Pack, true, func(m *maker) []byte { return []byte(`{"format":"rroform-pack-77"}`) }},
	{"texts that run", Pack, false, func(m *maker) []byte {
		q := jsonText(m.harmful())
		return []byte(`{"format":"rroform-pack-1","parts":[{"kind":"bodies","edition":` + q + `,"source":` + q +
			`,"bodies":[{"departmentId":"` + aGUID + `","name":` + q + `}]},{"kind":"results","edition":` + q +
			`,"results":[{"value":` + q + `}]},{"kind":` + q + `}]}`)
	}},
	{"damaged", Pack, false, func(m *maker) []byte {
		return m.damaged([]byte(`{"format":"rroform-pack-1","created":"2026-11-01T00:00:00Z",` +
			`"parts":[{"kind":"bodies","edition":"01.11.2026","bodies":[{"departmentId":"` + aGUID +
			`","name":"Администрация"}]},{"kind":"calendar","edition":"2027","year":{"year":2027,` +
			`"off":["2027-01-01"],"work":[]}}]}`))
	}},
}
