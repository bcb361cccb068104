package archive

import (
	"bytes"
	"fmt"

	"rroform/wasm/charset"
	"rroform/wasm/foreign"
)

// maxBareValues is how many values bare JSON may have: those of a few
// thousand entries, as one answer of a web service holds.
const maxBareValues = 2_000_000

// Bare reads entries that came as JSON text without a zip: one object, a list
// of them, a list inside of an object, or objects one after another. Each is
// handed out as a file of an archive, byte for byte; what is no JSON is an
// *OpenError.
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

// isEntry reports whether an object has questions of its own.
func isEntry(v foreign.Value) bool {
	for name := range v.Members() {
		if i := indexOf(entryFields, name); i >= 0 && ownFields&(1<<i) != 0 {
			return true
		}
	}
	return false
}

// objectsOf are the items of a list that are objects, nil when there is none.
func objectsOf(v foreign.Value) (list [][]byte) {
	for item := range v.Items() {
		if item.Kind() == foreign.Object {
			list = append(list, item.Raw())
		}
	}
	return list
}

// jsonLines are the lines of a text that has an object in each, nil when a
// line is none.
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
