package classifier

// footnotes holds, by question number, the footnotes of the official document
// (static/CLASSIFIER.md, "Code grammar"). They are not in the rows, so that an
// edition pasted without them keeps the warning. The wording is ours.
var footnotes = map[string]string{
	"0457": "Вместе с этим вопросом нужно выбрать и вопрос, который говорит, о чём обращение.",
}

func footnote(r Row) string {
	if r.Level != LevelQuestion {
		return ""
	}
	return footnotes[r.Code[len(r.Parent)+1:]]
}

// NeedsSubject reports whether a question with this code requires a second question that
// says what the appeal is about (0457). Unknown codes do not.
func (t *Table) NeedsSubject(code string) bool {
	r, ok := t.Row(code)
	return ok && footnote(r) != ""
}
