package classifier

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/pattern"
	"rroform/wasm/records"
)

// Entry is a row of an edition in an agency's file.
type Entry struct {
	Code    string // well-formed, no zero groups at the end
	Title   string
	Retired bool
}

// MaxEntries limits an edition, which really has about 2,000 codes. A text is read up to
// one entry more.
const MaxEntries = 20_000

// maxUnread limits the list of lines that could not be read.
const maxUnread = 100

// Entries reads an edition in any of the formats that agencies use
// (static/CLASSIFIER.md, "Editions"): text pasted from Word, three kinds of JSON, our TSV,
// tables with a code and a title in columns or in one cell. The first entry of a code
// counts. unread lists in Russian the lines that were skipped.
func Entries(text string) (list []Entry, unread []string) {
	r := &entryReader{}
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\ufeff")
	switch trimmed := strings.TrimSpace(text); {
	case strings.HasPrefix(trimmed, "[") || strings.HasPrefix(trimmed, "{"):
		r.json(trimmed)
	case !r.table(text):
		r.prose(text)
	}
	return r.list, r.unread
}

type entryReader struct {
	list   []Entry
	seen   map[string]bool
	unread []string
}

func (r *entryReader) miss(format string, args ...any) {
	if len(r.unread) < maxUnread {
		r.unread = append(r.unread, fmt.Sprintf(format, args...))
	}
}

// add adds an entry. Its code may be written in any way that people use.
func (r *entryReader) add(where, code, title string, retired bool) {
	plain := trimZeroGroups(strings.Join(TypedGroups(code), "."))
	title = strings.TrimSpace(title)
	switch {
	case strings.HasPrefix(plain, "0000"): // lists of single groups that precede the hierarchy
	case !wellFormed(plain) || strings.Contains(plain, ZeroGroup+"."):
		r.miss("%s: «%s» — не код классификатора", where, cut(code))
	case title == "":
		r.miss("%s: у кода %s нет названия", where, plain)
	case !r.seen[plain]:
		if r.seen == nil {
			r.seen = map[string]bool{}
		}
		r.seen[plain] = true
		r.list = append(r.list, Entry{plain, title, retired})
	}
}

func cut(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}

// jsonEntry has the fields of all known kinds of JSON.
type jsonEntry struct {
	Code       string `json:"code"`
	Name       string `json:"name"`
	Title      string `json:"title"`
	Retired    bool   `json:"retired"`
	Deprecated bool   `json:"isDeprecated"`
}

func (r *entryReader) json(text string) {
	var list []jsonEntry
	if text[0] == '{' {
		var whole struct {
			Categories []jsonEntry `json:"categories"`
		}
		if err := json.Unmarshal([]byte(text), &whole); err != nil {
			r.miss("Файл JSON не читается: нарушена его запись")
			return
		}
		list = whole.Categories
	} else if err := json.Unmarshal([]byte(text), &list); err != nil {
		r.miss("Файл JSON не читается: нарушена его запись")
		return
	}
	for i, e := range list {
		title := e.Name
		if title == "" {
			title = e.Title
		}
		r.add(fmt.Sprintf("Запись %d", i+1), e.Code, title, e.Retired || e.Deprecated)
	}
}

// Names of columns, folded.
var (
	codeHeaders  = []string{"code", "код", "код рубрики", "код вопроса", "рубрика код"}
	titleHeaders = []string{"title", "name", "название", "наименование", "рубрика", "наименование рубрики", "вопрос",
		"текст"}
	retiredHeaders = []string{"retired", "isdeprecated", "исключен"}
)

// table reads rows below a header with columns for code and title.
func (r *entryReader) table(text string) bool {
	head, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	for _, comma := range "\t;," {
		cells := strings.Split(head, string(comma))
		code, title, retired := column(cells, codeHeaders), column(cells, titleHeaders), column(cells, retiredHeaders)
		if code < 0 || title < 0 {
			continue
		}
		for i, row := range rowsOf(text, comma) {
			cell := func(n int) string {
				if n < 0 || n >= len(row) {
					return ""
				}
				return row[n]
			}
			if i == 0 || strings.TrimSpace(strings.Join(row, "")) == "" {
				continue
			}
			v := strings.ToLower(strings.TrimSpace(cell(retired)))
			r.add(fmt.Sprintf("Строка %d", i+1), cell(code), cell(title),
				slices.Contains([]string{"1", "true", "да"}, v))
		}
		return true
	}
	return false
}

func rowsOf(text string, comma rune) [][]string {
	if comma != '\t' {
		if rows, err := records.New(text, comma).All(MaxEntries + 1); err == nil {
			return rows
		}
	}
	var rows [][]string
	for line := range strings.SplitSeq(strings.TrimLeft(text, "\n"), "\n") {
		rows = append(rows, strings.Split(line, string(comma)))
	}
	return rows
}

// column returns the index of the first of names among the cells of a header.
func column(cells, names []string) int {
	for _, name := range names {
		at := slices.IndexFunc(cells, func(c string) bool {
			return strings.ToLower(strings.ReplaceAll(strings.Trim(c, " \"\ufeff"), "ё", "е")) == name
		})
		if at >= 0 {
			return at
		}
	}
	return -1
}

// codeInText accepts a fifth digit in the last groups: the number of a footnote.
var codeInText = pattern.Of(`(?:\d{4}\.){3}\d{4,5}(?:\.\d{4,5})?`)

// prose reads running text: every code, and as its title the text up to the next code.
func (r *entryReader) prose(text string) {
	text = hyphens().ReplaceAllString(strings.ReplaceAll(text, "\u00ad", ""), "$1$2")
	var found [][]int
	all := codeInText().FindAllStringIndex(text, MaxEntries+1)
	if len(all) > MaxEntries {
		r.miss("Кодов больше %d: остальные не прочитаны", MaxEntries)
	}
	for _, at := range all {
		if !digitAt(text, at[0]-1) && !digitAt(text, at[1]) {
			found = append(found, at)
		}
	}
	codes, titles := make([]string, len(found)), make([]string, len(found))
	known := map[string]string{}
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		codes[i], titles[i] = trimZeroGroups(withoutFootnote(text[at[0]:at[1]])), titleOf(text[at[1]:end])
		if _, twice := known[codes[i]]; !twice {
			known[codes[i]] = titles[i]
		}
	}
	for i, code := range codes {
		if i+1 < len(codes) {
			titles[i] = withoutHeadings(titles[i], code, codes[i+1], known)
		}
		r.add(fmt.Sprintf("Код %d по порядку", i+1), code, titles[i], false)
	}
}

// hyphens matches a word divided at the end of a line.
var hyphens = pattern.Of(`(\p{L})-\s*\n\s*(\p{Ll})`)

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// withoutFootnote shortens each group to four digits.
func withoutFootnote(code string) string {
	groups := strings.Split(code, ".")
	for i, g := range groups {
		groups[i] = g[:GroupLen]
	}
	return strings.Join(groups, ".")
}

var headingLine = pattern.Of(`^(Раздел|Тематика|Тема|Вопросы?|Подвопросы?|РАЗДЕЛ|ТЕМАТИКА|ТЕМА)(\s|:|$)`)

// titleOf joins the lines of a title without page numbers, further columns and headings
// of the next level.
func titleOf(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(withoutColumns(line)), " ")
		if strings.Trim(line, "0123456789 ") == "" {
			continue
		}
		if len(lines) > 0 && headingLine().MatchString(line) {
			break
		}
		lines = append(lines, line)
	}
	title := strings.TrimLeft(strings.Join(lines, " "), " )]—–-:;.,|\"»")
	return strings.TrimRight(title, " ([—–|\"«,")
}

// withoutHeadings removes from the end of a title the headings of levels that begin with
// the next code. Such headings have no code of their own.
func withoutHeadings(title, code, next string, known map[string]string) string {
	for n := min(levelOf(next), LevelTheme); n > 0; n-- {
		upper := next[:n*(GroupLen+1)-1]
		if code == upper || strings.HasPrefix(code, upper+".") {
			break
		}
		heading := known[upper]
		if rest, ok := strings.CutSuffix(title, heading); ok && heading != "" && strings.TrimSpace(rest) != "" {
			title = strings.TrimSpace(rest)
		}
	}
	return title
}

var editionInText = pattern.Of(`(?i)(?:на|от|редакци[яи])[\s_]+(\d{2}\.\d{2}\.\d{4})`)

// EditionIn finds the date of an edition in a title or file name
// («Классификаторы на 31.10.2025»), дд.мм.гггг, or returns "".
func EditionIn(text string) string {
	if m := editionInText().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}
