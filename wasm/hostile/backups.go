package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"strings"
	"time"

	"rroform/wasm/exchange"
)

// sealed returns a backup with correct sums. rows are table, key and text in turn.
func sealed(kind string, rows ...string) []byte {
	var out bytes.Buffer
	w, err := exchange.NewWriter(&out,
		exchange.Head{Created: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC), Program: "0.1.0", Version: 1, Kind: kind,
			Rows: map[string]int{"appeals": len(rows) / 3}})
	for i := 0; err == nil && i < len(rows); i += 3 {
		if table, file := strings.CutPrefix(rows[i], "file:"); file {
			err = w.File(table, rows[i+1], []byte(rows[i+2]))
		} else {
			err = w.Row(rows[i], rows[i+1], []byte(rows[i+2]))
		}
	}
	if err == nil {
		_, err = w.Close()
	}
	if err != nil {
		panic("hostile: " + err.Error())
	}
	return out.Bytes()
}

// stampedZip adds the correct checksum of a backup to a zip.
func stampedZip(data []byte) []byte {
	data = append(data[:len(data)-2:len(data)-2], 16, 0) // the length of the comment
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	sum.Write(data)
	return fmt.Appendf(data, "%016x", sum.Sum64())
}

const goodRecord = `{"id":"%s","profileId":"p","number":"%d-ОГ","name":"Иванов Иван Иванович",` +
	`"incomingDate":"2026-10-05","questions":[{"id":"q","code":"0003.0009.0097.0694","status":"InWork",` +
	`"transfers":[]}]}`

func (m *maker) id() string {
	return fmt.Sprintf("%08x-0000-4000-8000-%012x", m.Uint32(), m.Uint64()>>16)
}

func (m *maker) records(n int) (rows []string) {
	for i := range n {
		id := m.id()
		rows = append(rows, "appeals", id, fmt.Sprintf(goodRecord, id, i))
	}
	return rows
}

// backups are hostile as backups and as hand-over files.
var backups = []kind{
	{"damaged", Backup, false, func(m *maker) []byte { return m.damaged(sealed("", m.records(40)...)) }},
	{"damaged", Merge, false, func(m *maker) []byte {
		return m.damaged(sealed(exchange.KindHandover, m.records(40)...))
	}},
	{"text blown up", Backup, true, func(m *maker) []byte {
		return sealed("", "appeals", "a", `{"id":"a","text":"`+repeat("a", m.upTo(160<<20))+`"}`)
	}},
	{"declares much", Backup, true, func(m *maker) []byte {
		var out bytes.Buffer
		head, _ := json.Marshal(exchange.Head{Format: "rroform-backup-2", Version: 1})
		parts := []part{local(&out, "rroform-backup.json", zip.Store, len(head), crc32.ChecksumIEEE(head), head)}
		body := bytes.Repeat([]byte{0}, 1<<20)
		for _, name := range []string{"rroform-sums.json", "tables/appeals/0001.txt"} {
			p := local(&out, name, zip.Deflate, 400<<20, 0, body)
			p.size = 400 << 20
			parts = append(parts, p)
		}
		return stampedZip(finish(&out, parts))
	}},
	{"deep record", Backup, false, func(m *maker) []byte {
		return sealed("", "appeals", "a", `{"id":"a","extra":{"x":`+repeat("[", m.upTo(1<<20))+`}}`)
	}},
	{"records of another shape", Backup, false, func(m *maker) []byte {
		bad := []string{`[]`, `null`, `"x"`, `{"id":5}`, `{"questions":{}}`, `{"questions":[null]}`,
			`{"created":"yesterday"}`, `{"rev":1e999}`, `{"history":[{"at":[]}]}`, `{}`, ``}
		return sealed("", append(m.records(3), "appeals", "bad", bad[m.IntN(len(bad))])...)
	}},
	{"settings of another shape", Backup, false, func(m *maker) []byte {
		tables := []string{"profiles", "archives", "actions", "packs", "bodies", "settings", "choices", "opened",
			"sources", "logs", "nowhere", "__proto__"}
		bad := []string{`[]`, `null`, `{"kind":"classifier","tsv":"x"}`,
			`{"kind":"calendar","year":{"year":-5,"off":["x"]}}`, `{"kind":"format"}`, `{"steps":[{"before":"x"}]}`,
			`{"parts":null}`, `{"id":{}}`}
		return sealed("", append(m.records(3), tables[m.IntN(len(tables))], "classifier", bad[m.IntN(len(bad))])...)
	}},
	{"empty questions", Backup, true, func(m *maker) []byte {
		rows := []string{}
		for range 1 + m.upTo(60) {
			id := m.id()
			rows = append(rows, "appeals", id, `{"id":"`+id+`","questions":[`+repeat("{},", 50_000)+`{}]}`)
		}
		return sealed("", rows...)
	}},
	{"many records", Backup, false, func(m *maker) []byte {
		rows := []string{}
		for i := range m.upTo(100_000) {
			id := fmt.Sprint(i)
			rows = append(rows, "appeals", id, `{"id":"`+id+`"}`)
		}
		return sealed("", rows...)
	}},
	{"headers that claim all", Backup, true, func(m *maker) []byte {
		var out bytes.Buffer
		out.WriteString("no directory ")
		for i := range m.upTo(200_000) {
			out.WriteString(
				"PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
					"\xff\xff\xff\x00\xff\xff\xff\x00\x10\x00\x00\x00")
			fmt.Fprintf(&out, "files/f/%08d", i)
		}
		return out.Bytes()
	}},
	{"streams that claim all", Backup, true, func(m *maker) []byte {
		var out bytes.Buffer
		body := deflated([]byte(blanks(8 << 20)))
		for i := range m.upTo(5000) {
			p := out.Len()
			local(&out, fmt.Sprintf("tables/t/%04d.txt", i), zip.Deflate, 200<<20, 0, body[:len(body)/2])
			copy(out.Bytes()[p+18:], "\xff\xff\xff\x00")
		}
		return out.Bytes()
	}},
	{"files twice and outside", Backup, false, func(m *maker) []byte {
		return sealed("", "file:files", "../../a", "x", "file:files", "a", "x", "file:files", "a", "y", "file:nowhere",
			"b", "z")
	}},
	{"of a newer program", Backup, true, func(m *maker) []byte {
		return stampedZip(
			zipOf("rroform-backup.json", `{"format":"rroform-backup-`+fmt.Sprint(3+m.IntN(1000))+`","version":99}`))
	}},
	{"old and wrong", Backup, true, func(m *maker) []byte {
		return zipOf("rroform-backup.json",
			`{"format":"rroform-backup-1","version":1,"sha256":{"tables/appeals.json":"00","../x":"11"}}`,
			"tables/appeals.json", repeat("[", m.upTo(1<<20)), "../x", "")
	}},
	{"texts that run", Backup, false, func(m *maker) []byte {
		rows := []string{}
		for i, text := range Harmful {
			q := jsonText(text)
			rows = append(rows, "appeals", fmt.Sprint(i), `{"id":"`+fmt.Sprint(i)+`","number":`+q+`,"name":`+q+
				`,"address":`+q+`,"email":`+q+`,"questions":[{"id":`+q+`,"code":`+q+`,"status":`+q+
				`,"transfers":[{"departmentName":`+q+`}]}]}`)
		}
		return sealed("", rows...)
	}},
	{"texts that run", Merge, false, func(m *maker) []byte {
		q := jsonText(m.harmful())
		return sealed(exchange.KindHandover, "profiles", "p",
			`{"id":"p","name":`+q+`,"departmentId":"89729055-843a-4eeb-88e1-71535b245d6f"}`,
			"appeals", "a", `{"id":"a","profileId":"p","number":`+q+`,"name":`+q+
				`,"questions":[{"attachment":{"fileId":`+q+`,"name":`+q+`}}]}`)
	}},
	{"no profile", Merge, false, func(m *maker) []byte {
		return sealed(exchange.KindHandover, append(m.records(m.upTo(2000)), "profiles", "p", `[]`)...)
	}},
}
