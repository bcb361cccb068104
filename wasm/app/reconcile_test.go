package app_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

func (c *core) reconcile(text string) app.ReconcileRes {
	c.t.Helper()
	var res app.ReconcileRes
	c.must("reconcile", app.ReconcileReq{Text: text, Filter: query.RegisterReq{Year: 2026, Month: 10}}, &res)
	if len(res.Table.Rows) != len(res.Rows) {
		c.t.Errorf("table of %d rows for %d", len(res.Table.Rows), len(res.Rows))
	}
	return res
}

func of(res app.ReconcileRes, kind app.ReconcileKind) (list []string) {
	for _, row := range res.Rows {
		if row.Kind == kind {
			list = append(list, row.Number)
		}
	}
	return list
}

// TestReconcile100: 100 numbers are pasted, 4 of the register are not among
// them, in whatever way they were copied (G56).
func TestReconcile100(t *testing.T) {
	c, _ := newFilled(t)
	all := map[string]bool{}
	for i := range 104 {
		number := fmt.Sprintf("А26-02-%05d", i)
		all[number] = true
		c.save(fromAdministration(number, "2026-10-05", nil))
	}
	c.save(direct("1-ОГ", "2026-09-05")) // another month
	missing := []string{"А26-02-00007", "А26-02-00042", "А26-02-00051", "А26-02-00103"}
	var numbers []string
	for _, n := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(missing, n) {
			numbers = append(numbers, n)
		}
	}
	ways := map[string]func(i int, n string) string{
		"plain":      func(_ int, n string) string { return n },
		"blanks":     func(_ int, n string) string { return " \u00a0" + n + "\u2009 " },
		"tabs":       func(_ int, n string) string { return n + "\t05.10.2026\tДан ответ автору" },
		"counted":    func(i int, n string) string { return fmt.Sprintf("%d\t%s\t05.10.2026 12:00\tAnswered", i+1, n) },
		"semicolons": func(_ int, n string) string { return n + "; 05.10.2026; дан ответ автору" },
		"wide":       func(_ int, n string) string { return n + "   05.10.2026   Дан ответ автору" },
		"single":     func(_ int, n string) string { return n + " 05.10.2026 Дан ответ автору" },
		"status":     func(_ int, n string) string { return n + " Дан ответ автору" },
	}
	for name, way := range ways {
		var lines []string
		for i, n := range numbers {
			lines = append(lines, way(i, n))
		}
		for kind, text := range map[string]string{name: strings.Join(lines, "\n"),
			name + ", CRLF": "\r\n" + strings.Join(lines, "\r\n") + "\r\n"} {
			res := c.reconcile(text)
			if got := of(res, app.NotThere); res.Pasted != 100 || res.Here != 104 || !slices.Equal(got, missing) ||
				len(of(res, app.Agrees)) != 100 {
				t.Errorf("%s: %d pasted, missing %v, %d agree", kind, res.Pasted, got, len(of(res, app.Agrees)))
			}
		}
	}
	for _, text := range []string{strings.Join(numbers, "; "), strings.Join(numbers, ", "),
		strings.Join(numbers, "\t")} {
		if got := of(c.reconcile(text), app.NotThere); !slices.Equal(got, missing) {
			t.Errorf("one line: missing %v", got)
		}
	}
}

// TestReconcileHeader: a header says which column is which.
func TestReconcileHeader(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("12", "2026-10-05"))
	for name, text := range map[string]string{
		"order first": "№ п/п\tНомер обращения\tДата поступления\tСтатус\n1\t12\t05.10.2026\tНаходится на " +
			"рассмотрении",
		"status first":  "Статус;Заявитель;Номер\nInWork;Иванов 5;12",
		"sign":          "№;Дата\n12;05.10.2026",
		"blanks inside": "Номер\u00a0обращения   Статус   Дата\n12   Находится\u00a0на рассмотрении   2026-10-05",
	} {
		res := c.reconcile(text)
		if len(res.Rows) != 2 || res.Rows[0].Kind != app.Skipped || res.Rows[1].Kind != app.Agrees ||
			res.Rows[1].Number != "12" {
			t.Errorf("%s: %+v", name, res.Rows)
		}
	}
}

// TestReconcileOutcomes: each kind, with what is said of it.
func TestReconcileOutcomes(t *testing.T) {
	c, _ := newFilled(t)
	plain := c.save(direct("А-1", "2026-10-05"))
	draft := direct("2-ОГ", "2026-10-05")
	draft.Draft = true
	c.save(draft)
	wrong := direct("3-ОГ", "2026-10-05")
	wrong.Name = ""
	c.save(wrong)
	c.save(direct("4-ОГ", "2026-10-05"))
	c.save(direct("5-ОГ", "2026-09-05"))
	c.save(direct("Ё-6", "2026-10-05"))
	two := direct("7-ОГ", "2026-10-05")
	two.Questions = append(two.Questions,
		appeal.Question{Code: "0003.0009.0097.0694", Status: appeal.Explained, ResponseDate: "2026-10-20"})
	c.save(two)
	c.build(october)
	c.save(direct("8-ОГ", "2026-10-06"))
	res := c.reconcile(strings.Join([]string{
		"a-1;05.10.2026;Находится на рассмотрении", // Latin, small
		"5-ОГ",                  // another month
		"Е 6;05.10.2026",        // ё, sign
		"99-ОГ;05.10.2026",      // unknown
		"7-ОГ;;InWork",          // one line a question
		"7-ОГ;;Разъяснено",      // end of the label
		";05.10.2026;Explained", // no number
	}, "\n"))
	want := map[string]string{
		"А-1":   "agrees|регистром букв, латинской буквой",
		"2-ОГ":  "neverSent|черновик",
		"3-ОГ":  "neverSent|есть ошибки",
		"4-ОГ":  "notThere|в архив выгружалось",
		"5-ОГ":  "notHere|сентябрь 2026",
		"Ё-6":   "agrees|буквами «ё» и «е», знаками или пробелами",
		"7-ОГ":  "agrees|",
		"8-ОГ":  "notThere|ещё не выгружалось",
		"99-ОГ": "notHere|такого номера",
		"":      "unread|строка 7",
	}
	got := map[string]bool{}
	for _, row := range res.Rows {
		kind, note, _ := strings.Cut(want[row.Number], "|")
		if string(row.Kind) != kind || !strings.Contains(row.Note, note) || note == "" && row.Note != "" {
			t.Errorf("%s: %+v, want %s", row.Number, row, want[row.Number])
		}
		got[row.Number] = true
		if row.Number == "А-1" && (row.ID != plain.Appeal.ID || row.There != "a-1") {
			t.Errorf("%+v", row)
		}
	}
	if len(got) != len(want) || len(res.Rows) != len(want) {
		t.Errorf("rows %+v", res.Rows)
	}
	for text, kind := range map[string]app.ReconcileKind{
		"4-ОГ; 05.10.2026; Дан ответ автору": app.OtherStatus, "4-ОГ; 06.10.2026; InWork": app.OtherDate,
		"7-ОГ\tInWork\n7-ОГ\tInWork": app.OtherStatus, "7-ОГ\tРассмотрено. Разъяснено": app.Agrees,
		"4-ОГ\t05.10.2026\tCancelled": app.Agrees,
	} {
		res := c.reconcile(text)
		number, _, _ := strings.Cut(strings.ReplaceAll(text, "\t", ";"), ";")
		for _, row := range res.Rows {
			if row.Number == number && row.Kind != kind {
				t.Errorf("%s: %+v", text, row)
			}
		}
	}
	c.refused("empty", "reconcile", app.ReconcileReq{Text: " \n\u00a0 "})
}
