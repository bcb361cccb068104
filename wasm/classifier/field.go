package classifier

// Field is one text that every assignable row is found by. The score of a word
// is BM25F: its count in each field, tempered by the field's length, times the
// field's weight, summed and saturated.
type Field struct {
	Name   string
	Weight float64          // of one occurrence, relative to a title's 1
	Norm   float64          // 0 = length does not matter … 1 = a long text dilutes fully
	Text   func(Row) string // "" = the row has none
}

// Fields returns the fields the table itself can fill. A caller with more to
// search by (everyday phrases) appends its own.
//
// The nearer a parent, the more it weighs; it weighs less than an own title,
// so a вопрос stands before its подвопросы, which inherit its title.
func (t *Table) Fields() []Field {
	above := func(level int) func(Row) string {
		return func(r Row) string {
			if r.Level <= level {
				return ""
			}
			return t.rows[t.byCode[r.Code[:level*(groupLen+1)-1]]].Title
		}
	}
	return []Field{
		{Name: "title", Weight: 1, Norm: 0.5, Text: func(r Row) string { return r.Title }},
		{Name: "question", Weight: 0.3, Norm: 0.5, Text: above(LevelQuestion)},
		{Name: "theme", Weight: 0.2, Norm: 0.3, Text: above(LevelTheme)},
		{Name: "subject", Weight: 0.1, Norm: 0.3, Text: above(LevelSubject)},
		{Name: "section", Weight: 0.05, Norm: 0.3, Text: above(LevelSection)},
	}
}
