package app_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/rules"
	"rroform/wasm/table"
	"rroform/wasm/tables"
)

// An export of a document system (СЭД): the sender is in columns of its own, and no column says «да»
// or «нет».
const sedTable = `Рег. №;Дата регистрации;Откуда;Исх. №;Исх. дата;Способ доставки;ФИО;Код вопроса;Результат
И-1;05.10.2026;;;;Почта;Иванов Иван Иванович;0003.0009.0097.0694;Находится на рассмотрении
И-2;06.10.2026;Аппарат Губернатора;77-АГ;02.10.2026;Почта;Петров Пётр Петрович;0003.0009.0097.0694;` +
	`Находится на рассмотрении
И-3;07.10.2026;Прокуратура района;88-П;03.10.2026;МЭДО;Сидорова Анна Ивановна;0003.0009.0097.0694;` +
	`Находится на рассмотрении
И-4;08.10.2026;Аппарат Губернатора;;04.10.2026;Почта;Фёдоров Фёдор;0003.0009.0097.0694;Находится на рассмотрении
И-5;09.10.2026;-;;;Лично;Макетов Илья;0003.0009.0097.0694;Находится на рассмотрении
`

// byName are the cards of the register by the name of the applicant.
func (c *core) byName() map[string]app.Card {
	c.t.Helper()
	out := map[string]app.Card{}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		card := c.get(row.ID)
		out[strings.Fields(card.Appeal.Name)[0]] = card
	}
	return out
}

// unzipped are the texts of a zip in one.
func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
	}
	return all.String()
}

func ruleCodes(list []rules.Finding) (out []string) {
	for _, f := range list {
		if f.Level == appeal.Error {
			out = append(out, f.Rule)
		}
	}
	return out
}

// TestImportForwarded: without a column «напрямую» an appeal is of another body
// where the table names the body, its number or date; a common «Да» is for the
// other rows, and what goes into the archive is the sender's number and date.
func TestImportForwarded(t *testing.T) {
	c, _ := newFilled(t)
	info := c.mapped(c.openTable("сэд.csv", sedTable), allDirect)
	if info.Forwarded != 3 || info.Unsigned != 2 || len(info.Signs) != 4 || len(info.Missing) != 0 {
		t.Fatalf("%+v", info)
	}
	check := c.checkTable(info)
	var page tables.TableRowsRes
	c.must("tableRows", tables.TableRowsReq{ID: info.ID, State: tables.RowWrong, Count: 10}, &page)
	if check.Wrong != 1 || page.Total != 1 || page.Rows[0].Row != 5 ||
		!slices.ContainsFunc(page.Rows[0].Findings, func(f tables.CellFinding) bool {
			return f.Column == 3 && f.Level == appeal.Error && strings.Contains(f.Hint, "сопроводительного документа")
		}) {
		t.Fatalf("%+v, %+v", check, page.Rows)
	}
	c.importTable(info, false)
	cards := c.byName()
	for name, want := range map[string]string{
		"Иванов":   "true И-1 _ Other []",
		"Петров":   "false 77-АГ 2026-10-02 Other []",
		"Сидорова": "false 88-П 2026-10-03 Electronic []",
		"Фёдоров":  "false _ 2026-10-04 Other [B-06]",
		"Макетов":  "true И-5 _ Other []",
	} {
		ap := cards[name].Appeal
		or := func(s string) string {
			if s == "" {
				return "_"
			}
			return s
		}
		if got := fmt.Sprint(ap.IsDirect, " ", or(ap.Number), " ", or(string(ap.CreateDate)), " ", ap.Format, " ",
			ruleCodes(cards[name].Findings)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	archive := unzipped(t, c.part(c.build(october), 0))
	for _, want := range []string{`"number":"77-АГ"`, `"createDate":"2026-10-02"`, `"number":"88-П"`} {
		if !strings.Contains(archive, want) {
			t.Errorf("no %s in %s", want, archive)
		}
	}
	for _, never := range []string{"И-2", "И-3", "И-4"} {
		if strings.Contains(archive, never) {
			t.Errorf("%s in %s", never, archive)
		}
	}
	if again := c.importTable(c.mapped(c.openTable("сэд.csv", sedTable), allDirect), false); again.New+
		again.Updated != 0 || again.Same != 5 {
		t.Errorf("%+v", again)
	}
}

// TestImportForwardedRule: the rule can be changed, is saved with the columns,
// and a word «да» goes before it, with a remark about the number left out.
func TestImportForwardedRule(t *testing.T) {
	c, _ := newFilled(t)
	answers := "Рег. №;Дата регистрации;ФИО;Исх. №;Код вопроса;Результат\n" +
		"1;05.10.2026;Иванов;15-исх;0003.0009.0097.0694;Находится на рассмотрении\n" +
		"2;05.10.2026;Петров;;0003.0009.0097.0694;Находится на рассмотрении\n"
	info := c.mapped(c.openTable("ответы.csv", answers), allDirect)
	if info.Forwarded != 1 || info.Unsigned != 1 {
		t.Fatalf("%+v", info)
	}
	info.Mapping.Signs[table.Outgoing] = false
	if info = c.mapped(info, nil); info.Forwarded != 0 || info.Signs[0].On {
		t.Fatalf("%+v", info)
	}
	c.must("saveTablePreset", tables.SaveTablePresetReq{Table: info.ID, Name: "С ответами"}, &info)
	if info = c.openTable("ответы.csv", answers); info.Preset != "С ответами" || info.Forwarded != 0 {
		t.Errorf("%+v", info)
	}
	c.checkTable(info)
	var page tables.TableRowsRes
	c.must("tableRows", tables.TableRowsReq{ID: info.ID, Count: 10}, &page)
	if f := page.Rows[0].Findings; !slices.ContainsFunc(f, func(f tables.CellFinding) bool {
		return f.Column == 3 && strings.Contains(f.Text, "не загружается")
	}) {
		t.Errorf("%+v", f)
	}

	// A date of a citizen's letter is no sign, one of the sender's document is.
	dates := "Рег. №;Дата регистрации;ФИО;%s;Код вопроса;Результат\n" +
		"1;05.10.2026;Иванов;01.10.2026;0003.0009.0097.0694;Находится на рассмотрении\n"
	for title, want := range map[string]int{"Дата письма": 0, "Дата обращения": 0, "Исх. дата": 1,
		"Дата документа направившего органа": 1} {
		if info := c.openTable("a.csv", fmt.Sprintf(dates, title)); info.Forwarded != want {
			t.Errorf("%s: %+v", title, info)
		}
	}
}

// TestImportOrigin: who sent it may be the citizen himself; a body is a body in
// any column, and words that are chosen once are known in the next table.
func TestImportOrigin(t *testing.T) {
	c, _ := newFilled(t)
	text := "Рег. №;Дата регистрации;Откуда поступило;ФИО;Способ доставки;Код вопроса;Результат\n" +
		"1;05.10.2026;Иванов Иван Иванович;Иванов Иван Иванович;Почта;0003.0009.0097.0694;Находится на рассмотрении\n" +
		"2;05.10.2026;Петров П. П.;Петров Пётр Петрович;Фельдсвязь;0003.0009.0097.0694;Находится на рассмотрении\n" +
		"3;05.10.2026;Лично;Сидоров;Лично;0003.0009.0097.0694;Находится на рассмотрении\n" +
		"4;05.10.2026;Дума района;Фёдоров;Система МЭДО;0003.0009.0097.0694;Находится на рассмотрении\n" +
		"5;05.10.2026;Приёмная;Макетов;Почта;0003.0009.0097.0694;Находится на рассмотрении\n"
	info := c.openTable("a.csv", text)
	if info.Forwarded != 2 {
		t.Fatalf("%+v", info)
	}
	byValue := map[string]tables.TableWord{}
	for _, w := range info.Words {
		byValue[w.Value] = w
	}
	if w := byValue["Дума района"]; len(info.Words) != 5 || w.Means != table.No || w.Asked {
		t.Fatalf("%+v", info.Words)
	}
	if byValue["Лично"].Means != table.Yes || byValue["Фельдсвязь"].Means != string(appeal.Other) ||
		byValue["Система МЭДО"].Means != string(appeal.Electronic) {
		t.Fatalf("%+v", info.Words)
	}
	c.refused("means", "saveOwnWords",
		tables.SaveOwnWordsReq{Words: []packs.OwnWord{{Field: table.Format, Value: "Голубь", Means: table.Yes}}})
	c.refused("value", "saveOwnWords",
		tables.SaveOwnWordsReq{Words: []packs.OwnWord{{Field: table.Format, Value: " ", Means: "Other"}}})
	var saved tables.OwnWordsRes
	c.must("saveOwnWords",
		tables.SaveOwnWordsReq{Words: []packs.OwnWord{{Field: table.Direct, Value: "Приёмная", Means: table.Yes},
			{Field: table.Format, Value: "фельдсвязь", Means: "Other"},
			{Field: table.Format, Value: "Система МЭДО", Means: "Electronic"}}}, &saved)
	if info = c.openTable("b.csv", text); info.Forwarded != 1 || len(saved.Words) != 3 {
		t.Fatalf("%+v, %+v", info, saved)
	}
	info = c.mapped(info, allDirect)
	c.importTable(info, false)
	cards := c.byName()
	if ap := cards["Фёдоров"].Appeal; ap.IsDirect || ap.Format != appeal.Electronic {
		t.Errorf("%+v", ap)
	}
	if ap := cards["Петров"].Appeal; !ap.IsDirect || ap.Format != appeal.Other {
		t.Errorf("%+v", ap)
	}
	c.must("deleteOwnWord", saved.Words[0], &saved)
	if len(saved.Words) != 2 {
		t.Errorf("%+v", saved)
	}
}

// TestImportDirectWords: a column of senders that is given to «Поступило
// напрямую» is understood by a table of its words.
func TestImportDirectWords(t *testing.T) {
	c, _ := newFilled(t)
	info := c.openTable("сэд.csv", sedTable)
	info.Mapping.Columns[2] = table.Direct
	info = c.mapped(info, allDirect)
	var asked []packs.OwnWord
	for _, w := range info.Words {
		if w.Asked {
			asked = append(asked, packs.OwnWord{Field: w.Field, Value: w.Value, Means: w.Means})
		}
	}
	if len(asked) != 2 || asked[0].Value != "Аппарат Губернатора" || asked[0].Means != table.No {
		t.Fatalf("%+v", info.Words)
	}
	if got := c.checkTable(info); got.Refused != 3 {
		t.Fatalf("%+v", got)
	}
	c.must("saveOwnWords", tables.SaveOwnWordsReq{Words: asked}, nil)
	if got := c.importTable(info, false); got.New != 5 {
		t.Fatalf("%+v", got)
	}
	if cards := c.byName(); cards["Петров"].Appeal.IsDirect || !cards["Иванов"].Appeal.IsDirect ||
		!cards["Макетов"].Appeal.IsDirect {
		t.Errorf("%+v", cards)
	}
}

// TestImportCorrespondent: who sent the paper is not the citizen where another
// column names the citizen; alone, it is.
func TestImportCorrespondent(t *testing.T) {
	for _, columns := range []string{"Корреспондент;Исх. №;Исх. дата;Заявитель", "Отправитель;Исх. №;Исх. дата;ФИО",
		"Корреспондент;№ документа направившего органа;Дата письма;Автор обращения"} {
		for _, said := range []bool{true, false} {
			c, _ := newFilled(t)
			direct, yes, no := "Поступило напрямую;", "да;", "нет;"
			if !said {
				direct, yes, no = "", "", ""
			}
			text := "Рег. №;Дата регистрации;" + direct + columns + ";Код вопроса;Результат рассмотрения\n" +
				"321-ОГ;05.10.2026;" + no + "Управление по работе с обращениями;А26-02-000000321;01.10.2026;Сомов " +
				"Пётр Ильич;0003.0009.0097.0694;Находится на рассмотрении\n322-ОГ;06.10.2026;" + yes +
				"Тихонова Вера Павловна;;;Тихонова Вера Павловна;0002.0014.0143.0389;Находится на рассмотрении\n"
			info := c.mapped(c.openTable("a.csv", text), allDirect)
			if got := c.importTable(info, false); got.New != 2 {
				t.Fatalf("%s: %+v", columns, got)
			}
			cards := c.byName()
			if ap := cards["Сомов"].Appeal; ap.IsDirect || ap.Name != "Сомов Пётр Ильич" ||
				ap.Number != "А26-02-000000321" || ap.CreateDate != "2026-10-01" {
				t.Errorf("%s: %+v", columns, ap)
			}
			if ap := cards["Тихонова"].Appeal; !ap.IsDirect || ap.Name != "Тихонова Вера Павловна" ||
				ap.Number != "322-ОГ" {
				t.Errorf("%s: %+v", columns, ap)
			}
		}
	}
	c, _ := newFilled(t)
	if info := c.openTable("a.csv",
		"Рег. №;Дата регистрации;Корреспондент\n1;05.10.2026;Иванов Иван\n"); info.Mapping.Columns[2] != table.Name ||
		len(info.Signs) != 0 {
		t.Errorf("%+v", info)
	}
}

// TestOwnWordsTravel: own words go with the pack of directories and with a
// backup; a word that makes no sense keeps its pack out, with the reason.
func TestOwnWordsTravel(t *testing.T) {
	c, _ := newFilled(t)
	c.must("saveOwnWords",
		tables.SaveOwnWordsReq{Words: []packs.OwnWord{{Field: table.Direct, Value: "Приёмная", Means: table.Yes},
			{Field: table.Format, Value: "Фельдсвязь", Means: "Other"}}}, nil)
	var named app.ExportPacksRes
	files := c.must("exportPacks", app.ExportPacksReq{}, &named)
	colleague, _ := newFilled(t)
	colleague.takePacks(colleague.readPack("pack", named.Name, files[0]))
	var have tables.OwnWordsRes
	colleague.must("ownWords", tables.OwnWordsReq{}, &have)
	if len(have.Words) != 2 || have.Words[0].Value != "Фельдсвязь" || have.Words[1].Means != table.Yes {
		t.Errorf("%+v", have)
	}
	restored, _ := newFilled(t)
	restored.must("restore", app.RestoreReq{}, nil, c.must("backup", app.BackupReq{}, nil)...)
	restored.must("ownWords", tables.OwnWordsReq{}, &have)
	if len(have.Words) != 2 {
		t.Errorf("%+v", have)
	}
	wrong := []byte(`{"format":"rroform-pack-1","parts":[{"kind":"words","words":[{"field":"format","value":"Голубь",` +
		`"means":"?"}]}]}`)
	if err := c.refused("file", "readPack", packs.ReadPackReq{Kind: "pack", Name: "a.json"}, wrong); err.Text == "" {
		t.Errorf("%+v", err)
	}
}
