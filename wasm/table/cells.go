package table

import (
	"cmp"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
)

// unseen are signs that programs put between letters and no clerk means. Those
// that turn the writing around stay, for a rule to speak of them.
var unseen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "")

// nothing are a database's words for an empty cell, folded.
var nothing = folded("null", "(null)", "none", "nan", "nat", "nil", "undefined", "n/a")

// Words of clerks for «there is none», where a value cannot be such a word.
var (
	noMail = folded("нет", "-", "не указан", "не указана", "не указано", "отсутствует", "нет данных", "не имеется",
		"б/н")
	longestNo = len("не указана") + len(" данных")
	noText    = []string{Email, Address, Recipient, SentAs, Outgoing, Code} // fields
)

// clean returns a cell without unseen signs, blanks at the ends of its lines,
// and the apostrophe by which Excel is made to take a number as text. What says
// that there is nothing is "".
func clean(cell string) string {
	if isPlain(cell) {
		if len(cell) <= longestNothing && nothing.has(word(cell)) {
			return ""
		}
		return cell
	}
	cell = unseen.Replace(cell)
	if strings.HasPrefix(cell, "'") && strings.Count(cell, "'") == 1 {
		cell = cell[1:]
	}
	var lines []string
	for line := range strings.SplitSeq(cell, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	cell = strings.Join(lines, "\n")
	if strings.Trim(cell, "-–—\n") == "" || nothing.has(word(cell)) {
		return ""
	}
	return cell
}

const longestNothing = len("undefined")

// isPlain reports whether a cell is clean but for words: most are, and a table
// has hundreds of thousands of them.
func isPlain(cell string) bool {
	blank, dash := true, true
	for _, r := range cell {
		switch {
		case r == ' ' && blank, r < ' ', r == '\'', r >= 0x7f && r <= 0xad, r >= 0x2000:
			return false
		}
		blank, dash = r == ' ', dash && r == '-'
	}
	return !blank && !dash || cell == ""
}

func oneLine(cell string) string { return strings.ReplaceAll(cell, "\n", " ") }

var (
	firstNumber = pattern.Of(`^\(?1(?:\)|\.\s)`)
	nextNumber  = pattern.Of(`(^|[\s;,])\(?\d{1,2}(?:\)\.?|\.\s)\s*`)
)

// unnumbered puts line breaks for the numbers of «1) … 2) …».
func unnumbered(cell string) string {
	if !firstNumber().MatchString(cell) {
		return cell
	}
	return nextNumber().ReplaceAllString(cell, "\n")
}

// listed returns what a cell lists: by semicolons, line breaks, numbers.
func listed(cell string) []string { return split(unnumbered(cell), ";\n|") }

// looseParts also parts at commas and slashes, which may be a part of a value.
func looseParts(cell string) []string { return split(unnumbered(cell), ";\n|,/") }

func split(cell, at string) (out []string) {
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(at, r) }) {
		if part = strings.Trim(part, " ,.;"); part != "" {
			out = append(out, part)
		}
	}
	return out
}

var (
	dotted    = pattern.Of(`\d[\d.]*\d`)
	wholeCode = pattern.Of(`^\d{4}(?:\.\d{4}){1,4}$`)
	shortCode = pattern.Of(`^[(\[«"]*([01]\d{3})(?:$|[^\d.])`)
	oddNumber = pattern.Of(`\d+\.\d+|\d{4,}|\d{2,}[.\-]\d`)
)

// readCodes returns the codes of a cell in their order, each once: titles may
// stand between them. left is a text that looks like a code and is none. A part
// without any code is returned as it stands: the rules say that it is no code.
func readCodes(cell string) (codes []string, left string) {
	if len(cell) >= len("0000.0000") && strings.Trim(cell, "0123456789.") == "" && wholeCode().MatchString(cell) {
		return []string{cell}, ""
	}
	add := func(code string) {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, part := range split(unnumbered(whole(cell)), ";") {
		found, odd := false, ""
		apart := dotted().ReplaceAllStringFunc(part, func(number string) string {
			if wholeCode().MatchString(number) {
				return "\n" + number + "\n"
			}
			return number
		})
		for _, piece := range split(apart, "\n|,/") {
			m := shortCode().FindStringSubmatch(piece)
			switch digits := strings.Trim(piece, "()[] "); {
			case wholeCode().MatchString(piece):
				add(piece)
			case m != nil:
				add(m[1])
				odd = cmp.Or(odd, oddIn(strings.Replace(piece, m[1], "", 1)))
			case isDigits(digits) && len(digits) <= 4:
				add(strings.Repeat("0", 4-len(digits)) + digits) // the zeros that Excel has cut off
			default:
				odd = cmp.Or(odd, oddIn(piece))
				continue
			}
			found = true
		}
		if found {
			left = cmp.Or(left, odd)
		} else {
			add(strings.TrimSpace(oneLine(part)))
		}
	}
	return codes, left
}

// oddIn finds a number that may be meant as a code. Of the official titles one
// has a number, that of the emergency call.
func oddIn(title string) string {
	return oddNumber().FindString(strings.ReplaceAll(title, "номеру 112", ""))
}

// whole drops what programs add to a whole number of a column with gaps: 361.0.
func whole(cell string) string {
	if number, added := strings.CutSuffix(cell, ".0"); added && isDigits(number) {
		return number
	}
	return cell
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

const (
	dayInText   = `\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|[«"]?\d{1,2}[»"]?\s+[а-яё]{3,8}\s+\d{4}`
	anyDay      = dayInText + `|\d{1,2}[/\-]\d{1,2}[/\-](?:\d{4}|\d{2})|\d{8}`
	afterDay    = `(?:\s*(?:г\.?|года?))?(?:[, T]+\d{1,2}:\d{2}(?::\d{2})?)?(?:$|[\s,;)])`
	numberMarks = `(?i)^(?:(?:рег|вх|исх|регистрационный|входящий|исходящий)\.?\s*)?(?:№|#|n\b|no\b|номер\b)[.:\s]*`
)

var (
	dayBeside = pattern.Of(`(?i)(?:^|[\s,(])от\s*(` + anyDay + `)` + afterDay + `|(?:^|[\s,;(/])(` + dayInText + `)` +
		afterDay)
	marks = pattern.Of(numberMarks)
)

// numberCell is what a cell of a number holds.
type numberCell struct {
	number string
	day    appeal.Date // "" = none
	many   bool        // several numbers or several days
}

// readNumber parts «№ 311-ОГ от 05.10.2026» into number and day.
func readNumber(cell string) numberCell {
	if !strings.ContainsAny(cell, " .,;(\n№#") && !appeal.Date(cell).Valid() {
		return numberCell{number: cell}
	}
	if number := whole(cell); number != cell {
		return numberCell{number: number}
	}
	var n numberCell
	text := cell
	for range 2 {
		m := dayBeside().FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		day := readDay(oneLine(text[from:to]))
		if !day.Valid() {
			break
		}
		n.many = n.many || n.day != "" && n.day != day
		n.day = day
		text = text[:m[0]] + " " + text[m[1]:]
	}
	text = strings.Trim(strings.ReplaceAll(text, "( )", ""), " ,;\n")
	text = strings.TrimSpace(marks().ReplaceAllString(text, ""))
	several := 0
	for _, part := range split(text, ";,\n") {
		if strings.ContainsAny(part, "0123456789") {
			several++
		}
	}
	n.many = n.many || several > 1
	n.number = whole(oneLine(text))
	return n
}

var guid = pattern.Of(`\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\}?`)

// isIDs reports whether a cell holds GUIDs and nothing else.
func isIDs(cell string) bool {
	return guid().MatchString(cell) && strings.Trim(guid().ReplaceAllString(cell, ""), " ;,/|\n") == ""
}

var nextName = pattern.Of(`\s*[,/]\s*([А-ЯЁA-Z«"{])`)

// readRecipients returns the bodies of a cell, each with its name, its GUID or
// both. A comma parts them where a capital follows: a name goes on in small letters.
func readRecipients(cell string) (out []string) {
	for _, part := range listed(cell) {
		for _, piece := range splitNames(part) {
			out = append(out, partAtIDs(piece)...)
		}
	}
	// A GUID that stands alone belongs to the name before it.
	joined := out[:0]
	for _, body := range out {
		if last := len(joined) - 1; last >= 0 && isIDs(body) && !guid().MatchString(joined[last]) {
			joined[last] += " " + body
			continue
		}
		joined = append(joined, body)
	}
	return joined
}

// splitNames parts names at commas, those inside of quotes left out.
func splitNames(text string) (out []string) {
	from := 0
	for _, at := range nextName().FindAllStringSubmatchIndex(text, -1) {
		if before := text[:at[0]]; strings.Count(before, "«") == strings.Count(before, "»") &&
			strings.Count(before, "\"")%2 == 0 {
			out, from = append(out, text[from:at[0]]), at[2]
		}
	}
	return split(strings.Join(append(out, text[from:]), "\n"), "\n")
}

// partAtIDs parts a text that holds several GUIDs: a body ends with its GUID,
// or begins with it where the text does.
func partAtIDs(text string) (out []string) {
	at := guid().FindAllStringIndex(text, -1)
	if len(at) < 2 {
		return []string{text}
	}
	from := 0
	for i := range at {
		to := at[i][1]
		if at[0][0] == 0 && i+1 < len(at) {
			to = at[i+1][0]
		} else if i == len(at)-1 {
			to = len(text)
		}
		if body := strings.Trim(text[from:to], " ,;.–—-()"); body != "" {
			out = append(out, body)
		}
		from = to
	}
	return out
}

// readDays returns the days of a cell for n questions or recipients; one text
// where they are no days.
func readDays(cell string, n int) []appeal.Date {
	if d := readDay(oneLine(cell)); d == "" || d.Valid() {
		return []appeal.Date{d}
	}
	list := listOf(cell, n)
	if len(list) != n || n == 1 {
		list = split(unnumbered(cell), ";\n|,")
	}
	var out []appeal.Date
	for _, part := range list {
		d := readDay(part)
		if d != "" && !d.Valid() {
			return []appeal.Date{appeal.Date(oneLine(cell))}
		}
		out = append(out, d)
	}
	return out
}

// within reports whether a text says nothing that the other does not say.
func within(text, other string) bool {
	f := classifier.Fold(text)
	return len([]rune(f)) >= 4 && !isDigits(f) && strings.Contains(" "+classifier.Fold(other)+" ", " "+f+" ")
}
