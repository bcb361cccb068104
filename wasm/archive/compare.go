package archive

import (
	"bytes"
	"fmt"

	"rroform/wasm/appeal"
)

// Named identifies an appeal for the user.
type Named struct {
	Number string `json:"number"`
	Name   string `json:"name"`
}

// Changed is an appeal that differs between the archives.
type Changed struct {
	Named
	Changes []appeal.FieldChange `json:"changes"` // in the order of the form
}

// Comparison says how the second of two archives differs from the first.
type Comparison struct {
	Added   []Named   `json:"added"`
	Gone    []Named   `json:"gone"`
	Changed []Changed `json:"changed"`
	Same    int       `json:"same"` // appeals without a difference
}

// Compare compares two archives. Entries are the same appeal if their file names are
// equal, or else if number and document date are equal (each program names entries
// in its own way). Only the content is compared: the order of keys, spaces and the
// two ways of writing the status «продлено» (extended) make no difference.
func Compare(from, to []File) (Comparison, error) {
	a, err := readAll(from)
	if err != nil {
		return Comparison{}, err
	}
	b, err := readAll(to)
	if err != nil {
		return Comparison{}, err
	}
	match(a, b, func(e *compared) string { return e.file.Name })
	match(a, b, func(e *compared) string { return e.Appeal.Number + "\n" + string(e.Appeal.CreateDate) })
	c := Comparison{Added: []Named{}, Gone: []Named{}, Changed: []Changed{}}
	for _, e := range a {
		if e.other == nil {
			c.Gone = append(c.Gone, e.named())
		}
	}
	for _, e := range b {
		switch changes := e.changes(); {
		case e.other == nil:
			c.Added = append(c.Added, e.named())
		case len(changes) > 0:
			c.Changed = append(c.Changed, Changed{e.named(), changes})
		default:
			c.Same++
		}
	}
	return c, nil
}

// compared is an entry with its counterpart in the other archive.
type compared struct {
	*Opened
	file  File
	other *compared
}

// readAll reads all entries.
func readAll(files []File) ([]*compared, error) {
	var out []*compared
	for _, f := range files {
		if f.Err != nil {
			return nil, f.Err
		}
		o, err := Unmarshal(f.Data)
		if err != nil {
			return nil, &OpenError{fmt.Sprintf("Запись %s не читается как обращение", f.Name)}
		}
		out = append(out, &compared{Opened: o, file: f})
	}
	return out, nil
}

// match pairs entries with equal keys that have no counterpart yet, in their order.
func match(a, b []*compared, key func(*compared) string) {
	free := map[string][]*compared{}
	for _, e := range a {
		if e.other == nil {
			free[key(e)] = append(free[key(e)], e)
		}
	}
	for _, e := range b {
		if list := free[key(e)]; e.other == nil && len(list) > 0 {
			e.other, list[0].other = list[0], e
			free[key(e)] = list[1:]
		}
	}
}

func (e *compared) named() Named { return Named{e.Appeal.Number, e.Appeal.Name} }

// changes lists the fields that differ from the counterpart's.
func (e *compared) changes() []appeal.FieldChange {
	was := e.other
	if was == nil || bytes.Equal(was.file.Data, e.file.Data) {
		return nil
	}
	var out []appeal.FieldChange
	if !appeal.SameGUID(was.DepartmentID, e.DepartmentID) {
		out = append(out, appeal.FieldChange{Field: "profile.departmentId", From: was.DepartmentID, To: e.DepartmentID})
	}
	out = append(out, appeal.Diff(&was.Appeal, &e.Appeal)...)
	for i := range min(len(was.Appeal.Questions), len(e.Appeal.Questions)) {
		x, y := was.Appeal.Questions[i].Attachment, e.Appeal.Questions[i].Attachment
		// appeal.Diff does not see another file with the same name.
		if x != nil && y != nil && x.Name == y.Name && !bytes.Equal(was.Files[x.FileID], e.Files[y.FileID]) {
			out = append(out, appeal.FieldChange{Field: fmt.Sprintf("questions.%d.attachment", i),
				From: fmt.Sprintf("%s, %d байт", x.Name, x.Size),
				To:   fmt.Sprintf("%s, %d байт, другое содержимое", y.Name, y.Size)})
		}
	}
	return out
}
