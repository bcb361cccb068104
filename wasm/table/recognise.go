package table

import (
	"cmp"
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
	"rroform/wasm/sheet"
)

// claim is a column with the place that its name has in [Targets]: the way and
// the part of the field, and how good the name is.
type claim struct {
	column    int
	field     string
	way, part int
	rank      int // the smaller the better
	spare     string
	empty     bool // nothing stands below the name
}

// Recognise returns what the columns feed, "" = not known. It goes by their
// names, and by what they hold where a name is not known. Of several columns
// that could hold the same one is taken.
func Recognise(s *sheet.Sheet, header int) []string {
	fields := make([]string, s.Columns)
	if header < 0 {
		return byContent(s, header, make([][]string, s.Columns), fields)
	}
	tiers := columnTiers(s, header)
	claims := map[string][]claim{}
	for c := range fields {
		if at := placeOf(tiers[c]); at.field != "" {
			at.column, at.empty = c, len(samples(s, header, c, 1)) == 0
			claims[at.field] = append(claims[at.field], at)
		}
	}
	for i := range Targets {
		take(fields, claims[Targets[i].Field])
	}
	return byContent(s, header, tiers, fields)
}

// take gives a field the columns of its best way, one for each part.
func take(fields []string, claims []claim) {
	slices.SortStableFunc(claims, func(a, b claim) int {
		return cmp.Or(compareBool(a.empty, b.empty), cmp.Compare(a.way, b.way), cmp.Compare(a.part, b.part),
			cmp.Compare(a.rank, b.rank))
	})
	parts := map[int]bool{}
	for _, c := range claims {
		switch {
		case c.way != claims[0].way:
			if fields[c.column] == "" {
				fields[c.column] = c.spare
			}
		case !parts[c.part]:
			fields[c.column], parts[c.part] = c.field, true
		}
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// placeOf finds the place of a name, which may have several tiers: «Заявитель:
// ФИО» is known as a whole or by its lowest tier. The zero claim is no place.
func placeOf(tiers []string) claim {
	if len(tiers) == 0 {
		return claim{}
	}
	// A table that was given back has all tiers in one cell, as [Titles] writes them.
	tiers = strings.Split(strings.Join(tiers, tierMark), tierMark)
	last := foldTitle(tiers[len(tiers)-1])
	above := foldTitle(strings.Join(tiers[:len(tiers)-1], " "))
	if above == "" {
		return nameOf(last)
	}
	for _, name := range []string{above + " " + last, last + " " + above} {
		if at := nameOf(name); at.field != "" {
			return at
		}
	}
	// «Дата» and «ФИО» of an unknown group may be anything's.
	alone := !strings.Contains(last, " ")
	if containsAny(above, strangers) || alone && !containsAny(above, kin) {
		return claim{}
	}
	return nameOf(last)
}

// foldTitle folds the name of a column. Old programs have no sign «№» and write
// N or No, which say as little.
func foldTitle(title string) string {
	words := slices.DeleteFunc(strings.Fields(classifier.Fold(title)), numberSigns.has)
	return strings.Join(words, " ")
}

var numberSigns = folded("N", "No", "Nо", "Nº")

// kin are beginnings of words for the citizen and the appeal in the name of a group;
// strangers are those that make a column be about something else.
var (
	kin = []string{"регистр", "заявит", "автор", "гражд", "обращен", "поступ", "вход", "рассмотр", "вопрос",
		"результ", "сведен", "данные", "отправит", "корреспонд"}
	strangers = []string{"исполнит", "ответствен", "контрол", "подписа", "резолюц", "планов", "продлен", "куратор",
		"соисполн", "руковод", "снят"}
)

func containsAny(text string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool {
		return strings.HasPrefix(text, b) || strings.Contains(text, " "+b)
	})
}

// nameOf finds a folded name; else the longest known name of several words that
// it begins with, as «Дата регистрации (вх.)» does.
func nameOf(folded string) claim {
	best, length := claim{}, 0
	if folded == "" || len(folded) > 200 {
		return best
	}
	foldTitles()
	const prefixed = 1000 // a whole name is better
	for i := range Targets {
		for w, way := range Targets[i].ways {
			for p, part := range way.parts {
				for n, name := range part {
					at := claim{field: Targets[i].Field, way: w, part: p, rank: n, spare: way.spare}
					if name == folded {
						return at
					}
					rest, begins := strings.CutPrefix(folded, name+" ")
					if begins && len(name) > length && strings.Contains(name, " ") && !containsAny(rest, strangers) {
						at.rank += prefixed
						best, length = at, len(name)
					}
				}
			}
		}
	}
	return best
}

// samples are values below the name of a column.
func samples(s *sheet.Sheet, header, column, most int) (out []string) {
	for row := header + 1; row < len(s.Rows) && len(out) < most; row++ {
		if cell := clean(s.Cell(row, column)); cell != "" && !isNumbering(s.Rows[row]) {
			out = append(out, cell)
		}
	}
	return out
}

var (
	mailShape = pattern.Of(`^[^\s@]+@[^\s@]+\.[^\s@]+`)
	fileShape = pattern.Of(`(?i)[^\s\\/:*?"<>|]\.` +
		`(?:pdf|docx?|rtf|odt|xlsx?|ods|jpe?g|png|tiff?|bmp|zip|rar|7z|sig|eml|msg|mp[34])(?:$|[\s,;)"»])`)
	fullCode = pattern.Of(`(?:^|\D)\d{4}(?:\.\d{4}){3,4}(?:\D|$)`)
)

// contents are the fields whose values anybody knows by sight, so that a name
// is not needed: each value looks so, or the column is not the field.
var contents = []struct {
	field string
	looks func(cell string) bool
	named bool // whatever its name says
}{
	{Email, func(cell string) bool { return mailShape().MatchString(cell) || noMail.has(word(cell)) }, true},
	{Code, func(cell string) bool { return fullCode().MatchString(cell) }, true},
	{Recipient, func(cell string) bool { return isIDs(cell) }, false},
	{Registered, func(cell string) bool { return readDay(cell).Valid() }, false},
	{Files, func(cell string) bool { return fileShape().MatchString(cell) }, true},
}

// byContent gives the fields that no name tells to columns that hold them. A
// day or a GUID under an unknown name may be any: only a column without name
// tells it, and only where it is the only one.
func byContent(s *sheet.Sheet, header int, tiers [][]string, fields []string) []string {
	const looked = 50
	for _, c := range contents {
		if slices.Contains(fields, c.field) && c.field != Recipient && c.field != Files || c.field == Registered &&
			slices.Contains(fields, Incoming) {
			continue
		}
		found := -1
		for column := range fields {
			values := samples(s, header, column, looked)
			if fields[column] != "" || len(values) == 0 || (!c.named && len(tiers[column]) > 0) ||
				slices.ContainsFunc(values, func(cell string) bool { return !c.looks(cell) }) ||
				c.field == Email &&
					!slices.ContainsFunc(values, func(cell string) bool { return strings.Contains(cell, "@") }) {
				continue
			}
			if found >= 0 {
				found = -1
				break
			}
			found = column
		}
		if found >= 0 && (c.field != Recipient || besideRecipients(s, header, found, fields)) {
			fields[found] = c.field
		}
	}
	return fields
}

// besideRecipients reports whether a column is filled where the recipients are:
// then its GUIDs are theirs, and not those of the rows.
func besideRecipients(s *sheet.Sheet, header, column int, fields []string) bool {
	names := slices.Index(fields, Recipient)
	if names < 0 {
		return false
	}
	for row := header + 1; row < len(s.Rows); row++ {
		if clean(s.Cell(row, column)) != "" && clean(s.Cell(row, names)) == "" {
			return false
		}
	}
	return true
}

// Untaken lists the columns that feed nothing although they hold something.
func Untaken(s *sheet.Sheet, m *Mapping) (columns []int) {
	for c, field := range m.Columns {
		if field == "" && len(samples(s, m.Header, c, 1)) > 0 {
			columns = append(columns, c)
		}
	}
	return columns
}
