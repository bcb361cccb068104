package e2e

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// formula is a number that a spreadsheet must not take for one.
const formula = `=HYPERLINK("x";"y")`

// TestProtocol reads the protocol of an archive as a spreadsheet program does.
func TestProtocol(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	c.enterAppeal("154-ОГ")
	c.enterAppeal(formula)
	c.newCard() // stays out: nothing but a number and a day
	c.must(c.Check(nil, directBox, true))
	c.must(c.Fill(nil, numberField, "155-ОГ"))
	c.must(c.Fill(nil, "Дата поступления в орган", "07.10.2026"))
	c.must(c.Press(nil, "Закрыть"))
	c.must(c.Open("Архив"))
	c.must(c.Press(nil, "Сформировать архив"))
	_, _, err := c.downloads.take() // else it may begin after the next press
	c.must(err)
	c.must(c.Press(nil, "Протокол (XLSX)"))
	book, name, err := c.downloads.take()
	c.must(err)
	if !strings.HasPrefix(name, "Протокол_РРО_") || !strings.HasSuffix(name, ".xlsx") {
		t.Errorf("name %q", name)
	}
	parts := unzip(t, book)
	c.checkBook(parts)
	c.alone(pageURL(t))
	checkInLibreOffice(t, book)
}

func unzip(t *testing.T, data []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		in.Close()
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// cells with a style and a plain number: 05.10.2026 is the day 46300.
var october5 = regexp.MustCompile(`<c r="C\d+" s="(\d+)"><v>46300</v></c>`)

func (c *clerk) checkBook(parts map[string]string) {
	c.t.Helper()
	sheet, texts, styles := parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"], parts["xl/styles.xml"]
	for _, want := range []string{"154-ОГ", "Номер обращения", "Зарегистрировано", "Администрация села Примерное",
		"SHA-256", "155-ОГ", "Есть ошибки", "только для собственного контроля"} {
		if !strings.Contains(texts, want) {
			c.t.Errorf("no %q in\n%s", want, texts)
		}
	}
	if !strings.Contains(sheet, `state="frozen"`) {
		c.t.Error("no frozen rows")
	}
	if !october5.MatchString(sheet) || !strings.Contains(styles, "dd.mm.yyyy") {
		c.t.Errorf("no date with a style in\n%s\n%s", sheet, styles)
	}
	for name, part := range parts {
		if strings.Contains(part, "<f>") || strings.Contains(part, "<f ") {
			c.t.Errorf("%s has a formula", name)
		}
	}
	if !strings.Contains(parts["xl/workbook.xml"], `"Не вошло"`) {
		c.t.Errorf("sheets: %s", parts["xl/workbook.xml"])
	}
}

// checkInLibreOffice opens the workbook in another program; make e2e installs it.
func checkInLibreOffice(t *testing.T, book []byte) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Log("no LibreOffice (make libreoffice installs it): the workbook was read by ourselves only")
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "protocol.xlsx")
	if err := os.WriteFile(path, book, 0o644); err != nil {
		t.Fatal(err)
	}
	// Comma, quotes, UTF-8, cells as shown, all sheets.
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir",
		dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for sheet, wants := range map[string][]string{
		"Вошло": {"Номер обращения,Дата документа по обращению,Дата поступления в орган,Дата регистрации в " +
			"органе,Код вопроса,", "154-ОГ,05.10.2026,05.10.2026,06.10.2026,0003.0009.0097.0694,",
			`"=HYPERLINK(""x"";""y"")",05.10.2026,`},
		"Не вошло": {"155-ОГ,", "Есть ошибки"},
	} {
		csv, err := os.ReadFile(filepath.Join(dir, "protocol-"+sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(csv), want) {
				t.Errorf("LibreOffice shows no %s in\n%s", want, csv)
			}
		}
	}
}
