package classifier

// field is one text that a row is found by. The score of a word is BM25F: its
// count in each field, tempered by the field's length, times the field's
// weight, summed and saturated.
type field struct {
	weight float64 // of one occurrence, relative to a title's 1
	norm   float64 // 0 = length does not matter … 1 = a long text dilutes fully
	text   func(Row) string
}

// spokenField is what the phrases of a row have together.
var spokenField = field{weight: weights.bag, norm: 0.4}

// fields of a вопрос; a подвопрос has its own title and phrases only, the rest
// it inherits with the score of its вопрос. The nearer a parent, the more it
// weighs: it tells what the вопрос is about, but so it does for its siblings.
func (t *Table) fields() []field {
	above := func(level int) func(Row) string {
		return func(r Row) string {
			if r.Level != LevelQuestion {
				return ""
			}
			return t.rows[t.byCode[r.Code[:level*(groupLen+1)-1]]].Title
		}
	}
	return []field{
		{1, 0.5, func(r Row) string { return r.Title }},
		{0.2, 0.3, above(LevelTheme)},
		{0.1, 0.3, above(LevelSubject)},
		{0.05, 0.3, above(LevelSection)},
	}
}
