package e2e

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

const importRows = 10_000

// TestImportTable imports 10,000 rows of a workbook: with progress; cancelled
// halfway nothing is stored; a second import of the file brings nothing.
func TestImportTable(t *testing.T) {
	c := startClerk(t, offline)
	c.fillProfile()
	book := workbook(t, importRows)
	open := func() {
		c.must(c.Open("Обмен"))
		begin := time.Now()
		c.must(c.Attach(nil, tableInput, "Выгрузка.xlsx", book))
		c.appears("Столбцы таблицы", "table")
		t.Logf("read in %v", time.Since(begin).Round(time.Millisecond))
		c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей"))
	}
	open()
	c.must(c.Press(nil, "Далее")) // to the own results
	c.must(c.Select(nil, "Статус для «даны разъяснения»", "Рассмотрено. Разъяснено"))
	c.cancel("Далее")
	c.timed("check", "Далее", "Строки таблицы", "table")
	c.says("10000 обращений из 10001 строки", "Без ошибок: 9999")
	c.cancel("Загрузить все (10000)")
	if n := c.stored(); n != 0 {
		t.Fatalf("%d appeals after the cancelled import", n)
	}
	c.timed("import", "Загрузить все (10000)", "К обращениям", "link")
	c.says("Новых: 10000.")
	if n := c.stored(); n != importRows {
		t.Fatalf("%d appeals are stored", n)
	}
	c.must(c.Press(nil, "Закрыть таблицу"))

	open()
	c.must(c.Press(nil, "Далее"))
	c.timed("second check", "Далее", "Строки таблицы", "table")
	c.says("Уже в реестре: 10000")
	c.says("Загружать нечего: всё это уже есть в реестре.")
	c.wait(`[...document.querySelectorAll("button")].some((b) => b.textContent === "Загрузить все (0)" && b.disabled)`)
	c.alone(pageURL(t))
}

// cancel begins a piece of work and stops it at its first progress in numbers.
func (c *clerk) cancel(button string) {
	c.t.Helper()
	n, err := c.find(nil, button, "button")
	c.must(err)
	c.click(n)
	c.wait(`document.querySelector(".rro-build progress")?.value > 0`)
	n, err = c.find(nil, "Отменить", "button")
	c.must(err)
	c.click(n)
	c.appears(button, "button")
	c.wait(`!document.querySelector(".rro-build progress")`)
	c.says("отменена. В реестре ничего не изменилось")
	c.settle()
}

// timed presses the button and waits, longer than usual, for the thing.
func (c *clerk) timed(what, button, name, role string) {
	c.t.Helper()
	n, err := c.find(nil, button, "button")
	c.must(err)
	begin := time.Now()
	c.click(n)
	c.appears(name, role)
	c.t.Logf("%s: %v", what, time.Since(begin).Round(10*time.Millisecond))
	c.settle()
}

func (c *clerk) appears(name, role string) {
	c.t.Helper()
	c.untilWithin(longPatience, func() string {
		if !c.there(nil, role, name) {
			return fmt.Sprintf("no %s «%s»", role, name)
		}
		return ""
	})
}

// stored counts the appeals in the database itself.
func (c *clerk) stored() (n int) {
	c.t.Helper()
	c.eval(`(async () => {
		const [{name}] = await indexedDB.databases();
		const db = await new Promise((yes, no) => { const r = indexedDB.open(name); r.onsuccess = () => yes(r.result);
			r.onerror = () => no(r.error); });
		const n = await new Promise((yes, no) => { const r = db.transaction("appeals").objectStore("appeals").count();
			r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
		db.close();
		return n;
	})()`, &n)
	return n
}

// workbook is a minimal XLSX: dates as numbers with a style, one own result,
// one wrong date, a row of totals.
func workbook(t *testing.T, rows int) []byte {
	t.Helper()
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	line := func(n int, cells ...string) {
		fmt.Fprintf(&sheet, `<row r="%d">`, n)
		for i, cell := range cells {
			switch {
			case strings.HasPrefix(cell, "#"):
				fmt.Fprintf(&sheet, `<c r="%c%d" s="1"><v>%s</v></c>`, 'A'+i, n, cell[1:])
			case cell != "":
				fmt.Fprintf(&sheet, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, n, cell)
			}
		}
		sheet.WriteString(`</row>`)
	}
	line(1, "Рег. №", "Дата регистрации", "Дата поступления", "ФИО заявителя", "Адрес", "Эл. почта", "Код вопроса",
		"Результат рассмотрения", "Дата ответа")
	for i := 1; i <= rows; i++ {
		result, answered, registered := "Находится на рассмотрении", "", fmt.Sprint("#", 46296+i%25)
		if i%3 == 0 {
			result, answered = "даны разъяснения", "#46322"
		}
		if i == 77 {
			registered = "31.02.2026"
		}
		line(i+1, fmt.Sprint(i, "-ОГ"), registered, fmt.Sprint("#", 46296+i%25), fmt.Sprint("Примеров Пример ", i),
			fmt.Sprint("с. Примерное, ул. Полевая, д. ", i),
			fmt.Sprintf("p%d@example.com", i), "0003.0009.0097.0694", result, answered)
	}
	line(rows+2, "Итого", fmt.Sprint(rows))
	sheet.WriteString(`</sheetData></worksheet>`)
	return bookOf(t, sheet.String())
}

// bookOf packs a sheet together with the other parts of a workbook.
func bookOf(t *testing.T, sheet string) []byte {
	t.Helper()
	return zipped(t, map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet ` +
			`name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships ` +
			`xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ` +
			`Target="worksheets/sheet1.xml"/><Relationship Id="rId2" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
			`</Relationships>`,
		"xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
			`<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": sheet,
	})
}

// zipped packs texts under their names.
func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
