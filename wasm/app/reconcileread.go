package app

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
)

// pasted is a row of the portal's list that the clerk has pasted.
type pasted struct {
	line           int    // from 1
	text           string // the whole row
	number         string
	date           appeal.Date // "" = none
	status         appeal.Status
	said           string // the status in the portal's words
	numberWithDate string // the number together with the date after it
	dated          bool   // date is the one in numberWithDate
	why            string // why the line is skipped
}

// columnWords are the titles of columns on the portal, folded.
var columnWords = []struct{ column, words string }{
	{"order", "п п"}, {"number", "номер"}, {"date", "дата"}, {"status", "статус"}, {"status", "результат"},
	{"number", "№"},
	{"appeal", "обращение"}, // has the number if there is no column for it
}

// headingWords are the first words of headings on the portal, totalWords those of totals; folded.
var (
	headingWords = []string{"номер", "дата", "статус", "результат", "обращен", "фио", "заявител", "вопрос", "орган",
		"адрес", "формат", "код",
		"файл", "мер", "поступил", "зарегистр", "месяц", "исполнител", "e mail", "еmаil", "емаil"}
	totalWords = []string{"итог", "всего", "общий", "общее", "показан", "запис", "страниц", "найден", "выбран", "строк",
		"количеств"}
)

var (
	wide    = pattern.Of(`\s{2,}`)
	dayText = pattern.Of(`^(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?$`)
	dayIn   = pattern.Of(`\s(\d{1,2}\.\d{1,2}\.\d{4})(?:\s+\d{1,2}:\d\d(?::\d\d)?)?(?:\s|$)`)
)

// statusWords are all spellings of a status: the label of ЛАРМ, its ending, and the portal's name,
// also with the misspelling of one program.
var statusWords = func() map[string]appeal.Status {
	words := map[string]appeal.Status{classifier.Fold("NotRecieved"): appeal.NotReceived}
	for _, row := range appeal.Statuses {
		words[classifier.Fold(row.Label)], words[classifier.Fold(string(row.Status))] = row.Status, row.Status
		if _, end, two := strings.Cut(row.Label, ". "); two {
			words[classifier.Fold(end)] = row.Status
		}
	}
	return words
}()

// readPasted reads a list that was copied from the portal: a number on each line, or cells separated
// by tabs, semicolons or several spaces. unread are the rows without a number, skipped the headings
// and totals.
func readPasted(text string, today appeal.Date) (rows, unread, skipped []pasted) {
	var lines [][]string
	var at []pasted
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		line = strings.TrimSpace(cleanBlanks(line))
		if line == "" {
			continue
		}
		lines = append(lines, cellsOf(line))
		at = append(at, pasted{line: i + 1, text: strings.Join(strings.FieldsFunc(line, func(r rune) bool {
			return r == '\t'
		}), "  ")})
	}
	var columns []string
	kept := 0
	for i, cells := range lines {
		switch why := notAppeal(cells); {
		case why != "":
			at[i].why = why
			skipped = append(skipped, at[i])
			if columns == nil && why == heading {
				columns = headerOf(cells)
			}
		default:
			lines[kept], at[kept] = cells, at[i]
			kept++
		}
	}
	lines, at = lines[:kept], at[:kept]
	if len(lines) == 1 && len(columns) < 2 && onlyNumbers(lines[0]) { // a list on one line
		for _, cell := range lines[0] {
			row := pasted{line: at[0].line, text: cell}
			row.takeNumber(cell, today)
			rows = append(rows, row)
		}
		return rows, nil, skipped
	}
	if columns == nil && counted(lines) {
		columns = []string{"order"}
	}
	for i, cells := range lines {
		row := at[i]
		row.read(cells, columns, today)
		if row.number == "" {
			unread = append(unread, row)
		} else {
			rows = append(rows, row)
		}
	}
	return rows, unread, skipped
}

const heading, total = "заголовок таблицы", "итог или счётчик строк"

// notAppeal returns why a line cannot be an appeal; "" = it may be one.
func notAppeal(cells []string) string {
	said := slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return strings.TrimSpace(c) == "" })
	if len(said) == 0 {
		return ""
	}
	begins := func(words []string) func(string) bool {
		return func(cell string) bool {
			return slices.ContainsFunc(strings.Fields(classifier.Fold(cell)), func(w string) bool {
				return slices.ContainsFunc(words, func(start string) bool { return strings.HasPrefix(w, start) })
			})
		}
	}
	first, _, _ := strings.Cut(classifier.Fold(said[0]), " ")
	switch {
	case begins(totalWords)(first):
		return total
	case strings.ContainsAny(strings.Join(said, ""), "0123456789"):
		return ""
	case slices.ContainsFunc(said, func(c string) bool { _, status := statusWords[classifier.Fold(c)]; return status }):
		return "" // a row without number
	case said[0] == "№" || slices.ContainsFunc(said, begins(headingWords)):
		return heading
	}
	return ""
}

// cleanBlanks replaces all kinds of spaces by plain ones and removes invisible characters. Tabs stay:
// they separate cells.
func cleanBlanks(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000':
			return ' '
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
			return -1
		}
		return r
	}, s)
}

func cellsOf(line string) []string {
	var cells []string
	switch {
	case strings.Contains(line, "\t"):
		cells = strings.Split(line, "\t")
	case strings.Contains(line, ";"):
		cells = strings.Split(line, ";")
	case wide().MatchString(line):
		cells = wide().Split(line, -1)
	default:
		cells = oneCell(line)
	}
	for i := range cells {
		cells[i] = strings.Join(strings.Fields(strings.Trim(cells[i], `"«»`)), " ")
	}
	return cells
}

// oneCell splits a row that has single spaces only: around its date, before its status, or between
// numbers.
func oneCell(line string) []string {
	if at := dayIn().FindStringSubmatchIndex(line); at != nil {
		return []string{line[:at[0]], line[at[2]:at[3]], line[at[1]:]}
	}
	words := strings.Fields(line)
	for i := 1; i < len(words); i++ {
		if _, ok := statusWords[classifier.Fold(strings.Join(words[i:], " "))]; ok {
			return []string{strings.Join(words[:i], " "), strings.Join(words[i:], " ")}
		}
	}
	if cells := strings.Split(line, ","); onlyNumbers(cells) {
		return cells
	}
	return []string{line}
}

// onlyNumbers reports whether all cells look like numbers of appeals.
func onlyNumbers(cells []string) bool {
	return len(cells) > 1 && !slices.ContainsFunc(cells, func(c string) bool {
		c, _, _ = numberIn(strings.TrimSpace(c))
		_, status := statusWords[classifier.Fold(c)]
		return !strings.ContainsAny(c, "0123456789") || strings.Contains(c, " ") || dayText().MatchString(c) || status
	})
}

// A number as people write it in a line: «№ 4506-ОГ от 11.10.2026 г.»,
// «Обращение 4506-ОГ/11.10.2026».
var (
	numberHead = pattern.Of(`^(?i:(?:обращение\s*)?(?:№|номер\s|N\s|No\.?\s)?)\s*`)
	numberTail = pattern.Of(`^(.*?)(?:(?:\s+от\s*|\s*[/,(]\s*(?:от\s+)?|\s+)(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}` +
		`-\d\d-\d\d)(?:\s*(?:г\.?|года))?[),;.]*|\s+от)?$`)
)

// numberIn extracts a number from the words around it. withDate is the number together with the date
// after it.
func numberIn(cell string) (number, day, withDate string) {
	withDate = cell[len(numberHead().FindString(cell)):]
	if m := numberTail().FindStringSubmatch(withDate); m != nil && strings.ContainsFunc(m[1], unicode.IsDigit) {
		return strings.TrimRight(m[1], " /,;("), m[2], withDate
	}
	return cell, "", cell
}

func (p *pasted) takeNumber(cell string, today appeal.Date) {
	number, day, withDate := numberIn(cell)
	p.number, p.numberWithDate = number, withDate
	if day != "" && p.date == "" {
		p.date, p.dated = appeal.ParseDate(day, today), true
	}
}

// treatDateAsNumber treats the date after the number as a part of the number.
func (p *pasted) treatDateAsNumber() {
	p.number = p.numberWithDate
	if p.dated {
		p.date = ""
	}
}

// headerOf returns the columns of a heading; nil = it has no column of numbers.
func headerOf(cells []string) []string {
	columns := make([]string, len(cells))
	found := false
	for i, cell := range cells {
		folded := classifier.Fold(cell)
		for _, row := range columnWords {
			if columns[i] == "" && (strings.Contains(folded, row.words) || strings.Contains(cell, row.words)) {
				columns[i] = row.column
			}
		}
		found = found || columns[i] == "number"
	}
	if at := slices.Index(columns, "appeal"); at >= 0 && !found {
		columns[at], found = "number", true
	}
	if !found {
		return nil
	}
	return columns
}

// counted reports whether the first cells only number the rows: 1, 2, 3 …
func counted(lines [][]string) bool {
	for i, cells := range lines {
		if len(cells) < 2 || cells[0] != strconv.Itoa(i+1) || dayText().MatchString(cells[1]) {
			return false
		}
	}
	return len(lines) > 1
}

func (p *pasted) read(cells, columns []string, today appeal.Date) {
	for i, cell := range cells {
		column := ""
		if i < len(columns) {
			column = columns[i]
		}
		status, isStatus := statusWords[classifier.Fold(cell)]
		switch {
		case cell == "" || column == "order":
		case column == "date" || column == "" && dayText().MatchString(cell):
			if p.date == "" {
				day, _, _ := strings.Cut(strings.Replace(cell, "T", " ", 1), " ")
				p.date = appeal.ParseDate(day, today)
			}
		case column == "status" || column == "" && isStatus:
			p.status, p.said = status, cell
		case (column == "number" || columns == nil || len(columns) == 1) && p.number == "":
			p.takeNumber(cell, today)
		}
	}
}
