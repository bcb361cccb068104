package recognise

import (
	"bytes"
	"strings"
	"unicode"

	"rroform/wasm/charset"
	"rroform/wasm/pattern"
)

// ofText returns the kind of a text by its beginning.
func ofText(head []byte) FileKind {
	plain, _ := charset.Text(head)
	text := strings.TrimLeftFunc(string(plain), unicode.IsSpace)
	switch {
	case isBinary(plain):
		return Unknown
	case text == "":
		return Empty
	case text[0] == '{' || text[0] == '[':
		return ofJSON(text)
	case text[0] == '<':
		return ofTags(text)
	case isLetter(text):
		if strings.Contains(text, "multipart/related") {
			return MHTML
		}
		return Letter
	}
	return ofLines(text)
}

// isBinary reports whether there are control characters that no text has. Zero bytes of
// UTF-16 are already decoded here.
func isBinary(plain []byte) bool {
	strange := 0
	for _, b := range plain {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a && b != 0x0b {
			strange++
		}
	}
	return strange > 0 && (bytes.IndexByte(plain, 0) >= 0 || strange*100 > len(plain))
}

// isLetter reports whether a text is a message saved by a mail program.
func isLetter(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	name, _, found := strings.Cut(first, ":")
	if !found || strings.ContainsAny(name, " \t;,\"") {
		return false
	}
	start := strings.ToLower(text[:min(len(text), 8<<10)])
	return strings.Contains(start, "\nmime-version:") || strings.HasPrefix(start, "mime-version:") ||
		strings.Contains(start, "\nfrom:") && strings.Contains(start, "\nsubject:")
}

// tags are the kinds of XML and HTML by a text, in lower case, in their beginning. The
// first match counts.
var tags = []struct {
	mark string
	kind FileKind
}{
	{`id="rro-worker"`, Program}, {`id="rro-core"`, Program},
	{"urn:schemas-microsoft-com:office:spreadsheet", XML2003}, {`progid="excel.sheet"`, XML2003},
	{"office:spreadsheet", ODS}, {"opendocument.spreadsheet", ODS},
	{`progid="word.document"`, DOCX}, {"schemas.microsoft.com/office/word/2003/wordml", DOCX},
	{"<!doctype html", HTML}, {"<html", HTML}, {"<table", HTML}, {"<meta ", HTML}, {"<head>", HTML}, {"<tr", HTML},
	{"<calendar", Calendar},
	{"<department", Bodies},
}

func ofTags(text string) FileKind {
	text = strings.ToLower(text)
	for _, t := range tags {
		if strings.Contains(text, t.mark) {
			return t.kind
		}
	}
	return XML
}

var (
	codeLine = pattern.Of(`^["«]?\d{4}\.\d{4}\.\d{4}\.\d{4}(\.\d{4})?`)
	guidText = pattern.Of(`[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}`)
	dayLine  = pattern.Of(`^\d{2}\.\d{2}\.\d{4}([\s;,]|$)`)
)

// ofLines returns the kind of a table or list: what most lines have decides. The rows
// of a register contain classifier codes too, but do not begin with them.
func ofLines(text string) FileKind {
	const enough = 300
	all := strings.Split(strings.TrimSpace(text), "\n")
	var codes, guids, days, cells, lines int
	seen := map[string]bool{}
	for _, line := range all[:min(len(all), enough)] {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		lines++
		n := strings.Count(line, "\t")
		if n == 0 {
			n = max(strings.Count(line, ";"), strings.Count(line, ","))
		}
		if n > 0 {
			cells++
		}
		few := n < 4
		if code := codeLine().FindString(line); few && code != "" && !seen[code] {
			seen[code] = true
			codes++
		}
		if few && guidText().MatchString(line) {
			guids++
		}
		if few && dayLine().MatchString(line) {
			days++
		}
	}
	switch {
	case codes >= 3 && codes*3 >= lines: // a title may take several lines
		return Classifier
	case guids >= 1 && guids*3 >= lines*2:
		return Bodies
	case days >= 3 && days*3 >= lines*2:
		return Calendar
	case lines > 0 && cells*2 >= lines:
		return Table
	}
	return Text
}
