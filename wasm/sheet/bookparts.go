package sheet

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"rroform/wasm/charset"
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Override PartName="/xl/workbook.%[1]s" ContentType="application/vnd.%[2]s"/>` +
	`<Override PartName="/xl/sharedStrings.%[1]s" ContentType="application/vnd.%[3]s"/>` +
	`<Override PartName="/xl/styles.%[1]s" ContentType="application/vnd.%[4]s"/></Types>`

// types of the parts of XLSX and XLSB, by the ending of their names.
var types = map[string]string{
	"xml": fmt.Sprintf(contentTypes, "xml", "openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
		"openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
		"openxmlformats-officedocument.spreadsheetml.styles+xml"),
	"bin": fmt.Sprintf(contentTypes, "bin", "ms-excel.sheet.binary.macroEnabled.main", "ms-excel.sharedStrings",
		"ms-excel.styles"),
}

// noCells stands for a chart, a dialog, a macro: a sheet that has no cells.
const noCells = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`

// officeBook reads the parts of XLSX and XLSB by their relations.
func (b *opened) officeBook() ([]BookPart, error) {
	name, err := b.workbookName()
	if err != nil {
		return nil, err
	}
	kind := path.Ext(name)[1:]
	book, err := b.part(name)
	if err != nil {
		return nil, err
	}
	relations, err := b.relations(name)
	if err != nil {
		return nil, err
	}
	parts := []BookPart{{"[Content_Types].xml", []byte(types[kind])}, {"xl/workbook." + kind, book}}
	var strs, styles []byte
	for _, r := range relations {
		switch {
		case r.is("sharedStrings"):
			strs, err = b.part(r.target)
			if kind == "xml" {
				strs = mendedStrings(strs)
			}
			parts = append(parts, BookPart{"xl/sharedStrings." + kind, strs})
		case r.is("styles"):
			styles, err = b.part(r.target)
			parts = append(parts, BookPart{"xl/styles." + kind, styles})
		}
		if err != nil {
			return nil, err
		}
	}
	var rels strings.Builder
	rels.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	sheets := 0
	for _, r := range relations {
		if !r.isSheet() {
			continue
		}
		sheets++
		part := BookPart{fmt.Sprintf("worksheets/sheet%d.%s", sheets, kind), nil}
		if r.is("worksheet") {
			if part.Data, err = b.sheet(r.target, strs); err != nil {
				return nil, err
			}
		} else {
			part = BookPart{fmt.Sprintf("worksheets/sheet%d.xml", sheets), []byte(noCells)}
		}
		fmt.Fprintf(&rels, `<Relationship Id="%s" `+
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="%s"/>`,
			escaped(r.ID), part.Name)
		parts = append(parts, BookPart{"xl/" + part.Name, part.Data})
	}
	if sheets == 0 {
		return nil, errBook
	}
	rels.WriteString(`</Relationships>`)
	return append(parts, BookPart{"xl/_rels/workbook." + kind + ".rels", []byte(rels.String())}), nil
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}

// workbookName finds the part that lists the sheets: by the relations of the
// package, else where every program puts it.
func (b *opened) workbookName() (string, error) {
	top, err := b.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range top {
		if r.is("officeDocument") && b.files[r.target] != nil &&
			(strings.HasSuffix(r.target, ".xml") || strings.HasSuffix(r.target, ".bin")) {
			return r.target, nil
		}
	}
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin"} {
		if b.files[name] != nil {
			return name, nil
		}
	}
	return "", errBook
}

// sheet reads a sheet; a cell of it may name a string that is not there.
func (b *opened) sheet(name string, strs []byte) ([]byte, error) {
	data, err := b.part(name, b.fits(measure))
	switch {
	case err != nil:
		return nil, err
	case data == nil:
		return nil, errBook
	case strings.HasSuffix(name, ".bin"):
		return mendedBinary(data, strs), b.size.add(measureBinary(data))
	}
	return mended(data, countStrings(strs)), nil
}

// fits checks how many cells a text has.
func (b *opened) fits(measure func(text []byte) extent) func(text []byte) error {
	return func(text []byte) error { return b.size.add(measure(text)) }
}

// relation leads from a part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
	target string // as partName has it
}

// is compares the last word of the type: the words before it differ between
// the editions of the format.
func (r *relation) is(kind string) bool { return path.Base(r.Type) == kind }

func (r *relation) isSheet() bool {
	switch path.Base(r.Type) {
	case "worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet":
		return true
	}
	return false
}

// relations reads where a part leads to, "" = the package itself.
func (b *opened) relations(of string) ([]relation, error) {
	dir, base := path.Split(of)
	data, err := b.part(dir + "_rels/" + base + ".rels")
	if data == nil || err != nil {
		return nil, err
	}
	var all struct {
		List []relation `xml:"Relationship"`
	}
	if err := charset.XML(data).Decode(&all); err != nil {
		return nil, errBook
	}
	list := all.List[:0]
	for _, r := range all.List {
		target := strings.ReplaceAll(r.Target, "\\", "/")
		if r.target = partName(target); !strings.HasPrefix(target, "/") {
			if beside := partName(dir + target); b.files[beside] != nil || b.files[r.target] == nil {
				r.target = beside
			}
		}
		if r.Mode != "External" {
			list = append(list, r)
		}
	}
	return list, nil
}

// openDocument reads the parts of ODS. The library asks for the list of files,
// which tells a password, and for styles, which a small program leaves out.
func (b *opened) openDocument() ([]BookPart, error) {
	manifest, err := b.part("meta-inf/manifest.xml")
	switch {
	case err != nil:
		return nil, err
	case strings.Contains(string(manifest), "encryption-data"):
		return nil, &RefusedError{"Таблица ODS закрыта паролем.",
			"Откройте её в той программе, где она создана, снимите пароль и сохраните снова."}
	}
	content, err := b.part("content.xml", b.fits(measureRepeats))
	if err != nil {
		return nil, err
	}
	styles, err := b.part("styles.xml")
	if err != nil {
		return nil, err
	}
	if styles == nil {
		styles = []byte(`<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`)
	}
	doubleQuotes(content)
	doubleQuotes(styles)
	return []BookPart{
		{"META-INF/manifest.xml",
			[]byte(`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`)},
		{"styles.xml", styles}, {"content.xml", mendedRepeats(content)},
	}, nil
}
