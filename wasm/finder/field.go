package finder

import "rroform/wasm/classifier"

// field is one text by which a row is found. The score of a word is BM25F: its count in
// each field, normalised by the field's length, times the field's weight, summed and
// saturated.
type field struct {
	weight float64 // of one occurrence, relative to a title's 1
	norm   float64 // 0 = the length does not matter … 1 = full normalisation by length
}

// fields are those of a question. A subquestion has only its own
// title and phrases; the rest it inherits with the score of its question. The titles of
// parents weigh less the farther they are, because they apply to all siblings too.
var fields = [...]field{
	{1, 0.5},           // title
	{0.2, 0.3},         // title of the theme
	{0.1, 0.3},         // title of the subject
	{0.05, 0.3},        // title of the section
	{weights.bag, 0.4}, // the words of all phrases
}

// spokenField is the field of the phrases, the only one that is not a title.
const spokenField = len(fields) - 1

// worth returns the worth of one occurrence in a text of this length.
func (f field) worth(length int, mean float64) float32 {
	return float32(f.weight / (1 - f.norm + f.norm*float64(length)/mean))
}

// fieldRows returns the rows whose titles are the fields of a row, -1 = none.
func fieldRows(t *classifier.Table, row int32) [spokenField]int32 {
	rows := [spokenField]int32{row, -1, -1, -1}
	if t.Rows[row].Level == classifier.LevelQuestion {
		for i := 1; i < spokenField; i++ {
			rows[i] = t.Parents[rows[i-1]]
		}
	}
	return rows
}
