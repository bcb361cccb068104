package table

import (
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
)

var (
	totals = []string{"итог", "всего", "в том числе", "из них"}
	// Beginnings of words of headings, signatures and notes.
	service = []string{"исполнитель", "начальник", "руководител", "заместител", "председател", "специалист", "глава",
		"подпись", "составил", "проверил", "согласован", "утвержда",
		"дата формирования", "дата составления", "сформирован", "отчет", "примечани", "отдел", "управлени", "комитет",
		"сектор", "тел", "м п"}
	unnumberedWords = folded("б/н", "без номера", "нет", "не присвоен", "№ б/н")
)

var longWord = pattern.Of(`[а-яё]{4,}`)

// looksLikeNumber reports whether a cell may be the number of an appeal: digits
// without words, or the words for none.
func looksLikeNumber(cell string) bool {
	n := readNumber(cell)
	return unnumberedWords.has(word(oneLine(cell))) || strings.ContainsAny(n.number, "0123456789") &&
		!longWord().MatchString(n.number)
}

// noAppeal returns why a row holds neither an appeal nor a further question of
// one; "" where it does.
func (r *reader) noAppeal(row int) string {
	var filled []string
	for _, cell := range r.Rows[row] {
		if cell = clean(cell); cell != "" {
			filled = append(filled, cell)
		}
	}
	if len(filled) == 0 {
		return "В строке только знаки, которых не видно, или прочерки, пропущена."
	}
	first := classifier.Fold(filled[0])
	switch {
	case slices.ContainsFunc(totals, func(w string) bool { return strings.HasPrefix(first, w) }):
		return "Строка с итогом, пропущена."
	case isNumbering(r.Rows[row]) && (len(filled) > 2 || row == r.Header+1):
		return "Строка с номерами столбцов, пропущена."
	case r.repeatsHeader(row):
		return "Строка повторяет заголовки, пропущена."
	}
	return r.noEvidence(row, first, len(filled))
}

// repeatsHeader reports whether a row is the header again, as on each page of a print.
func (r *reader) repeatsHeader(row int) bool {
	if r.Header < 0 || len(r.Rows[row]) < 2 {
		return false
	}
	for c := range r.Sheet.Columns {
		if classifier.Fold(r.Cell(row, c)) != classifier.Fold(r.Cell(r.Header, c)) {
			return false
		}
	}
	return true
}

// noEvidence tells headings of groups, signatures and notes from appeals: they
// stand outside of the columns that are taken, or bring words where a number is due.
func (r *reader) noEvidence(row int, first string, filled int) string {
	if looksLikeNumber(r.list(row, Number)) || looksLikeNumber(r.list(row, Outgoing)) {
		return ""
	}
	has := func(field string) bool { return len(r.cells(row, field)) > 0 }
	if !slices.ContainsFunc(Targets, func(t Target) bool { return t.Field != Files && has(t.Field) }) {
		if files := r.files(row); files != "" {
			return "В строке только файлы, пропущена: " + files + ". Приложите их к вопросу сами."
		}
		return "В загружаемых столбцах строки пусто: похоже на заголовок группы, подпись или примечание, пропущена."
	}
	codes, _ := readCodes(r.list(row, Code))
	if slices.ContainsFunc(codes, func(code string) bool { return isDigits(strings.ReplaceAll(code, ".", "")) }) {
		return ""
	}
	const why = "Похоже на заголовок группы, подпись или примечание, пропущена."
	further := has(Code) || has(Recipient) || has(Status) || has(Response) || has(SentAs) || has(SentOn)
	known := false
	for _, cell := range r.cells(row, Status) {
		if _, ok := r.words.Result(oneLine(cell)); ok {
			known = true
		}
	}
	switch {
	case known:
		return ""
	case slices.ContainsFunc(service, func(w string) bool { return strings.HasPrefix(first, w) }) &&
		!(further && !has(Number) && filled > 1):
		return why
	case has(Number) || filled == 1 && !further && len(r.mapped()) > 2:
		return why
	}
	return ""
}

// mapped are the columns that are taken.
func (r *reader) mapped() (columns []int) {
	for c, field := range r.Mapping.Columns {
		if field != "" {
			columns = append(columns, c)
		}
	}
	return columns
}
