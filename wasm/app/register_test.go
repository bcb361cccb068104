package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// TestRegisterFilters: РРО's own filters, status and words.
func TestRegisterFilters(t *testing.T) {
	c, _ := newFilled(t)
	add := func(number string, change func(*appeal.Appeal)) {
		ap := direct(number, "2026-10-05")
		change(&ap)
		c.save(ap)
		c.now = c.now.Add(time.Minute)
	}
	add("154-ОГ", func(ap *appeal.Appeal) { ap.Name = "Фёдорова Алёна" })
	add("А26-00-000000001", func(ap *appeal.Appeal) {
		ap.IsDirect, ap.CreateDate, ap.Name = false, "2026-09-30", "Сидоров Пётр" // counts for September
	})
	add("155-ОГ", func(ap *appeal.Appeal) {
		ap.IncomingDate, ap.RegistrationDate, ap.Address = "2025-10-05", "2025-10-05", "с. Берёзовка"
		ap.Questions = append(ap.Questions, appeal.Question{Code: "0002.0014.0143.0389", Status: appeal.Transferred,
			Transfers: []appeal.Transfer{{DepartmentName: "Администрация села Зелёное", TransferNumber: "777-АБ"}}})
	})
	add("", func(ap *appeal.Appeal) { ap.IncomingDate, ap.Email = "", "elena@hostname.com" }) // of no month
	for _, row := range []struct {
		req  query.RegisterReq
		want string
	}{
		{query.RegisterReq{}, "154-ОГ А26-00-000000001 155-ОГ -"},
		{query.RegisterReq{Year: 2026}, "154-ОГ А26-00-000000001"},
		{query.RegisterReq{Month: 10}, "154-ОГ 155-ОГ"},
		{query.RegisterReq{Year: 2026, Month: 9}, "А26-00-000000001"},
		{query.RegisterReq{Year: 2024}, ""},
		{query.RegisterReq{Origin: query.Direct}, "154-ОГ 155-ОГ -"},
		{query.RegisterReq{Origin: query.Forwarded}, "А26-00-000000001"},
		{query.RegisterReq{Status: appeal.Transferred}, "155-ОГ"},
		{query.RegisterReq{Status: appeal.InWork, Year: 2025}, "155-ОГ"},
		{query.RegisterReq{Status: appeal.Explained}, ""},
		{query.RegisterReq{Query: "федорова"}, "154-ОГ"},
		{query.RegisterReq{Query: "Берёз"}, "155-ОГ"},
		{query.RegisterReq{Query: "  берез  иван "}, "155-ОГ"},
		{query.RegisterReq{Query: "пётр федорова"}, ""},
		{query.RegisterReq{Query: "0143.0389"}, "155-ОГ"},
		{query.RegisterReq{Query: "зелен"}, "155-ОГ"}, {query.RegisterReq{Query: "777"}, "155-ОГ"},
		{query.RegisterReq{Query: "elena@"}, "-"},
		{query.RegisterReq{Query: "а26-00"}, "А26-00-000000001"},
	} {
		row.req.Sort = query.ByModified
		res := c.register(row.req)
		got := numbers(res.Rows)
		for i, n := range got {
			if n == "" {
				got[i] = "-"
			}
		}
		if strings.Join(got, " ") != row.want || res.Total != len(got) || res.All != 4 ||
			fmt.Sprint(res.Years) != "[2026 2025]" {
			t.Errorf("%+v: %q of %d and %d, years %v; want %q", row.req, got, res.Total, res.All, res.Years, row.want)
		}
	}
}

func TestRegisterSort(t *testing.T) {
	c, _ := newFilled(t)
	for _, row := range []struct {
		number, name string
		day          appeal.Date
		broken       bool
	}{
		{"10-ОГ", "Ёлкина", "2026-10-03", false}, {"9-ОГ", "Егоров", "2026-10-02", true},
		{"А26-2", "Жуков", "2026-10-01", false}, {"009-ОГ", "Дьяков", "2026-09-30", false},
		{"А26-10", "Зуев", "2026-10-04", false},
	} {
		ap := direct(row.number, row.day)
		ap.Name = row.name
		if row.broken {
			ap.Questions[0].Code = ""
		}
		if strings.HasPrefix(row.number, "А26") {
			ap.IsDirect, ap.CreateDate = false, row.day
		}
		c.save(ap)
		c.now = c.now.Add(time.Minute)
	}
	for _, row := range []struct {
		key  query.SortKey
		want string
	}{
		{query.ByModified, "10-ОГ 9-ОГ А26-2 009-ОГ А26-10"},
		{"", "10-ОГ 9-ОГ А26-2 009-ОГ А26-10"},
		{query.ByNumber, "9-ОГ 009-ОГ 10-ОГ А26-2 А26-10"},
		{query.ByName, "009-ОГ 9-ОГ 10-ОГ А26-2 А26-10"},
		{query.ByIncoming, "009-ОГ А26-2 9-ОГ 10-ОГ А26-10"},
		{query.ByRegistration, "009-ОГ А26-2 9-ОГ 10-ОГ А26-10"},
		{query.ByMonth, "009-ОГ 10-ОГ 9-ОГ А26-2 А26-10"},
		{query.ByFindings, "10-ОГ А26-2 009-ОГ А26-10 9-ОГ"},
	} {
		up := numbers(c.register(query.RegisterReq{Sort: row.key}).Rows)
		if got := strings.Join(up, " "); got != row.want {
			t.Errorf("by %s: %s, want %s", row.key, got, row.want)
		}
		down := numbers(c.register(query.RegisterReq{Sort: row.key, Desc: true}).Rows)
		if slices.Reverse(down); !slices.Equal(down, up) {
			t.Errorf("by %s downwards: %s", row.key, down)
		}
	}
}

// TestRegisterPages: over 250 records saved at the same moment no page repeats
// or skips one; pages that do not exist are empty.
func TestRegisterPages(t *testing.T) {
	c, _ := newFilled(t)
	const all = 250
	for i := range all {
		c.save(direct(fmt.Sprintf("%d-ОГ", i%7), "2026-10-05"))
	}
	for _, key := range []query.SortKey{query.ByModified, query.ByNumber, query.ByMonth} {
		seen := map[string]bool{}
		for page := range 7 {
			res := c.register(query.RegisterReq{Sort: key, Page: page, Size: 40})
			if want := min(40, all-40*page); len(res.Rows) != want || res.Total != all {
				t.Errorf("by %s: page %d has %d rows of %d, want %d", key, page, len(res.Rows), res.Total, want)
			}
			for _, row := range res.Rows {
				if seen[row.ID] {
					t.Fatalf("by %s: %s on two pages", key, row.ID)
				}
				seen[row.ID] = true
			}
		}
	}
	for _, req := range []query.RegisterReq{{Page: 7, Size: 40}, {Page: 1 << 60, Size: 40}, {Page: 0, Size: -1}} {
		if res := c.register(req); len(res.Rows) != 0 || res.Total != all {
			t.Errorf("%+v: %d rows", req, len(res.Rows))
		}
	}
	if res := c.register(query.RegisterReq{Page: -1, Size: 1 << 60}); len(res.Rows) != all {
		t.Errorf("%d rows on one page", len(res.Rows))
	}
}
