package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/register"
)

// TestNumberIsFound: a number that is typed is the first row, then come those
// that begin so, then those that hold it; houses, dates and codes come last.
func TestNumberIsFound(t *testing.T) {
	c, _ := newFilled(t)
	for i := 300; i > 0; i-- {
		ap := direct(fmt.Sprintf("%d-ОГ", i), appeal.Date(fmt.Sprintf("2026-10-%02d", 1+i%28)))
		ap.Name, ap.Address = fmt.Sprintf("Заявитель%d Иван Ильич", i), fmt.Sprintf("г. Огурцов, ул. Мира, д. %d", i%40)
		c.save(ap)
	}
	for _, number := range []string{"Т-2", "Т-20", "12-Т-2", "К-1", "К-15", "АК-3", "Б/Н", "4999", "14999", "4999-1",
		"А26-02-000000601", "2026/17", "17/2026", "Щ-5"} {
		ap := direct(number, "2026-10-05")
		ap.Name, ap.Address = "Новик Иван", "с. Тихое, корпус К, д. 4999"
		c.save(ap)
	}
	sent := direct("исх-1", "2026-10-05")
	sent.Questions[0].Status, sent.Questions[0].Transfers = appeal.Transferred,
		[]appeal.Transfer{{DepartmentName: "Отдел", TransferNumber: "77-исх"}}
	c.save(sent)
	for _, row := range []struct {
		query string
		total int // 0 = whatever
		first string
	}{
		{"2-ОГ", 30, "2-ОГ 12-ОГ"},
		{"2-ог", 30, "2-ОГ 12-ОГ"},
		{"№ 2-ОГ", 30, "2-ОГ 12-ОГ"},
		{"2-O", 0, "2-ОГ 12-ОГ"}, // Latin, and unfinished
		{"2 ОГ", 0, "2-ОГ"},
		{"12-ОГ", 3, "12-ОГ 112-ОГ 212-ОГ"},
		{"12", 0, "12-ОГ 12-Т-2 120-ОГ"},
		{"300", 0, "300-ОГ"},
		{"Т-2", 3, "Т-2 Т-20 12-Т-2"},
		{"К-", 14, "К-1 К-15"}, // and the houses «К, д. 4999»
		{"К-1", 2, "К-1 К-15"},
		{"б/н", 1, "Б/Н"},
		{"4999", 0, "4999 4999-1 14999"},
		{"17/2026", 1, "17/2026"},
		{"2026/17", 1, "2026/17"},
		{"000000601", 1, "А26-02-000000601"},
		{"A26-02", 1, "А26-02-000000601"}, // Latin
		{"Заявитель2 2-ОГ", 0, "2-ОГ"},
		{"2-ОГ иван мира", 30, "2-ОГ 12-ОГ"},
		{"иван 12-ОГ", 3, "12-ОГ 112-ОГ"},
		{"77-исх", 1, "исх-1"},
		{"0003.0009.0097.0694", 315, ""},
		{"0009.0003", 0, "nothing"},
		{"05.10.2026", 0, "nothing"},
		{"2-ОГОРОД", 0, "nothing"},
	} {
		for _, desc := range []bool{false, true} {
			if desc && strings.Count(row.first, " ") > 0 {
				continue // which of equals comes first
			}
			res := c.register(query.RegisterReq{Query: row.query, Sort: query.ByNumber, Desc: desc, Size: 400})
			got := numbers(res.Rows)
			if row.first == "nothing" && len(got) > 0 || row.total > 0 && res.Total != row.total {
				t.Errorf("%q: %d found: %v", row.query, res.Total, got[:min(len(got), 10)])
			}
			if want := strings.Fields(row.first); row.first != "nothing" &&
				(len(got) < len(want) || !slices.Equal(got[:len(want)], want)) {
				t.Errorf("%q: %v, want %v", row.query, got[:min(len(got), 10)], want)
			}
			var ids register.RegisterIDsRes
			c.must("registerIds", query.RegisterReq{Query: row.query, Sort: query.ByNumber, Desc: desc}, &ids)
			if len(ids.IDs) != res.Total || res.Total > 0 && ids.IDs[0] != res.Rows[0].ID {
				t.Errorf("%q: the ids stand otherwise", row.query)
			}
		}
	}
	// The exact one is first on the first page in every order, and the pages go on.
	for _, sort := range []query.SortKey{query.ByModified, query.ByName, query.ByIncoming} {
		var seen []string
		for page := range 4 {
			seen = append(seen,
				numbers(c.register(query.RegisterReq{Query: "2-ОГ", Sort: sort, Desc: true, Page: page, Size: 10}).
					Rows)...)
		}
		once := slices.Compact(slices.Sorted(slices.Values(seen)))
		if len(seen) != 30 || len(once) != 30 || seen[0] != "2-ОГ" {
			t.Errorf("by %s: %d rows, %d different, first %s", sort, len(seen), len(once), seen[0])
		}
	}
}

// TestNumberOfBody: bodies stand in the order of their numbers, and the one
// whose name was typed is the first.
func TestNumberOfBody(t *testing.T) {
	c, _ := newFilled(t)
	names := []string{"Школа № 101", "Школа № 5", "Школа № 1010", "Школа № 15", "Школа № 1001", "Вечерняя школа № 5",
		"Школа № 5 имени Гоголя", "Лицей 2-5"}
	for i, name := range names {
		c.must("saveBody", app.SaveBodyReq{
			Body: packs.Body{DepartmentID: fmt.Sprintf("a1b2c3d4-%04d-4000-8000-000000000555", i), Name: name}}, nil)
	}
	for query, want := range map[string]string{
		"": "Вечерняя школа № 5, Лицей 2-5, Школа № 5, Школа № 5 имени Гоголя, Школа № 15, Школа № " +
			"101, Школа № 1001, Школа № 1010",
		"школа № 5": "Школа № 5, Школа № 5 имени Гоголя, Вечерняя школа № 5, Школа № 15, Школа № 101, Школа " +
			"№ 1001, Школа № 1010",
		"школа №1": "Школа № 15, Школа № 101, Школа № 1001, Школа № 1010, Вечерняя школа № 5, Школа № 5, " +
			"Школа № 5 имени Гоголя",
		"2-5":                "Лицей 2-5",
		"a1b2c3d4-0002-4000": "Школа № 1010",
	} {
		var res packs.SearchBodiesRes
		c.must("searchBodies", app.SearchBodiesReq{Query: query}, &res)
		var got []string
		for _, b := range res.Bodies {
			got = append(got, b.Name)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %s", query, strings.Join(got, ", "))
		}
	}
}
