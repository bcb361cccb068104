package table

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Words say what a body's own wordings mean; ok is false where no meaning was
// chosen. The functions that are nil are those of [UsualWords].
type Words struct {
	Result func(cell string) (o Outcome, ok bool)
	Direct func(cell string) (direct, ok bool) // of the column «Поступило напрямую»
	Origin func(cell string) (direct, ok bool) // of a column that names the sender
	Format func(cell string) (f appeal.Format, ok bool)
}

// UsualWords know what anybody means.
var UsualWords = Words{
	Result: OutcomeByLabel,
	Direct: readYesNo,
	Origin: func(cell string) (bool, bool) { return SuggestDirect(cell), SenderOf(cell) != Unclear },
	Format: readFormat,
}

// complete fills in what is usual.
func (w Words) complete() Words {
	if w.Result == nil {
		w.Result = UsualWords.Result
	}
	if w.Direct == nil {
		w.Direct = UsualWords.Direct
	}
	if w.Origin == nil {
		w.Origin = UsualWords.Origin
	}
	if w.Format == nil {
		w.Format = UsualWords.Format
	}
	return w
}

// citizenWords name the citizen in a column that tells who sent an appeal.
var citizenWords = folded("заявитель", "от заявителя", "гражданин", "граждане", "гражданка", "автор", "физическое лицо",
	"физ. лицо", "физлицо",
	"частное лицо", "население", "напрямую", "непосредственно", "лично от заявителя", "устное обращение")

// SuggestDirect guesses whether a word for the sender or the way of delivery
// means the applicant: a name, or a way that applicants use. Any other text is
// taken for a body.
func SuggestDirect(cell string) bool {
	if yes, known := readYesNo(cell); known {
		return yes
	}
	sender := SenderOf(cell)
	return sender == Applicant || sender == Unclear && shortName().MatchString(oneLine(cell))
}

// SuggestFormat guesses the format behind a word for delivery.
func SuggestFormat(cell string) appeal.Format {
	if f := classifier.Fold(cell); strings.Contains(f, "мэдо") || strings.Contains(f, "межведомственн") {
		return appeal.Electronic
	}
	return appeal.Other
}
