package classifier

// field is one text that a row is found by. The score of a word is BM25F: its
// count in each field, tempered by the field's length, times the field's
// weight, summed and saturated.
type field struct {
	weight float64 // of one occurrence, relative to a title's 1
	norm   float64 // 0 = length does not matter … 1 = a long text dilutes fully
}

// fields of a вопрос; a подвопрос has its own title and phrases only, the rest
// it inherits with the score of its вопрос. The nearer a parent, the more it
// weighs: it tells what the вопрос is about, but so it does for its siblings.
var fields = [...]field{
	{1, 0.5},           // title
	{0.2, 0.3},         // title of the theme
	{0.1, 0.3},         // … the subject
	{0.05, 0.3},        // … the section
	{weights.bag, 0.4}, // what the phrases have together
}

// spokenField is the field that is no title.
const spokenField = len(fields) - 1

// worth of one occurrence in a text of this length.
func (f field) worth(length int, mean float64) float32 {
	return float32(f.weight / (1 - f.norm + f.norm*float64(length)/mean))
}

// fieldRows are the rows whose titles are the fields of a row, -1 = none.
func (t *Table) fieldRows(row int32) [spokenField]int32 {
	rows := [spokenField]int32{row, -1, -1, -1}
	if t.rows[row].Level == LevelQuestion {
		for i := 1; i < spokenField; i++ {
			rows[i] = t.parents[rows[i-1]]
		}
	}
	return rows
}
