package app_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rroform/wasm/charset"
	"rroform/wasm/tables"
)

// TestTableEncoding: a text is read in the encoding that its letters tell, and
// in another when the clerk says so.
func TestTableEncoding(t *testing.T) {
	c, _ := newFilled(t)
	dos, err := charmap.CodePage866.NewEncoder().String(plainTable)
	if err != nil {
		t.Fatal(err)
	}
	info := c.openTable("OBR.CSV", dos)
	if info.Encoding != charset.CP866 || info.Columns[0].Title != "Рег. №" ||
		!slices.Contains(info.Encodings, charset.KOI8R) {
		t.Fatalf("%+v", info)
	}
	c.must("encodeTable", tables.EncodeTableReq{ID: info.ID, Encoding: charset.Windows1251}, &info)
	if info.Encoding != charset.Windows1251 || info.Columns[0].Title == "Рег. №" {
		t.Errorf("%+v", info)
	}
	c.must("encodeTable", tables.EncodeTableReq{ID: info.ID, Encoding: charset.CP866}, &info)
	if check := c.checkTable(c.mapped(info, allDirect)); check.Appeals != 3 {
		t.Errorf("%+v", check)
	}
	c.refused("encoding", "encodeTable", tables.EncodeTableReq{ID: info.ID, Encoding: "EBCDIC"})
	var rows tables.TableInfo
	c.must("openTable", tables.OpenTableReq{Name: "a.xlsx", Kind: tables.TableRows}, &rows,
		[]byte(`{"rows":[0,0,1,1],"columns":[0,1,0,1],"texts":["Номер","Дата регистрации","1","05.10.2026"]}`))
	if rows.Encoding != "" || len(rows.Encodings) != 0 {
		t.Errorf("%+v", rows)
	}
	c.refused("encoding", "encodeTable", tables.EncodeTableReq{ID: rows.ID, Encoding: charset.UTF8})
}

// TestNoTables: what is no table is named for what it is, with the way out, as
// a file and as what was pasted.
func TestNoTables(t *testing.T) {
	c, _ := newFilled(t)
	for want, text := range map[string]string{
		"MHTML": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: " +
			"text/html\n\n<table><tr><td>1</td></tr></table>\n",
		"RTF":       `{\rtf1\ansi{\trowd\cellx100 1\cell\row}}`,
		"JSON":      `[{"id": 1, "when": "2026-10-05"}]`,
		"PDF":       "%PDF-1.4\n1 0 obj",
		"XML":       "<?xml version=\"1.0\"?><a><b/></a>",
		"обращений": `[{"number": "1", "isDirect": true, "questions": []}]`,
	} {
		for method, req := range map[string]any{
			"openTable":  tables.OpenTableReq{Name: "Отчёт.xls", Kind: tables.TableText},
			"unpackBook": tables.UnpackBookReq{Name: "Отчёт.xls"}} {
			err := c.refused("refused", method, req, []byte(text))
			if !strings.Contains(err.Text, want) || err.Hint == "" || strings.Contains(err.Text+err.Hint, "повреждён") {
				t.Errorf("%s: %+v", want, err)
			}
		}
	}
}
