package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
)

// RenderZero fills the template of a zero report, which says that a body received no
// appeals in a month. See appeal.ZeroReport for the placeholders. The error means that
// the result is not a JSON object.
func RenderZero(template, departmentID string, m appeal.Month) ([]byte, error) {
	last, _ := m.Last().Time()
	id, _ := json.Marshal(departmentID) // escapes quotes: it may be typed text
	text := strings.NewReplacer(
		`"{year}"`, strconv.Itoa(m.Year), `"{month}"`, strconv.Itoa(m.Month),
		"{yyyy}", fmt.Sprintf("%04d", m.Year), "{MM}", fmt.Sprintf("%02d", m.Month), "{M}", strconv.Itoa(m.Month),
		"{lastDay}", strconv.Itoa(last.Day()), "{departmentId}", string(id[1:len(id)-1]),
	).Replace(template)
	var object map[string]any
	if err := json.Unmarshal([]byte(text), &object); err != nil {
		return nil, &OpenError{"Шаблон нулевого отчёта не даёт записи JSON"}
	}
	return []byte(text), nil
}

// CheckTemplate returns, in Russian, what is wrong with a template, "" if nothing is.
func CheckTemplate(template string) string {
	out, err := RenderZero(template, "89729055-843A-4EEB-88E1-71535B245D6F", appeal.Month{Year: 2026, Month: 10})
	if err != nil {
		return "Шаблон должен быть записью JSON: { … }"
	}
	if strings.Contains(string(out), "{year}") || strings.Contains(string(out), "{month}") {
		return "«{year}» и «{month}» должны стоять отдельно, в кавычках; внутри текста пишите {yyyy} и {MM}"
	}
	other, _ := RenderZero(template, "00000000-0000-0000-0000-000000000000", appeal.Month{Year: 2027, Month: 11})
	if string(other) == string(out) {
		return "В шаблоне нет ни одного места для подстановки: {departmentId}, {year}, {month}"
	}
	return ""
}

var (
	isoPrefix = pattern.Of(`^(\d{4})-(\d{2})(-\d{2})?`)
	guidText  = pattern.Of(`^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$`)
)

// LearnZero makes a template from a zero report of another program: values that are a
// GUID, a year or a month become placeholders. All other text stays unchanged.
func LearnZero(sample []byte) (string, error) {
	sample = bytes.TrimPrefix(sample, []byte("\xef\xbb\xbf"))
	dec := json.NewDecoder(bytes.NewReader(sample))
	dec.UseNumber()
	var out bytes.Buffer
	copied, key, depth := int64(0), "", []byte{}
	isKey := false
	for {
		from := dec.InputOffset()
		tok, err := dec.Token()
		if err != nil {
			if len(depth) == 0 && copied > 0 {
				break
			}
			return "", &OpenError{"В образце нет записи JSON"}
		}
		to := dec.InputOffset()
		if copied == 0 && tok != json.Delim('{') {
			return "", &OpenError{"Запись нулевого отчёта должна быть объектом JSON"}
		}
		raw := sample[from:to]
		switch v := tok.(type) {
		case json.Delim:
			if v == '{' || v == '[' {
				depth = append(depth, byte(v))
			} else {
				depth = depth[:len(depth)-1]
			}
			isKey = len(depth) > 0 && depth[len(depth)-1] == '{'
			out.Write(raw)
		case string:
			if isKey {
				key, isKey = v, false
				out.Write(raw)
				break
			}
			out.Write(replaceValue(raw, placeholder(key, v, false)))
			isKey = inObject(depth)
		case json.Number:
			out.Write(replaceValue(raw, placeholder(key, v.String(), true)))
			isKey = inObject(depth)
		default:
			out.Write(raw)
			isKey = inObject(depth)
		}
		copied = to
	}
	template := strings.TrimSpace(out.String())
	if problem := CheckTemplate(template); problem != "" {
		return "", &OpenError{"В этой записи не нашлось ни органа, ни года, ни месяца"}
	}
	return template, nil
}

func inObject(depth []byte) bool { return len(depth) > 0 && depth[len(depth)-1] == '{' }

// replaceValue replaces the JSON value at the end of raw, which begins with the comma,
// colon and blanks before that value. value == "" replaces nothing.
func replaceValue(raw []byte, value string) []byte {
	if value == "" {
		return raw
	}
	start := bytes.IndexFunc(raw, func(r rune) bool { return !strings.ContainsRune(" \t\r\n,:", r) })
	return append(append([]byte{}, raw[:start]...), value...)
}

// placeholder returns the JSON text to replace a value with, "" for none.
func placeholder(key, value string, number bool) string {
	key = strings.ToLower(key)
	n, err := strconv.Atoi(value)
	switch {
	case !number && guidText().MatchString(value):
		return `"{departmentId}"`
	case err == nil && n >= 2000 && n < 2100 && len(value) == 4:
		return pick(number, `"{year}"`, `"{yyyy}"`)
	case err == nil && n >= 1 && n <= 12 && strings.Contains(key, "month"):
		return pick(number, `"{month}"`, pick(len(value) == 2, `"{MM}"`, `"{M}"`))
	}
	if m := isoPrefix().FindStringSubmatch(value); m != nil && !number {
		return `"` + lastDay(value, m) + `"`
	}
	return ""
}

// lastDay returns a date with placeholders. A day that is the last of its month
// becomes {lastDay}. m is the match of isoPrefix.
func lastDay(value string, m []string) string {
	rest := value[len(m[0]):]
	day := m[3]
	if d := appeal.Date(m[0]); day != "" && d.Valid() && appeal.MonthOf(d).Last() == d {
		day = "-{lastDay}"
	}
	return "{yyyy}-{MM}" + day + rest
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
