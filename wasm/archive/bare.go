package archive

import (
	"bytes"
	"fmt"

	"rroform/wasm/charset"
	"rroform/wasm/foreign"
)

// maxBareValues is how many values JSON without a zip may have: enough for a few
// thousand entries, such as one answer of a web service contains.
const maxBareValues = 2_000_000

// Bare reads entries from JSON text without a zip: one object, a list of objects, a
// list inside an object, or one object per line. It passes the bytes of each to
// visit as a file of an archive. The error is an *OpenError if the text is not JSON.
func (l Limits) Bare(data []byte, visit func(i, n int, f File) error) error {
	if int64(len(data)) > l.Total {
		return l.tooMuch()
	}
	text, _ := charset.Text(data)
	values, err := bareValues(text)
	if err != nil {
		return err
	}
	if len(values) > l.Entries {
		return &OpenError{fmt.Sprintf("Записей в файле %d (ограничение — %d). Файл не открыт", len(values), l.Entries)}
	}
	for i, raw := range values {
		name := fmt.Sprintf("%d.json", i+1)
		if int64(len(raw)) > l.Entry {
			return l.tooLarge(name)
		}
		if err := visit(i, len(values), File{Name: name, Raw: name, Data: bytes.Clone(raw)}); err != nil {
			return err
		}
	}
	return nil
}

// bareValues returns the text of each entry.
func bareValues(text []byte) ([][]byte, error) {
	v, _, bad := foreign.Parse(text, maxDepth, maxBareValues)
	if bad != nil {
		if lines := jsonLines(text); lines != nil {
			return lines, nil
		}
		return nil, &OpenError{"Текст JSON не читается. " + bad.Error()}
	}
	if v.Kind() == foreign.Object {
		for _, member := range v.Members() {
			if list := objectsOf(member); list != nil && !isEntry(v) {
				return list, nil
			}
		}
		return [][]byte{text}, nil
	}
	list := objectsOf(v)
	if list == nil {
		return nil, &OpenError{"В тексте JSON нет ни одной записи обращения"}
	}
	return list, nil
}

// isEntry reports whether an object has fields that only an entry has.
func isEntry(v foreign.Value) bool {
	for name := range v.Members() {
		if i := indexOf(entryFields, name); i >= 0 && ownFields&(1<<i) != 0 {
			return true
		}
	}
	return false
}

// objectsOf returns the objects in a list, nil if there are none.
func objectsOf(v foreign.Value) (list [][]byte) {
	for item := range v.Items() {
		if item.Kind() == foreign.Object {
			list = append(list, item.Raw())
		}
	}
	return list
}

// jsonLines returns the lines of a text if each line is an object, else nil.
func jsonLines(text []byte) (list [][]byte) {
	for line := range bytes.SplitSeq(bytes.TrimSpace(text), []byte{'\n'}) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if v, _, bad := foreign.Parse(line, maxDepth, maxValues); bad != nil || v.Kind() != foreign.Object {
			return nil
		}
		list = append(list, line)
	}
	return list
}
