package hostile

import (
	"fmt"
	"strings"
)

// tables are hostile as CSV or other text that is read as a table.
var tables = []kind{
	{"a quote without end", Table, true, func(m *maker) []byte {
		return []byte("Номер;ФИО\n\"" + repeat("Иванов;1\n", m.upTo(3<<20)))
	}},
	{"quotes", Table, true, func(m *maker) []byte { return []byte(repeat(`"`, m.upTo(60<<20)|1)) }},
	{"quotes and commas", Table, true, func(m *maker) []byte { return []byte(repeat(`",`, m.upTo(20<<20))) }},
	{"a line of commas", Table, true, func(m *maker) []byte { return []byte(repeat(",", m.upTo(90<<20))) }},
	{"a line of tabs", Table, true, func(m *maker) []byte { return []byte(repeat("\t", m.upTo(90<<20))) }},
	{"a million rows", Table, true, func(m *maker) []byte {
		return []byte("Номер;ФИО\n" + repeat("1;2\n", m.upTo(4<<20)))
	}},
	{"empty rows", Table, true, func(m *maker) []byte {
		return []byte("Номер;ФИО\n" + repeat("\n", m.upTo(90<<20)) + "1;2\n")
	}},
	{"columns", Table, true, func(m *maker) []byte { return []byte(repeat("Номер;", m.upTo(100_000)) + "\n1;2") }},
	{"a long cell", Table, true, func(m *maker) []byte {
		return []byte("Номер;ФИО\n1;" + repeat("Я", m.upTo(40<<20)))
	}},
	{"too large", Table, true, func(m *maker) []byte { return make([]byte, m.upTo(220<<20)) }},
	{"UTF-16 cut", Table, false, func(m *maker) []byte {
		return []byte("\xff\xfe" + repeat("\x1e\x04;\x00\n\x00", m.upTo(40_000)) + "\xd8")
	}},
	{"zero bytes", Table, true, func(m *maker) []byte { return []byte("Номер;ФИО\n1;\x00\x00\x00;2") }},
	{"texts that run", Table, false, func(m *maker) []byte {
		var b strings.Builder
		b.WriteString("Номер;ФИО;Адрес;Код вопроса;Статус;" + quoted(m.harmful()) + "\n")
		for i := range m.upTo(200) {
			for range 6 {
				b.WriteString(quoted(strings.ReplaceAll(Harmful[(i+m.IntN(40))%len(Harmful)], "\x00", "")) + ";")
			}
			b.WriteString("\n")
		}
		return []byte(b.String())
	}},
	{"damaged", Table, false, func(m *maker) []byte {
		var b strings.Builder
		b.WriteString("Номер;Дата поступления;ФИО;Код вопроса;Статус\n")
		for i := range m.upTo(300) {
			fmt.Fprintf(&b, "%d-ОГ;0%d.10.2026;\"Иванов; Иван\";0003.0009.0097.0694;Рассмотрено. Разъяснено\n", i,
				1+i%9)
		}
		return m.damaged([]byte(b.String()))
	}},
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
