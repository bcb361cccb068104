package report

import (
	"strings"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// TestColumns: every status has a mark or a word, and date columns contain only dates.
func TestColumns(t *testing.T) {
	yes := true
	var questions []appeal.Question
	for _, row := range appeal.Statuses {
		q := appeal.Question{Code: "0003.0009.0097.0694", Status: row.Status}
		if row.Response == appeal.Required {
			q.ResponseDate = "2026-10-20"
		}
		if row.Measures == appeal.Required {
			q.ActionsTaken = &yes
		}
		questions = append(questions, q)
	}
	e := &archive.Opened{Appeal: appeal.Appeal{Number: "1-ОГ", IncomingDate: "2026-10-05", Questions: questions}}
	table := Questions([]*archive.Opened{e}, func(string) string { return "" })
	if len(table.Rows) != len(appeal.Statuses) {
		t.Fatalf("%d rows", len(table.Rows))
	}
	marks := map[string]string{"Рассмотрено. Поддержано": "Поддержано Меры приняты",
		"Рассмотрено. Разъяснено": "Разъяснено",
		"Дан ответ автору":        "Дан ответ автору", "Оставлено без ответа автору": "Оставлено без ответа автору",
		"Направлено по компетенции": "Направлено по компетенции"}
	for _, row := range table.Rows {
		var on []string
		for i, c := range table.Columns {
			switch {
			case c.Kind == Mark && row[i] == "+":
				on = append(on, c.Title)
			case c.Kind == Mark && row[i] != "", c.Kind == Day && row[i] != "" && !appeal.Date(row[i]).Valid():
				t.Errorf("%s: %q", c.Title, row[i])
			}
		}
		if got := strings.Join(on, " "); got != marks[row[6]] {
			t.Errorf("%s: marks %q, want %q", row[6], got, marks[row[6]])
		}
	}
}

// TestOwnDates: a question with its own dates shows them.
func TestOwnDates(t *testing.T) {
	e := &archive.Opened{
		Appeal: appeal.Appeal{IncomingDate: "2026-10-05",
			Questions: []appeal.Question{{Status: appeal.InWork},
				{Status: appeal.InWork, IncomingDate: "2026-10-07", RegistrationDate: "2026-10-08"}}}}
	rows := Questions([]*archive.Opened{e}, func(string) string { return "" }).Rows
	if got := strings.Join(append(rows[0][2:4], rows[1][2:4]...), " "); got != "2026-10-05  2026-10-07 2026-10-08" {
		t.Error(got)
	}
}

// TestDatesOfAQuestion: if one question is registered and another has not arrived yet,
// each row shows the dates of its own question.
func TestDatesOfAQuestion(t *testing.T) {
	e := &archive.Opened{Appeal: appeal.Appeal{Number: "1-ОГ", IncomingDate: "2026-10-05",
		RegistrationDate: "2026-10-06",
		Questions: []appeal.Question{{Status: appeal.InWork}, {Status: appeal.NotRegistered},
			{Status: appeal.NotReceived}}}}
	table := Questions([]*archive.Opened{e}, func(string) string { return "" })
	for i, want := range []string{"2026-10-05 2026-10-06 +", "2026-10-05", ""} {
		row := table.Rows[i]
		if got := strings.TrimSpace(row[2] + " " + row[3] + " " + row[16]); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

func TestEntriesRefuse(t *testing.T) {
	for _, f := range []archive.File{{Name: "a.json", Data: []byte("[]")},
		{Name: "a.json", Err: &archive.OpenError{Text: "файл повреждён"}}} {
		if _, err := Entries([]archive.File{f}); err == nil || !strings.Contains(err.Error(), "a.json") {
			t.Errorf("%v", err)
		}
	}
}
