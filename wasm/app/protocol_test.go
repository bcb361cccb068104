package app_test

import (
	"fmt"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/report"
	"rroform/wasm/rules"
)

func (c *core) protocol(a journal.Archive) report.Protocol {
	c.t.Helper()
	var res report.Protocol
	c.must("protocol", app.ArchiveIDReq{ID: a.ID}, &res)
	return res
}

// TestProtocol: from the kept bytes, whatever the register holds now.
func TestProtocol(t *testing.T) {
	c, s := newFilled(t)
	c.save(fromAdministration("А26-10", "2026-10-05", c.put("Ответ.pdf", []byte("ответ"))))
	own := fromAdministration("154-ОГ", "2026-10-06", c.put("Ответ 2.pdf", []byte("ответ")))
	own = c.save(own).Appeal
	sent := direct("20-ОГ", "2026-10-07")
	sent.Questions[0].Status = appeal.Transferred
	sent.Questions[0].Transfers = []appeal.Transfer{
		{DepartmentID: body2, DepartmentName: "Администрация района", TransferDate: "2026-10-08",
			TransferNumber: "12-АБ"}}
	c.save(sent)
	broken := direct("30-ОГ", "2026-10-05")
	broken.Email, broken.RegistrationDate = "", ""
	c.save(broken)
	made := c.build(october)
	c.must("setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: journal.StateHanded, Note: "флешкой"}, nil)
	want := fmt.Sprintf("%+v", c.protocol(made))

	own.Name, own.Questions[0].Code = "Другой", "0002.0014.0143.0389"
	c.save(own)
	c = newCore(t, s, "2026-12-02")
	p := c.protocol(made)
	if got := fmt.Sprintf("%+v", p); got != want {
		t.Errorf("another protocol a month later\n got %s\nwant %s", got, want)
	}
	if len(p.Table.Columns) != 17 || len(p.Table.Rows) != 3 || p.Note != report.OwnControl {
		t.Fatalf("%d columns, %d rows", len(p.Table.Columns), len(p.Table.Rows))
	}
	row := "20-ОГ|2026-10-07|2026-10-07|2026-10-07|0003.0009.0097.0694|Администрация района (" + body2 +
		")|Направлено по компетенции|+|12-АБ|2026-10-08|||||||+"
	if got := strings.Join(p.Table.Rows[0], "|"); got != row {
		t.Errorf("\n got %s\nwant %s", got, row)
	}
	if got := p.Table.Rows[1][0] + " " + p.Table.Rows[2][0]; got != "154-ОГ А26-10" {
		t.Errorf("order %s", got)
	}
	for _, table := range []struct {
		report.Table
		want string
	}{{p.FilesIn, "[[А26-10 0003.0009.0097.0694 Ответ.pdf 10 Б]]"}, {p.FilesOut, "[[154-ОГ Ответ 2.pdf Портал"},
		{p.LeftOut, "[[30-ОГ Иванов Иван Иванович Есть ошибки. Не указана дата регистрации в органе.]]"}} {
		if got := fmt.Sprint(table.Rows); !strings.HasPrefix(got, table.want) || len(table.Rows) != 1 ||
			len(table.Rows[0]) != len(table.Columns) {
			t.Errorf("%s: %s", table.Title, got)
		}
	}
	head := fmt.Sprint(p.Head)
	for _, part := range []string{"Администрация села Примерное", body1, "За отчётный месяц", "октябрь 2026",
		made.Parts[0].Name, made.Parts[0].SHA256,
		"Передан 02.11.2026 12:00, Образцова А. П., флешкой", "обращений 3, вопросов 3", app.Version, made.Format,
		made.Codes} {
		if !strings.Contains(head, part) {
			t.Errorf("the head lacks %q: %s", part, head)
		}
	}
	if strings.Contains(head, "байт") || strings.Contains(head, "(") && strings.Contains(head, made.Program) {
		t.Errorf("the head is not for a clerk: %s", head)
	}
	if p.FileName != "Протокол_РРО_Администрация_села_Примерное_2026-10_001.xlsx" {
		t.Error(p.FileName)
	}
	c.refused("notFound", "protocol", app.ArchiveIDReq{ID: "x"})
}

// TestProtocolOfZero: no rows, but the record and its name.
func TestProtocolOfZero(t *testing.T) {
	c, _ := newFilled(t)
	var res forming.BuildRes
	c.must("buildZero",
		forming.ZeroReq{Zero: rules.Zero{Declared: true, Month: october, NoDirect: true, NoAdministration: true,
			NoOtherBodies: true, Looked: true}}, &res)
	p := c.protocol(res.Archive)
	if head := fmt.Sprint(p.Head); p.Title != "Протокол нулевого отчёта" || len(p.Table.Rows) != 0 ||
		!strings.Contains(head, "обращения не поступали") || !strings.Contains(head, "{") {
		t.Errorf("%+v", p)
	}
	made := res.Archive
	c.save(direct("1-ОГ", "2026-10-05"))
	c.refused("zero", "compareArchives", app.CompareArchivesReq{A: made.ID, B: c.build(october).ID})
}

// TestProtocolCountsRecipients: a question for two bodies is written twice, and
// the head says so; two questions are no such thing.
func TestProtocolCountsRecipients(t *testing.T) {
	const why = "вопросов 3 (вопрос, направленный в несколько органов"
	for _, row := range []struct {
		recipients int
		want       string
	}{{2, why}, {1, "вопросов 2]"}} {
		c, _ := newFilled(t)
		ap := direct("1-ОГ", "2026-10-05")
		sent := appeal.Question{Code: "0003.0009.0097.0695", Status: appeal.Transferred}
		for i := range row.recipients {
			sent.Transfers = append(sent.Transfers,
				appeal.Transfer{DepartmentID: fmt.Sprintf("a1b2c3d4-0001-4000-8000-00000000000%d", i+1),
					DepartmentName: "Орган", TransferDate: "2026-10-06", TransferNumber: "7-И"})
		}
		ap.Questions = append(ap.Questions, sent)
		c.save(ap)
		if head := fmt.Sprint(c.protocol(c.build(october)).Head); !strings.Contains(head, row.want) {
			t.Errorf("%d recipients: %s", row.recipients, head)
		}
	}
}

// TestCompareArchives: all parts of both, by the journal's bytes.
func TestCompareArchives(t *testing.T) {
	c, s := newFilled(t)
	c.loadFormat(func(f map[string]any) { f["maxPartBytes"] = 100_000 })
	for i := range 12 {
		c.save(fromAdministration(fmt.Sprintf("А26-%d", i), "2026-10-05", c.put("Ответ.pdf", noise(i, 30_000))))
	}
	first := c.build(october)
	rows := c.register(query.RegisterReq{Sort: query.ByNumber}).Rows
	changed := c.get(rows[3].ID).Appeal
	changed.Questions[0].Status = appeal.Explained
	changed.Questions[0].Attachment = c.put("Ответ.pdf", noise(99, 30_000))
	c.save(changed)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{rows[5].ID}}, nil)
	c.save(direct("154-ОГ", "2026-10-05"))
	c.save(direct("9-ОГ", "2026-10-05")) // after the other, but of a smaller number
	second := c.build(october)
	if len(first.Parts) < 2 || len(second.Parts) < 2 {
		t.Fatalf("%d and %d parts", len(first.Parts), len(second.Parts))
	}
	var res app.CompareArchivesRes
	newCore(t, s, today).must("compareArchives", app.CompareArchivesReq{A: first.ID, B: second.ID}, &res)
	got := fmt.Sprint(res.Comparison)
	want := "{[{9-ОГ Иванов Иван Иванович} {154-ОГ Иванов Иван Иванович}] [{А26-5 Иванов Иван Иванович}] [{{А26-3 " +
		"Иванов Иван Иванович} [{questions.0.status Дан ответ автору Рассмотрено. Разъяснено} " +
		"{questions.0.attachment Ответ.pdf, 30000 байт Ответ.pdf, 30000 байт, другое содержимое}]}] 10}"
	if got != want || res.A.ID != first.ID || res.B.ID != second.ID {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	c.refused("notFound", "compareArchives", app.CompareArchivesReq{A: first.ID, B: "x"})
}
