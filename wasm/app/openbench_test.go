package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"rroform/wasm/archive"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

const benchEntries = 10_000

// benchArchive is an archive of clean entries, or of such that need repairs.
func benchArchive(b *testing.B, mended bool) []byte {
	b.Helper()
	var packed []archive.Packed
	for i := range benchEntries {
		text := fmt.Sprintf(`{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","isDirect":true,"format":"Other",`+
			`"number":"%d-ОГ","createDate":"2026-10-05","name":"Заявитель%d Иван Иванович","address":"г. Калуга, ул. `+
			`Циолковского, д. %d","email":"user@hostname.com","questions":[{"code":"0003.0009.0097.0694",`+
			`"status":"Explained","incomingDate":"2026-10-05","registrationDate":"2026-10-06",`+
			`"responseDate":"2026-10-20"},{"code":"0001.0003.0029.0201.0074","status":"InWork",`+
			`"incomingDate":"2026-10-05","registrationDate":"2026-10-06"}]}`, i, i, i)
		if mended {
			text = "\xef\xbb\xbf" + strings.NewReplacer(`"number"`, `"Number"`, "true", `"true"`, "2026-10-20",
				"20.10.2026").Replace(text)
		}
		p, err := archive.Pack(fmt.Sprintf("%05d.json", i), []byte(text))
		if err != nil {
			b.Fatal(err)
		}
		packed = append(packed, p)
	}
	data, err := archive.Assemble(packed)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func startBench(b *testing.B) *App {
	b.Helper()
	now := time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)
	a := New(Options{Now: func() time.Time { return now }, Open: func(context.Context) (store.Store, error) {
		return store.NewMemory(), nil
	}})
	if _, err := a.Hello(b.Context(), HelloReq{}); err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkReadArchive opens and judges 10,000 entries without keeping them:
// unzip, read, schema, rules. It is what other ways of doing that are compared with.
func BenchmarkReadArchive(b *testing.B) {
	for name, mended := range map[string]bool{"clean": false, "mended": true} {
		data := benchArchive(b, mended)
		b.Run(name, func(b *testing.B) {
			a := startBench(b)
			b.ReportAllocs()
			for b.Loop() {
				env := a.register.Env(a.office.Active)
				env.Duplicates = nil
				errors := 0
				err := archive.Usual.Walk(data, func(_, _ int, f archive.File) error {
					o, err := archive.Unmarshal(f.Data)
					if err != nil {
						return err
					}
					if !o.Fits && !mended {
						errors++
					}
					env.Profile.DepartmentID = o.DepartmentID
					if rules.Worst(rules.Check(rules.Subject{Appeal: &o.Appeal}, env)) == "error" {
						errors++
					}
					return nil
				})
				if err != nil || errors > 0 {
					b.Fatal(errors, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchEntries, "ns/entry")
		})
	}
}

// BenchmarkOpenArchive is the whole way of the page: records and bytes are
// stored (in memory), every entry is judged, doubles are looked for.
func BenchmarkOpenArchive(b *testing.B) {
	data := benchArchive(b, false)
	b.ReportAllocs()
	for b.Loop() {
		a := startBench(b)
		res, _, err := a.OpenArchive(b.Context(), OpenArchiveReq{Name: "a.zip"}, [][]byte{data})
		if err != nil {
			b.Fatal(err)
		}
		page, err := a.OpenedArchive(b.Context(), OpenedArchiveReq{ID: res.ID, Size: 50})
		if err != nil || page.Total != benchEntries || page.Counts.Fits != benchEntries {
			b.Fatal(page.Counts, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchEntries, "ns/entry")
}
