package app

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// text is what words are looked for in, and what names are sorted by: name
// first, fields apart by line breaks. It is folded when it is first wanted: at
// the start that would cost more than all else.
func (f *facts) text() string {
	if f.folded == "" {
		f.folded = fold(searchText(&f.appeal))
	}
	return f.folded
}

// nameKey is the folded name of the applicant.
func (f *facts) nameKey() string {
	name, _, _ := strings.Cut(f.text(), fieldBreak)
	return name
}

// rank says how well a number that was typed fits the record.
func (f *facts) rank(w *words) rank {
	_, others, _ := strings.Cut(f.text(), fieldBreak)
	number, others, _ := strings.Cut(others, fieldBreak)
	return w.rank(number, others)
}

// best puts the records first that a typed number fits better.
func (w *words) best(list []*facts) []*facts {
	if !w.ranked() {
		return list
	}
	return byRank(list, func(f *facts) rank { return f.rank(w) })
}

func searchText(ap *appeal.Appeal) []string {
	parts := []string{ap.Name, ap.Number, ap.Address, ap.Email}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		row, _ := appeal.StatusOf(q.Status)
		parts = append(parts, q.Code, row.Label)
		for _, t := range q.Transfers {
			parts = append(parts, t.DepartmentName, t.TransferNumber)
		}
	}
	return parts
}

const fieldBreak = "\n"

// fold is [classifier.Fold] of each part, written with one byte a letter: half
// the memory, and twice as quick to search. Letters beyond the Russian and
// Latin alphabets become bytes that no other letter has.
func fold(parts []string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(fieldBreak)
		}
		for _, r := range classifier.Fold(part) {
			switch {
			case r < 0x80:
				b.WriteByte(byte(r))
			case r >= 'а' && r <= 'я':
				b.WriteByte(byte(0x80 + r - 'а'))
			default:
				b.Write([]byte{0xE0, 0xC0 | byte(r>>15), 0xC0 | byte(r>>10&31), 0xC0 | byte(r>>5&31), 0xC0 | byte(r&31)})
			}
		}
	}
	return b.String()
}
