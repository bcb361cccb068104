package recognise

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"rroform/static"
	"rroform/wasm/exchange"
)

// zipOf returns a zip made from names and texts in turn.
func zipOf(t *testing.T, pairs ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err == nil {
			_, err = io.WriteString(f, pairs[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// locked sets the flag «encrypted» of all files of a zip.
func locked(data string) string {
	out := []byte(data)
	for _, s := range []struct {
		sign string
		at   int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for i := 0; ; i += 4 {
			n := bytes.Index(out[i:], []byte(s.sign))
			if n < 0 {
				break
			}
			i += n
			out[i+s.at] |= 1
		}
	}
	return string(out)
}

func backup(t *testing.T, kind string) string {
	t.Helper()
	data, err := exchange.WriteBackup(exchange.Dump{Head: exchange.Head{Kind: kind}})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func utf16le(text string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return string(out)
}

// compound returns a compound file with one stream at its root.
func compound(stream string) string {
	const sector = 512
	const free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	u16 := func(at int, v uint16) { binary.LittleEndian.PutUint16(head[at:], v) }
	u32 := func(b []byte, at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
	u16(24, 0x3E)
	u16(26, 3)
	u16(28, 0xFFFE)
	u16(30, 9)
	u16(32, 6)
	u32(head, 44, 1) // sectors of the allocation table
	u32(head, 48, 1) // the directory
	u32(head, 56, 4096)
	u32(head, 60, end)
	u32(head, 68, end)
	for at := 76; at < sector; at += 4 {
		u32(head, at, free)
	}
	u32(head, 76, 0)
	table := bytes.Repeat([]byte{0xff}, sector)
	u32(table, 0, fat)
	u32(table, 4, end)
	entry := func(name string, kind byte, child uint32) []byte {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(utf16.Encode([]rune(name)))+2))
		e[66], e[67] = kind, 1
		u32(e, 68, free)
		u32(e, 72, free)
		u32(e, 76, child)
		u32(e, 116, end)
		return e
	}
	directory := append(entry("Root Entry", 5, 1), entry(stream, 2, free)...)
	directory = append(directory, make([]byte, sector-len(directory))...)
	return string(head) + string(table) + string(directory)
}

const (
	zero  = `{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","year":2026,"month":10}`
	entry = `{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","isDirect":true,"number":"1-ОГ","name":"Примеров ` +
		`П. И.","questions":[{"code":"0001.0002.0027.0126"}]}`
	table = "Рег. №;Дата поступления;ФИО;Код вопроса;Результат\n1-ОГ;05.10.2026;Примеров П. " +
		"И.;0001.0002.0027.0126;Разъяснено\n2-ОГ;06.10.2026;Образцова А. Ю.;0001.0002.0027.0127;Разъяснено\n"
	sheet = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook ` +
		`xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>`
)

func TestFile(t *testing.T) {
	long := `{"questions":[{"attachment":{"name":"a.pdf","content":"` + strings.Repeat("QUJD", headSize) +
		`"}}],"number":"1-ОГ"}`
	for _, c := range []struct {
		name string
		want FileKind
		data string
	}{
		{"архив.zip", Archive, zipOf(t, "1.json", entry, "2.json", entry)},
		{"папка в архиве.zip", Archive, zipOf(t, "октябрь\\1.JSON", entry)},
		{"архив с одной записью.zip", Archive, zipOf(t, "0.json", zero, "1.json", entry)},
		{"не прочитать.zip", Archive, zipOf(t, "1.json", "not JSON")},
		{"нулевой.zip", Zero, zipOf(t, "a.json", zero)},
		{"нулевые двух месяцев.zip", Zero, zipOf(t, "a.json", zero, "b.json", strings.Replace(zero, "10}", "9}", 1))},
		{"нулевой.json", Zero, zero},
		{"записи.json", Entries, "[" + entry + "," + entry + "]"},
		{"одна запись", Entries, entry},
		{"обёртка.json", Entries, `{"total":1,"items":[` + entry + `]}`},
		{"с файлом ответа.json", Entries,
			strings.Replace(long, `{"questions"`, `{"departmentId":"x","number":"1","isDirect":true,"questions"`, 1)},
		{"копия.zip", Backup, backup(t, exchange.KindBackup)},
		{"копия без конца", Backup, backup(t, exchange.KindBackup)[:300]},
		{"копия, упакованная заново.zip", Backup,
			zipOf(t, "tables/appeals/0001.txt", "", "rroform-backup.json", `{"format":"rroform-backup-2"}`)},
		{"передача.zip", Handover, backup(t, exchange.KindHandover)},
		{"архив.zip.age", Covered, "age-encryption.org/v1\n-> scrypt AAAA 17\n"},
		{"справочники.json", Pack,
			`{"format":"rroform-pack-1","created":"2026-11-01T00:00:00Z","program":"1","parts":[]}`},
		{"классификатор.tsv", Classifier, string(static.Classifier())},
		{"классификатор.json", Classifier, `[{"code":"0001.0001.0001.0001","name":"Вопрос"}]`},
		{"из Word.txt", Classifier,
			"Раздел\n0001.0001.0001.0001 Один\nвопрос\n0001.0001.0001.0002 Другой\n0001.0001.0001.0003 Третий\n"},
		{"органы.xml", Bodies, `<?xml version="1.0" encoding="windows-1251"?><Departments><Department ` +
			`ID="89729055-843A-4EEB-88E1-71535B245D6F" Name="A"/></Departments>`},
		{"органы.csv", Bodies, "Наименование;GUID\nАдминистрация;89729055-843A-4EEB-88E1-71535B245D6F\n" +
			"Дума;89729055-843A-4EEB-88E1-71535B245D60\n"},
		{"календарь.xml", Calendar, `<?xml version="1.0"?><calendar year="2026"><days/></calendar>`},
		{"календарь.json", Calendar, `{"year":2026,"months":[{"month":1,"days":"1,2,3"}]}`},
		{"выходные.txt", Calendar, "01.01.2026\n02.01.2026 Новый год\n09.01.2026\n"},
		{"формат.json", Format, string(static.Format())},
		{"книга.xlsx", XLSX, zipOf(t, "[Content_Types].xml", "", "xl/workbook.xml", "<workbook/>")},
		{"книга с обратной чертой.xlsx", XLSX, zipOf(t, "xl\\SharedStrings.xml", "")},
		{"книга Windows.xlsx", XLSX, zipOf(t, `[CONTENT_TYPES].XML`, "", `XL\WORKBOOK.XML`, "<workbook/>")},
		{"книга с точкой.xlsx", XLSX, zipOf(t, `.\[Content_Types].xml`, "", `.\xl\workbook.xml`, "<workbook/>")},
		{"книга с чертой.xlsx", XLSX, zipOf(t, "/[Content_Types].xml", "", "/xl/workbook.xml", "<workbook/>")},
		{"книга.xlsb", XLSB, zipOf(t, "[Content_Types].xml", "", "xl/workbook.bin", "")},
		{"таблица.ods", ODS, zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			"<x/>")},
		{"таблица.xlsx", ODS, zipOf(t, "content.xml", "<office:document-content><office:body><office:spreadsheet/>")},
		{"таблица.fods", ODS, `<?xml version="1.0"?><office:document ` +
			`office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`},
		{"текст.odt", ODT, zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>")},
		{"презентация.odp", Slides,
			zipOf(t, "mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", "<x/>")},
		{"старая.xls", XLS, compound("Workbook")},
		{"совсем старая.xls", XLS, compound("Book")},
		{"без обёртки.xls", XLS, "\x09\x08\x10\x00\x00\x06\x10\x00"},
		{"под паролем.xlsx", Sealed, compound("EncryptedPackage")},
		{"старый.doc", DOC, compound("WordDocument")},
		{"письмо.msg", Letter, compound("__properties_version1.0")},
		{"неизвестный составной", Unknown, compound("Чужой поток")},
		{"составной без конца", Unknown, compound("Workbook")[:600]},
		{"Отчёт.xls", HTML, "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta " +
			"http-equiv=Content-Type content=\"text/html; " +
			"charset=windows-1251\"></head><body><table><tr><td>\xcd\xee\xec\xe5\xf0"},
		{"кусок.xls", HTML, "\n<table border=1><tr><td>1</td></tr></table>"},
		{"Выгрузка.xls", XML2003, sheet},
		{"Выгрузка UTF-16.xls", XML2003, utf16le(sheet)},
		{"страница.mht", MHTML, "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"a\"\r\n\r\n"},
		{"письмо.eml", Letter, "Received: by a.example\r\nFrom: a@a.example\r\nSubject: 1\r\nMIME-Version: 1.0\r\n" +
			"Content-Type: multipart/mixed\r\n\r\n"},
		{"документ.doc", RTF, `{\rtf1\ansi`},
		{"документ.docx", DOCX, zipOf(t, "[Content_Types].xml", "", "word/document.xml", "")},
		{"слайды.pptx", Slides, zipOf(t, "[Content_Types].xml", "", "ppt/presentation.xml", "")},
		{"скан.pdf", PDF, "%PDF-1.7\n"},
		{"скан.jpg", Picture, "\xff\xd8\xff\xe0\x00\x10JFIF"},
		{"скан.bmp", Picture, "BM\x36\x10\x00\x00\x00\x00\x00\x00\x36"},
		{"скан.tif", Picture, "II*\x00\x08\x00"},
		{"таблица.csv", Table, table},
		{"таблица.tsv", Table, strings.ReplaceAll(table, ";", "\t")},
		{"таблица 1251.csv", Table, "\xcd\xee\xec\xe5\xf0;\xc4\xe0\xf2\xe0\n1;05.10.2026\n"},
		{"Юникод.txt", Table, utf16le(strings.ReplaceAll(table, ";", "\t"))},
		{"BMW.csv", Table, "BMW;1;2\nАуди;3;4\n"},
		{"заметки.txt", Text, "Позвонить в понедельник\nи во вторник\n"},
		{"данные.json", JSON, `{"a":[1,2,{"b":null}]}`},
		{"данные.xml", XML, `<?xml version="1.0"?><a/>`},
		{"фото.zip", ZIP, zipOf(t, "1.jpg", "x")},
		{"пустой.zip", ZIP, zipOf(t)},
		{"архив ЛАРМ.zip", LockedZIP, locked(zipOf(t, "1.json", entry))},
		{"не докачан.zip", CutZIP, zipOf(t, "1.json", entry, "2.json", entry)[:200]},
		{"архив.zip", RAR, "Rar!\x1a\x07\x01\x00"},
		{"старый.rar", RAR, "Rar!\x1a\x07\x00"},
		{"архив.7z", SevenZip, "7z\xbc\xaf\x27\x1c\x00\x04"},
		{"архив.gz", GZIP, "\x1f\x8b\x08\x00"},
		{"архив.tar", GZIP, strings.Repeat("a", 257) + "ustar\x0000"},
		{"ярлык.lnk", Shortcut, "L\x00\x00\x00\x01\x14\x02\x00\x00"},
		{"rroform.html", Program, `<!doctype html><html lang="ru"><script id="rro-worker">`},
		{"пусто.xlsx", Empty, ""},
		{"одни пробелы.csv", Empty, " \r\n\r\n"},
		{"после сбоя.xlsx", Blank, strings.Repeat("\x00", 5000)},
		{"~$таблица.xlsx", LockFile, "\x06Иванов" + strings.Repeat(" ", 150)},
		{".~lock.таблица.ods#", LockFile, ",user,host,30.11.2026"},
		{"шум", Unknown, "\x01\x02\x03\x04\x05\x00\x07\xff\xfe\x00\x00"},
	} {
		got, err := File(c.name, strings.NewReader(c.data), int64(len(c.data)))
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, errors.New("gone") }

func TestFileThatCannotBeRead(t *testing.T) {
	if _, err := File("a", broken{}, 10); err == nil {
		t.Error("an error of the reader is not told")
	}
}

// Every kind has its texts, and a button if a part of the program opens it.
func TestKinds(t *testing.T) {
	seen := map[FileKind]bool{}
	for _, row := range Kinds {
		opens := row.Place != Nowhere
		switch {
		case seen[row.Kind]:
			t.Errorf("%s stands twice", row.Kind)
		case !strings.HasSuffix(row.Is, "."):
			t.Errorf("%s: no sentence", row.Kind)
		case opens != (row.Offer != "") || opens != (row.Button != "") || opens == (row.Remedy != ""):
			t.Errorf("%s: what to do is not plain", row.Kind)
		}
		seen[row.Kind] = true
	}
	if InfoOf("nothing of the kind").Kind != Unknown {
		t.Error("a kind without words")
	}
}

// FuzzFile looks for panics and for files that take very long.
func FuzzFile(f *testing.F) {
	f.Add([]byte(table))
	f.Add([]byte(compound("Workbook")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if InfoOf(Bytes("a", data)).Is == "" {
			t.Error("no words")
		}
	})
}
