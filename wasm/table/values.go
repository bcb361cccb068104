package table

import (
	"sync"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// yesWords and noWords are folded.
var (
	yesWords = folded("да", "1", "+", "yes", "true", "истина", "есть", "v", "✓", "x", "напрямую", "прямое",
		"от заявителя", "непосредственно", "непосредственно от заявителя", "приняты", "меры приняты", "лично")
	noWords = folded("нет", "0", "no", "false", "ложь", "не напрямую", "из другого органа", "из органа", "от органа",
		"перенаправлено", "по компетенции", "не приняты", "меры не приняты")
)

// wordSet is a set of words that folds them when it is first asked: at the
// start of the program all of them would take 10 ms.
type wordSet func() map[string]bool

func (s wordSet) has(w string) bool { return s()[w] }

// folded keeps signs, which Fold drops, as they are.
func folded(words ...string) wordSet {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range words {
			set[word(w)] = true
		}
		return set
	})
}

func word(cell string) string {
	if f := classifier.Fold(cell); f != "" {
		return f
	}
	return cell
}

// readYesNo reads a word for yes or no.
func readYesNo(cell string) (value, ok bool) {
	w := word(cell)
	return yesWords.has(w), yesWords.has(w) || noWords.has(w)
}

// Words of the «Формат» column.
var (
	electronicWords = folded("мэдо", "электронный (МЭДО)", "электронный мэдо", "Electronic")
	otherWords      = folded("другое", "Other", "почта", "почтой", "почта россии", "письмо", "лично", "личный прием",
		"на личном приеме", "эл. почта", "электронная почта", "e-mail", "email",
		"сайт", "официальный сайт", "интернет-приемная", "интернет", "телефон", "факс", "телеграмма", "бумажный",
		"курьер", "нарочно", "устное", "ЕПГУ", "Госуслуги", "ПОС")
)

func readFormat(cell string) (f appeal.Format, ok bool) {
	switch w := word(cell); {
	case electronicWords.has(w):
		return appeal.Electronic, true
	case otherWords.has(w):
		return appeal.Other, true
	}
	return "", false
}

// StatusByLabel finds a status by its label or by the portal's name of it.
func StatusByLabel(cell string) (appeal.Status, bool) {
	f := classifier.Fold(cell)
	for _, s := range appeal.Statuses {
		if f == classifier.Fold(s.Label) || f == classifier.Fold(string(s.Status)) {
			return s.Status, true
		}
	}
	return "", false
}
