// Package directory reads lists of state and municipal bodies with their GUIDs. The
// portal's own directory is not public; the formats here are those that agencies use
// (static/CLASSIFIER.md, "Bodies"). The package has no state.
package directory

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"rroform/wasm/appeal"
	"rroform/wasm/charset"
	"rroform/wasm/foreign"
	"rroform/wasm/records"
)

// Body is a body of the list.
type Body struct{ ID, Name string }

// List is the content of a file.
type List struct {
	Bodies  []Body   // without repeated GUIDs, in the order of the file
	Repeats int      // lines with a GUID that occurred before, in any letter case
	Unread  []string // in Russian: skipped lines, at most maxUnread
}

const (
	maxUnread = 100
	maxBodies = 100_000       // several times more than exist
	maxLines  = 2 * maxBodies // of a text, including empty ones
	maxName   = 2000          // bytes of a name
)

// ErrTooMany means that a file has more than maxBodies bodies.
var ErrTooMany = &foreign.Error{Text: fmt.Sprintf("в файле больше %d органов (ограничение)", maxBodies)}

// Read reads XML with elements Department (attributes ID and Name), a table with a
// column for each in any order, or pasted lines.
func Read(data []byte) (*List, error) {
	l := &List{}
	seen := map[string]bool{}
	add := func(where string, n int, id, name string) error {
		id, name = strings.Trim(strings.TrimSpace(id), "{}"), strings.Join(strings.Fields(name), " ")
		key := strings.ToLower(id)
		switch {
		case !appeal.IsGUID(id):
			l.miss("%s %d: нет идентификатора (GUID)", where, n)
		case name == "":
			l.miss("%s %d: нет наименования", where, n)
		case len(name) > maxName:
			l.miss("%s %d: наименование длиннее %d байт (ограничение)", where, n, maxName)
		case seen[key]:
			l.Repeats++
		case len(l.Bodies) >= maxBodies:
			return ErrTooMany
		default:
			seen[key] = true
			l.Bodies = append(l.Bodies, Body{id, name})
		}
		return nil
	}
	text, _ := charset.Text(data)
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		return l, readXML(data, add)
	}
	if bytes.Count(text, []byte{'\n'}) > maxLines {
		return l, ErrTooMany
	}
	return l, readTable(string(text), add)
}

// adding receives a body found at the n-th element or line; where is the Russian word
// for element or line.
type adding func(where string, n int, id, name string) error

// miss adds a skipped line to Unread.
func (l *List) miss(format string, args ...any) {
	if len(l.Unread) < maxUnread {
		l.Unread = append(l.Unread, fmt.Sprintf(format, args...))
	}
}

func readXML(data []byte, add adding) error {
	dec := charset.XML(data)
	for n := 1; ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("directory: %w", err)
		}
		e, ok := token.(xml.StartElement)
		if !ok || !strings.EqualFold(e.Name.Local, "Department") {
			continue
		}
		var id, name string
		for _, a := range e.Attr {
			switch strings.ToLower(a.Name.Local) {
			case "id", "guid":
				id = a.Value
			case "name":
				name = a.Value
			}
		}
		if err := add("Орган", n, id, name); err != nil {
			return err
		}
		n++
	}
}

func readTable(text string, add adding) error {
	rows, err := split(text)
	if err != nil {
		return err
	}
	nameAt := -1
	for i, row := range rows {
		if len(strings.TrimSpace(strings.Join(row, ""))) == 0 {
			continue
		}
		idAt := slices.IndexFunc(row, hasGUID)
		if idAt < 0 && i == 0 {
			nameAt = slices.IndexFunc(row, isNameHeader)
			continue // a header
		}
		id, name := "", ""
		if idAt >= 0 {
			id, name = appeal.SplitRecipient(row[idAt])
			rest := slices.Delete(slices.Clone(row), idAt, idAt+1)
			switch {
			case nameAt >= 0 && nameAt < len(row) && nameAt != idAt:
				name = row[nameAt]
			case name == "":
				name = firstWords(rest)
			}
		}
		if err := add("Строка", i+1, id, name); err != nil {
			return err
		}
	}
	return nil
}

func hasGUID(cell string) bool {
	id, _ := appeal.SplitRecipient(cell)
	return appeal.IsGUID(id)
}

func isNameHeader(cell string) bool {
	cell = strings.ToLower(cell)
	return slices.ContainsFunc([]string{"наименован", "назван", "name", "орган"}, func(w string) bool {
		return strings.Contains(cell, w)
	})
}

func firstWords(cells []string) string {
	for _, c := range cells {
		if strings.ContainsFunc(c, unicode.IsLetter) {
			return c
		}
	}
	return ""
}

// split splits a text into cells. It accepts the comma as a separator only if the names
// are quoted where needed, because names of bodies contain commas.
func split(text string) ([][]string, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	for _, comma := range "\t;," {
		if !strings.ContainsRune(first, comma) {
			continue
		}
		rows, err := records.New(text, comma).All(maxLines)
		if errors.Is(err, records.ErrLong) {
			return nil, &foreign.Error{Text: records.ErrLong.Error()}
		}
		if err == nil && (comma != ',' || evenly(rows)) {
			return rows, nil
		}
	}
	var rows [][]string
	for line := range strings.SplitSeq(text, "\n") {
		rows = append(rows, []string{line})
	}
	return rows, nil
}

// evenly reports whether all rows have the same number of cells.
func evenly(rows [][]string) bool {
	return !slices.ContainsFunc(rows, func(r []string) bool { return len(r) != len(rows[0]) })
}
