package classifier

// field is a text by which a row is found. The score of a word is BM25F: its count
// in each field, normalised by the field's length and multiplied by the field's
// weight; the sum is saturated.
type field struct {
	weight float64 // of one occurrence, relative to a title's 1
	norm   float64 // 0 = length does not matter … 1 = a long text dilutes fully
}

// fields of a вопрос. A подвопрос has its own title and phrases only and inherits
// the score of its вопрос. A nearer parent has a larger weight, but less than
// the вопрос itself, because its siblings have the same parent.
var fields = [...]field{
	{1, 0.5},           // title
	{0.2, 0.3},         // title of the theme
	{0.1, 0.3},         // … the subject
	{0.05, 0.3},        // … the section
	{weights.bag, 0.4}, // what the phrases have together
}

// spokenField is the index of the phrases, the only field that is not a title.
const spokenField = len(fields) - 1

// worth returns the worth of one occurrence in a text of this length.
func (f field) worth(length int, mean float64) float32 {
	return float32(f.weight / (1 - f.norm + f.norm*float64(length)/mean))
}

// fieldRows returns the rows whose titles are the fields of a row, -1 = none.
func (t *Table) fieldRows(row int32) [spokenField]int32 {
	rows := [spokenField]int32{row, -1, -1, -1}
	if t.rows[row].Level == LevelQuestion {
		for i := 1; i < spokenField; i++ {
			rows[i] = t.parents[rows[i-1]]
		}
	}
	return rows
}
