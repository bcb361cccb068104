package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
	"rroform/wasm/table"
	"rroform/wasm/tables"
)

func (c *core) openTable(name, text string) tables.TableInfo {
	c.t.Helper()
	var info tables.TableInfo
	c.must("openTable", tables.OpenTableReq{Name: name, Kind: tables.TableText}, &info, []byte(text))
	return info
}

// mapped sets defaults beside what was recognised.
func (c *core) mapped(info tables.TableInfo, defaults map[string]string) tables.TableInfo {
	c.t.Helper()
	maps.Copy(info.Mapping.Defaults, defaults)
	var next tables.TableInfo
	c.must("mapTable", tables.MapTableReq{ID: info.ID, Mapping: info.Mapping}, &next)
	return next
}

func (c *core) checkTable(info tables.TableInfo) tables.TableCheck {
	c.t.Helper()
	var res tables.TableCheck
	c.must("checkTable", tables.CheckTableReq{ID: info.ID}, &res)
	return res
}

func (c *core) importTable(info tables.TableInfo, clean bool) incoming.TakenRes {
	c.t.Helper()
	var res incoming.TakenRes
	c.must("importTable", tables.ImportTableReq{ID: info.ID, Clean: clean}, &res)
	return res
}

var allDirect = map[string]string{table.Direct: table.Yes, table.Incoming: table.Registered}

const plainTable = `Рег. №;Дата регистрации;ФИО заявителя;Адрес;Код вопроса;Результат рассмотрения
301-ОГ;05.10.2026;Иванов Иван;с. Примерное, д. 1;0003.0009.0097.0694;Находится на рассмотрении
302-ОГ;06.10.2026;Петров Пётр;с. Примерное, д. 2;0003.0009.0097.0694;Находится на рассмотрении
303-ОГ;31.02.2026;Сидоров;с. Примерное, д. 3;0003.0009.0097.0694;Находится на рассмотрении
Итого;3
`

// TestImportTwice: the second import of a file changes nothing; the first can
// be undone as a whole.
func TestImportTwice(t *testing.T) {
	c, s := newFilled(t)
	open := func() tables.TableInfo { return c.mapped(c.openTable("октябрь.csv", plainTable), allDirect) }
	if got := c.checkTable(open()); got.Appeals != 3 || got.New != 3 || got.Good != 2 || got.Wrong != 1 ||
		got.Skipped != 1 {
		t.Fatalf("%+v", got)
	}
	first := c.importTable(open(), false)
	if first.New != 3 || first.Left != 0 || first.Action == nil {
		t.Fatalf("%+v", first)
	}
	rows := c.register(query.RegisterReq{}).Rows
	if got := numbers(rows); len(got) != 3 {
		t.Fatalf("%v", got)
	}
	before := dump(t, s, store.Appeals)
	info := open()
	if got := c.checkTable(info); got.Same != 3 || got.New+got.Newer+got.Wrong != 0 {
		t.Fatalf("second check: %+v", got)
	}
	again := c.importTable(info, false)
	if again.New != 0 || again.Updated != 0 || again.Same != 3 || again.Action != nil {
		t.Fatalf("second import: %+v", again)
	}
	if after := dump(t, s, store.Appeals); after != before {
		t.Errorf("the second import wrote\n%s\nover\n%s", after, before)
	}
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: first.Action.ID}, &undone)
	if undone.Undone != 3 || len(c.register(query.RegisterReq{}).Rows) != 0 {
		t.Errorf("%+v", undone)
	}
}

// TestImportAgainCorrected: what was corrected here after the import is no
// conflict with the file that it came from, and no new appeal either, also
// where the row has no number.
func TestImportAgainCorrected(t *testing.T) {
	c, _ := newFilled(t)
	text := plainTable + ";10.10.2026;Без номера;с. Примерное;0003.0009.0097.0694;Находится на рассмотрении\n"
	open := func() tables.TableInfo { return c.mapped(c.openTable("октябрь.csv", text), allDirect) }
	if got := c.importTable(open(), false); got.New != 4 {
		t.Fatalf("%+v", got)
	}
	if got := c.importTable(open(), false); got.New != 0 || got.Same != 4 {
		t.Errorf("untouched: %+v", got)
	}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		ap := c.get(row.ID).Appeal
		ap.Number, ap.Address = ap.Number+"/1", "с. Новое"
		c.save(ap)
	}
	info := open()
	if check := c.checkTable(info); check.Same != 4 || len(check.Conflict) != 0 || check.Appeals != 4 {
		t.Errorf("%+v", check)
	}
	if got := c.importTable(info, false); got.New != 0 || got.Updated != 0 || got.Same != 4 {
		t.Errorf("corrected: %+v", got)
	}
}

func dump(t *testing.T, s store.Store, from store.Table) string {
	t.Helper()
	rows, err := s.All(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%s %d %s\n", r.Key, r.Rev, r.Data)
	}
	return b.String()
}

// TestImportFinds: findings are at the cells of their columns. Appeals with errors are imported only
// on request; the rest is in the log and the table.
func TestImportFinds(t *testing.T) {
	c, s := newFilled(t)
	info := c.mapped(c.openTable("октябрь.csv", plainTable), allDirect)
	c.checkTable(info)
	var page tables.TableRowsRes
	c.must("tableRows", tables.TableRowsReq{ID: info.ID, State: tables.RowWrong, Count: 10}, &page)
	if page.Total != 1 || page.Rows[0].Row != 4 || page.Rows[0].Cells[0] != "303-ОГ" {
		t.Fatalf("%+v", page)
	}
	if !slices.ContainsFunc(page.Rows[0].Findings, func(f tables.CellFinding) bool {
		return f.Column == 1 && f.Level == appeal.Error
	}) {
		t.Errorf("no error at the date: %+v", page.Rows[0].Findings)
	}
	if got := c.importTable(info, true); got.New != 2 || got.Left != 1 {
		t.Fatalf("%+v", got)
	}
	var out tables.RefusedRowsRes
	c.must("refusedRows", tables.RefusedRowsReq{ID: info.ID, Clean: true}, &out)
	if len(out.Rows) != 1 || len(out.Rows[0]) != len(out.Titles) || out.Rows[0][0] != "303-ОГ" ||
		out.Rows[0][6] != "строка 4" || out.Rows[0][7] == "" {
		t.Errorf("%+v", out)
	}
	log := dump(t, s, store.Logs)
	for _, want := range []string{`"label":"Загрузка таблицы: октябрь.csv"`, `"records":`, "строка 4", "303-ОГ",
		"строка 5", "итогом"} {
		if !strings.Contains(log, want) {
			t.Errorf("no %s in the log\n%s", want, log)
		}
	}
	// The corrected row comes in alone.
	fixed := c.mapped(c.openTable("октябрь.csv", strings.Replace(plainTable, "31.02", "30.10", 1)), allDirect)
	if got := c.importTable(fixed, true); got.New != 1 || got.Same != 2 {
		t.Errorf("%+v", got)
	}
}

// TestImportWrong: records with errors are held with their findings.
func TestImportWrong(t *testing.T) {
	c, _ := newFilled(t)
	c.importTable(c.mapped(c.openTable("a.csv", plainTable), allDirect), false)
	for _, row := range c.register(query.RegisterReq{}).Rows {
		if row.Number != "303-ОГ" {
			continue
		}
		card := c.get(row.ID)
		if card.Appeal.RegistrationDate != "31.02.2026" || rules.Worst(card.Findings) != appeal.Error ||
			card.Appeal.Source == nil || card.Appeal.Source.Place != "строка 4" {
			t.Errorf("%+v", card)
		}
	}
}

// TestImportNewer: a later state of the table changes appeals that were not edited here. Edited ones
// are not overwritten, and fields without a column stay.
func TestImportNewer(t *testing.T) {
	c, _ := newFilled(t)
	c.importTable(c.mapped(c.openTable("a.csv", plainTable), allDirect), true)
	edited := c.register(query.RegisterReq{Query: "302-ОГ"}).Rows[0]
	ap := c.get(edited.ID).Appeal
	ap.Address = "с. Новое"
	c.save(ap)
	later := `Рег. №;Дата регистрации;ФИО;Код вопроса;Результат;Дата ответа
301-ОГ;05.10.2026;Иванов Иван;0003.0009.0097.0694;Рассмотрено. Разъяснено;20.10.2026
302-ОГ;06.10.2026;Петров Пётр;0003.0009.0097.0694;Рассмотрено. Разъяснено;20.10.2026
`
	info := c.mapped(c.openTable("b.csv", later), allDirect)
	got := c.checkTable(info)
	if got.Newer != 1 || !slices.Equal(got.Conflict, []string{"302-ОГ"}) || got.New != 0 {
		t.Fatalf("%+v", got)
	}
	if res := c.importTable(info, false); res.Updated != 1 || res.Left != 1 || res.New != 0 {
		t.Fatalf("%+v", res)
	}
	first := c.get(c.register(query.RegisterReq{Query: "301-ОГ"}).Rows[0].ID).Appeal
	if first.Questions[0].Status != appeal.Explained || first.Address != "с. Примерное, д. 1" {
		t.Errorf("%+v", first)
	}
	if second := c.get(edited.ID).Appeal; second.Questions[0].Status != appeal.InWork || second.Address != "с. Новое" {
		t.Errorf("%+v", second)
	}
	// A table that says the same with fewer columns is no conflict.
	few := c.mapped(c.openTable("c.csv", "Рег. №;Дата регистрации;ФИО;Код вопроса\n302-ОГ;06.10.2026;Петров "+
		"Пётр;0003.0009.0097.0694\n"), allDirect)
	if got := c.checkTable(few); got.Same != 1 || len(got.Conflict) != 0 {
		t.Errorf("fewer columns: %+v", got)
	}
}

// TestImportCancelled: stopped at any report, nothing is written.
func TestImportCancelled(t *testing.T) {
	c, s := newFilled(t)
	var big strings.Builder
	big.WriteString("Рег. №;Дата регистрации;ФИО;Код вопроса;Результат\n")
	for i := range 300 {
		fmt.Fprintf(&big, "%d-ОГ;05.10.2026;Иванов Иван %d;0003.0009.0097.0694;Находится на рассмотрении\n", i, i)
	}
	steps := 0
	for _, method := range []string{"checkTable", "importTable"} {
		info := c.mapped(c.openTable("a.csv", big.String()), allDirect)
		req := map[string]any{"checkTable": tables.CheckTableReq{ID: info.ID},
			"importTable": tables.ImportTableReq{ID: info.ID}}[method]
		for stopAt := 1; ; stopAt++ {
			ctx, cancel := context.WithCancel(t.Context())
			n := 0
			_, err := c.call(rpc.WithProgress(ctx, func(int, int, string) {
				if n++; n == stopAt {
					cancel()
				}
			}), method, req, nil)
			cancel()
			if err == nil {
				break
			}
			steps++
			if err.Code != rpc.CodeCancelled || dump(t, s, store.Appeals)+dump(t, s, store.Logs) != "" {
				t.Fatalf("%s, report %d: %v", method, stopAt, err)
			}
		}
	}
	info := c.mapped(c.openTable("a.csv", big.String()), allDirect)
	if steps < 10 || c.importTable(info, true).Same != 300 {
		t.Errorf("only %d reports", steps)
	}
}

// TestTablePresets: a mapping that was changed and saved is found again by the
// headers, also in another order.
func TestTablePresets(t *testing.T) {
	c, _ := newFilled(t)
	odd := "Индекс дела;Когда;Кто;Шифр\n401;05.10.2026;Иванов;0003.0009.0097.0694\n"
	info := c.openTable("дела.csv", odd)
	if len(info.Missing) < 2 || info.Columns[2].Samples[0] != "Иванов" {
		t.Fatalf("%+v", info)
	}
	c.refused("mapping", "checkTable", tables.CheckTableReq{ID: info.ID})
	info.Mapping.Columns = []string{table.Number, table.Registered, table.Name, table.Code}
	info = c.mapped(info, map[string]string{table.Direct: table.Yes, table.Status: string(appeal.InWork)})
	if len(info.Missing) != 0 {
		t.Fatalf("%+v", info.Missing)
	}
	c.refused("name", "saveTablePreset", tables.SaveTablePresetReq{Table: info.ID, Name: "  "})
	c.must("saveTablePreset", tables.SaveTablePresetReq{Table: info.ID, Name: "Дела"}, &info)
	again := c.openTable("другие.csv", "КТО;Шифр;Индекс дела;Когда\nПетров;0455;402;06.10.2026\n")
	if again.Preset != "Дела" ||
		!slices.Equal(again.Mapping.Columns, []string{table.Name, table.Code, table.Number, table.Registered}) ||
		again.Mapping.Defaults[table.Status] != string(appeal.InWork) {
		t.Errorf("%+v", again)
	}
	if other := c.openTable("x.csv", odd+"\n"+strings.Replace(odd, "Кто", "Кому", 1)); other.Preset != "Дела" {
		t.Errorf("%+v", other)
	}
	var list tables.TablePresetsRes
	c.must("tablePresets", tables.TablePresetsReq{}, &list)
	c.must("deleteTablePreset", query.PresetIDReq{ID: list.Presets[0].ID}, &list)
	if len(list.Presets) != 0 || c.openTable("дела.csv", odd).Preset != "" {
		t.Errorf("%+v", list)
	}
	c.refused("gone", "checkTable", tables.CheckTableReq{ID: info.ID})
	c.refused("empty", "openTable", tables.OpenTableReq{Kind: tables.TableText}, []byte(" \n \n"))
	c.refused("refused", "openTable", tables.OpenTableReq{Kind: tables.TableText}, []byte("PK\x03\x04"))
	c.refused("refused", "openTable", tables.OpenTableReq{Kind: tables.TableRows}, []byte("PK\x03\x04"))
}

// TestStory13 (002:295, B-20): the body's own wording «частично поддержано» is
// mapped once; a second mapping of the same wording is refused.
func TestStory13(t *testing.T) {
	c, _ := newFilled(t)
	text := `Рег. №;Дата регистрации;ФИО;Код вопроса;Результат рассмотрения;Дата ответа;Меры приняты
501-ОГ;05.10.2026;Иванов Иван;0003.0009.0097.0694;частично поддержано;20.10.2026;да
502-ОГ;05.10.2026;Петров Пётр;0003.0009.0097.0694;Частично  поддержано;21.10.2026;нет
503-ОГ;05.10.2026;Сидоров;0003.0009.0097.0694;разъяснено;21.10.2026;
`
	info := c.mapped(c.openTable("сэд.csv", text), allDirect)
	if len(info.Results) != 2 || info.Results[0].Count != 2 || info.Results[0].Saved ||
		info.Results[1].Status != appeal.Explained {
		t.Fatalf("%+v", info.Results)
	}
	if got := c.checkTable(info); got.Refused != 3 || got.Appeals != 0 {
		t.Fatalf("without statuses: %+v", got)
	}
	saved := tables.OwnResultsRes{}
	c.must("saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{{Value: "частично поддержано", Outcome: table.Outcome{Status: appeal.Supported}},
				{Value: "разъяснено", Outcome: table.Outcome{Status: appeal.Explained}}}}, &saved)
	if got := c.importTable(info, true); got.New != 3 {
		t.Fatalf("%+v", got)
	}
	err := c.refused("taken", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{
				{Value: "ЧАСТИЧНО поддержано", Outcome: table.Outcome{Status: appeal.NotSupported}}}})
	if !strings.Contains(err.Text, "Рассмотрено. Поддержано") || !strings.Contains(err.Hint, "Справочники") {
		t.Errorf("%+v", err)
	}
	c.refused("taken", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{{Value: "иное", Outcome: table.Outcome{Status: appeal.NotSupported}},
				{Value: "Иное!", Outcome: table.Outcome{Status: appeal.Answered}}}})
	c.refused("value", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{
				{Value: "дан ответ автору", Outcome: table.Outcome{Status: appeal.NotSupported}}}})
	c.refused("value", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{{Value: " !", Outcome: table.Outcome{Status: appeal.NotSupported}}}})
	c.refused("status", "saveOwnResults",
		tables.SaveOwnResultsReq{Results: []packs.OwnResult{{Value: "иное", Outcome: table.Outcome{Status: "Done"}}}})
	// The same mapping again is nothing new; many values may mean one status.
	c.must("saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{{Value: "Частично поддержано", Outcome: table.Outcome{Status: appeal.Supported}},
				{Value: "удовлетворено", Outcome: table.Outcome{Status: appeal.Supported}}}}, &saved)
	if len(saved.Results) != 3 || saved.Results[2].Rev != 1 {
		t.Fatalf("%+v", saved)
	}
	// Changed on purpose, with its revision; known again in the next file.
	r := saved.Results[2]
	r.Status = appeal.NotSupported
	c.must("saveOwnResults", tables.SaveOwnResultsReq{Results: []packs.OwnResult{r}}, &saved)
	if info := c.openTable("сэд.csv", text); !info.Results[0].Saved || info.Results[0].Status != appeal.NotSupported {
		t.Errorf("%+v", info.Results)
	}
	// A backup takes them along.
	elsewhere, _ := newFilled(t)
	elsewhere.must("restore", app.RestoreReq{}, nil, c.must("backup", app.BackupReq{}, nil)...)
	var restored tables.OwnResultsRes
	elsewhere.must("ownResults", tables.OwnResultsReq{}, &restored)
	if !slices.Equal(values(restored), values(saved)) {
		t.Errorf("restored %+v", restored)
	}
	c.must("deleteOwnResult", tables.OwnResultReq{Value: "ЧАСТИЧНО ПОДДЕРЖАНО"}, &saved)
	if len(saved.Results) != 2 {
		t.Errorf("%+v", saved)
	}
	c.refused("notFound", "deleteOwnResult", tables.OwnResultReq{Value: "частично поддержано"})
}

func values(res tables.OwnResultsRes) (out []string) {
	for _, r := range res.Results {
		out = append(out, r.Value+" = "+string(r.Status))
	}
	return out
}

// TestImportHabits: each table of testdata/import is imported twice; the second
// time brings nothing, and every row ends in the register or in the log.
func TestImportHabits(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/import/*.*.[ctj]s*")
	if err != nil || len(paths) < 12 {
		t.Fatalf("%d tables: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c, s := newFilled(t)
			req := tables.OpenTableReq{Name: filepath.Base(path), Kind: tables.TableText}
			if strings.HasSuffix(path, ".json") {
				req.Kind = tables.TableRows
			}
			var first incoming.TakenRes
			for n := range 2 {
				var info tables.TableInfo
				c.must("openTable", req, &info, data)
				if info.Mapping.Columns[0] == "" && !slices.Contains(info.Mapping.Columns, table.Number) {
					c.refused("mapping", "checkTable", tables.CheckTableReq{ID: info.ID})
					return
				}
				if slices.Contains(info.Mapping.Columns, table.Direct) {
					info = c.mapped(info, nil)
				} else {
					info = c.mapped(info, allDirect)
				}
				check := c.checkTable(info)
				got := c.importTable(info, false)
				if n == 0 {
					first = got
					if got.New != check.New || got.New+check.Refused == 0 {
						t.Errorf("%+v, %+v", check, got)
					}
				} else if got.New != 0 || got.Updated != 0 || got.Same != first.New {
					t.Errorf("second import %+v after %+v", got, first)
				}
				rows, err := s.All(t.Context(), store.Logs)
				if err != nil || len(rows) != 2*(n+1) { // a head and its entries for each
					t.Fatalf("%d rows of logs: %v", len(rows), err)
				}
				var left []ledger.LogEntry
				if err := json.Unmarshal(rows[1].Data, &left); err != nil {
					t.Fatal(err)
				}
				// these came in
				left = slices.DeleteFunc(left, func(e ledger.LogEntry) bool { return e.Kind == "с файлами" })
				in := 0
				for _, state := range []tables.TableState{tables.RowGood, tables.RowWrong, tables.RowSame} {
					in += check.Rows[state]
				}
				if n == 0 && in+len(left)+check.Empty != info.Rows {
					t.Errorf("%d rows, of which %d in, %+v", info.Rows, in, left)
				}
			}
		})
	}
}

// TestImportMeasures: an own result may mean a status and the measures; what
// says nothing of them leaves the question open, and a cell of the column
// «Меры приняты» goes first.
func TestImportMeasures(t *testing.T) {
	c, _ := newFilled(t)
	text := "Рег. №;Дата регистрации;ФИО заявителя;Код вопроса;Результат рассмотрения;Дата ответа;Меры приняты\n" +
		"341-ОГ;05.10.2026;Примеров;0003.0009.0097.0694;Поддержано;20.10.2026;\n" +
		"342-ОГ;06.10.2026;Образцова;0003.0009.0099.0742;Меры приняты;20.10.2026;\n" +
		"343-ОГ;07.10.2026;Тестов;0002.0014.0143.0389;Разъяснено;21.10.2026;\n" +
		"344-ОГ;08.10.2026;Макетова;0003.0009.0097.0694;\"Поддержано\nМеры приняты\";22.10.2026;\n" +
		"345-ОГ;09.10.2026;Шаблонов;0003.0009.0099.0742;Оставлено без ответа;23.10.2026;\n" +
		"346-ОГ;09.10.2026;Пробин;0003.0009.0099.0742;Рассмотрено. Поддержано (меры не приняты);23.10.2026;\n" +
		"347-ОГ;09.10.2026;Пробина;0003.0009.0099.0742;Меры приняты;23.10.2026;нет\n" +
		"348-ОГ;09.10.2026;Опытова;0003.0009.0099.0742;Срок рассмотрения продлён;;\n"
	info := c.mapped(c.openTable("сэд.csv", text), allDirect)
	var own []packs.OwnResult
	for _, r := range info.Results {
		if r.Status == "" {
			t.Errorf("no guess for %q", r.Value)
		}
		own = append(own, packs.OwnResult{Value: r.Value, Outcome: r.Outcome})
	}
	c.must("saveOwnResults", tables.SaveOwnResultsReq{Results: own}, nil)
	if again := c.mapped(c.openTable("сэд.csv", text), allDirect); !again.Results[1].Saved ||
		again.Results[1].ActionsTaken == nil {
		t.Errorf("%+v", again.Results)
	}
	info = c.mapped(c.openTable("сэд.csv", text), allDirect)
	if got := c.importTable(info, false); got.New != 8 {
		t.Fatalf("%+v", got)
	}
	want := map[string]string{"341-ОГ": "Supported ?", "342-ОГ": "Supported true", "343-ОГ": "Explained ?",
		"344-ОГ": "Supported true",
		"345-ОГ": "LeftWithoutAnswer ?", "346-ОГ": "Supported false", "347-ОГ": "Supported false",
		"348-ОГ": "InWorkExtended ?"}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		card := c.get(row.ID)
		q := card.Appeal.Questions[0]
		got := string(q.Status) + " ?"
		if q.ActionsTaken != nil {
			got = fmt.Sprint(q.Status, " ", *q.ActionsTaken)
		}
		if got != want[row.Number] {
			t.Errorf("%s: %s, want %s", row.Number, got, want[row.Number])
		}
		asked := slices.ContainsFunc(card.Findings, func(f rules.Finding) bool { return f.Rule == "B-21" })
		if asked != (row.Number == "341-ОГ") {
			t.Errorf("%s: %+v", row.Number, card.Findings)
		}
	}
	yes := true
	c.refused("status", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{
				{Value: "иное", Outcome: table.Outcome{Status: appeal.Explained, ActionsTaken: &yes}}}})
	// One value has one meaning: other measures are another meaning.
	c.refused("taken", "saveOwnResults",
		tables.SaveOwnResultsReq{
			Results: []packs.OwnResult{{Value: "меры приняты", Outcome: table.Outcome{Status: appeal.Supported}}}})
}

// TestOwnResultOfOldProgram: a row that knows no measures means what it meant.
func TestOwnResultOfOldProgram(t *testing.T) {
	c, s := newFilled(t)
	_, err := s.Write(t.Context(), []store.Op{{Table: store.Mappings, Key: "result/меры приняты", Rev: 0,
		Data: []byte(`{"value":"Меры приняты","status":"Supported","rev":0}`)}})
	if err != nil {
		t.Fatal(err)
	}
	var have tables.OwnResultsRes
	c.must("ownResults", tables.OwnResultsReq{}, &have)
	if len(have.Results) != 1 || have.Results[0].Status != appeal.Supported || have.Results[0].ActionsTaken != nil {
		t.Fatalf("%+v", have)
	}
	changed, yes := have.Results[0], true
	changed.ActionsTaken = &yes
	c.must("saveOwnResults", tables.SaveOwnResultsReq{Results: []packs.OwnResult{changed}}, &have)
	if have.Results[0].ActionsTaken == nil {
		t.Errorf("%+v", have)
	}
}

// TestManyInOneCell: each code of a cell is a question, each recipient has its
// own name and GUID, and a number parts from its day with a word about it.
func TestManyInOneCell(t *testing.T) {
	c, _ := newFilled(t)
	text := `Рег. №;ФИО;Код вопроса;Результат;Кому направлено;Дата сопр. письма;№ сопр. письма
"511-ОГ от 05.10.2026";Примеров Пётр;"0003.0009.0097.0694; 0002.0013.0139.0332.0037";"Находится на рассмотрении;` +
		` Направлено по компетенции";"Орган А a1b2c3d4-0001-4000-8000-000000000001;` +
		` Орган Б a1b2c3d4-0002-4000-8000-000000000002";06.10.2026;12-П
`
	info := c.mapped(c.openTable("a.csv", text), allDirect)
	if check := c.checkTable(info); check.Good != 1 {
		t.Fatalf("%+v", check)
	}
	var page tables.TableRowsRes
	c.must("tableRows", tables.TableRowsReq{ID: info.ID, Count: 10}, &page)
	if !slices.ContainsFunc(page.Rows[0].Findings, func(f tables.CellFinding) bool {
		return f.Column == 0 && strings.Contains(f.Text, "«511-ОГ»") && strings.Contains(f.Text, "05.10.2026")
	}) {
		t.Errorf("nothing is said of the parted number: %+v", page.Rows[0].Findings)
	}
	c.importTable(info, true)
	ap := c.get(c.register(query.RegisterReq{Query: "511-ОГ"}).Rows[0].ID).Appeal
	if ap.Number != "511-ОГ" || ap.RegistrationDate != "2026-10-05" || ap.IncomingDate != "2026-10-05" ||
		len(ap.Questions) != 2 || len(ap.Questions[1].Transfers) != 2 {
		t.Fatalf("%+v", ap)
	}
	for i, want := range []string{"Орган А", "Орган Б"} {
		if got := ap.Questions[1].Transfers[i]; got.DepartmentName != want ||
			got.DepartmentID != fmt.Sprintf("a1b2c3d4-000%[1]d-4000-8000-00000000000%[1]d", i+1) ||
			got.TransferNumber != "12-П" {
			t.Errorf("%+v", got)
		}
	}
}

// TestPreviewOfAnotherState: a preview is of one exact state of the register. An
// appeal that went and another that came leave as many, with the same sum of
// revisions, and yet what was «уже в реестре» is not there any more.
func TestPreviewOfAnotherState(t *testing.T) {
	c, _ := newFilled(t)
	open := func() tables.TableInfo { return c.mapped(c.openTable("октябрь.csv", plainTable), allDirect) }
	c.importTable(open(), false)
	info := open()
	if check := c.checkTable(info); check.Same != 3 {
		t.Fatalf("%+v", check)
	}
	gone := c.register(query.RegisterReq{}).Rows[0].ID
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{gone}}, nil)
	c.save(direct("777-ОГ", "2026-10-05"))
	if res := c.importTable(info, false); res.New != 1 || res.Same != 2 {
		t.Errorf("%+v, want the deleted one again", res)
	}
}
