package schema

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// judge walks through a document.
type judge struct {
	found []Violation
	path  []string
	quiet int // above 0 nothing is noted: only whether it fits
}

// wrong notes a violation here, once.
func (j *judge) wrong(text string) bool {
	if j.quiet > 0 {
		return false
	}
	v := Violation{Text: text}
	for _, key := range j.path {
		v.Path += "/" + pointer.Replace(key)
	}
	if !slices.Contains(j.found, v) {
		j.found = append(j.found, v)
	}
	return false
}

// pointer writes a key as a part of a JSON pointer.
var pointer = strings.NewReplacer("~", "~0", "/", "~1")

// below judges a part of the value at hand.
func (j *judge) below(n *node, key string, v any) bool {
	j.path = append(j.path, key)
	fits := j.fits(n, v)
	j.path = j.path[:len(j.path)-1]
	return fits
}

// fits reports whether a value fits a schema. What is of another type is told
// that and no more.
func (j *judge) fits(n *node, v any) bool {
	if n.never {
		return j.wrong("этого поля здесь быть не должно")
	}
	if n.Type != "" && !isOf(n.Type, v) {
		return j.wrong("значение другого вида (" + kinds[n.Type] + ")")
	}
	ok := true
	need := func(fits bool, text string) {
		if !fits {
			ok = j.wrong(text)
		}
	}
	need(n.Const == nil || v == n.Const, "недопустимое значение")
	need(n.Enum == nil || slices.Contains(n.Enum, v), "недопустимое значение")
	switch v := v.(type) {
	case map[string]any:
		ok = j.object(n, v) && ok
	case []any:
		need(len(v) >= n.MinItems, "список пуст")
		need(!n.Unique || !repeats(v), "значения повторяются")
		for i, item := range v {
			ok = (n.Items == nil || j.below(n.Items, strconv.Itoa(i), item)) && ok
		}
	case string:
		need(n.Format == "" || isDate(v), "такой даты нет")
		need(utf8.RuneCountInString(v) >= n.MinLength, "пусто")
		need(n.pattern.MatchString(v), patternText(n.name))
	case json.Number:
		need(n.Minimum == nil || number(v) >= *n.Minimum, "число слишком мало")
		need(n.Maximum == nil || number(v) <= *n.Maximum, "число слишком велико")
	}
	return j.applied(n, v) && ok
}

// applied judges the same value by the schemas that a schema applies to it.
func (j *judge) applied(n *node, v any) bool {
	list := n.AllOf
	if n.target != nil {
		list = append([]*node{n.target}, list...)
	}
	if n.If != nil {
		j.quiet++
		branch := n.Else
		if j.fits(n.If, v) {
			branch = n.Then
		}
		j.quiet--
		if branch != nil {
			list = append(list[:len(list):len(list)], branch)
		}
	}
	ok := true
	for _, part := range list {
		ok = j.fits(part, v) && ok
	}
	return ok
}

func (j *judge) object(n *node, v map[string]any) bool {
	ok := true
	var missing, stray []string
	for _, key := range n.Required {
		if _, there := v[key]; !there {
			missing = append(missing, "«"+key+"»")
		}
	}
	if missing != nil {
		ok = j.wrong("нет обязательного поля " + strings.Join(missing, ", "))
	}
	for _, key := range n.order {
		if value, there := v[key]; there {
			ok = j.below(n.Properties[key], key, value) && ok
		}
	}
	if n.Others == nil {
		return ok
	}
	for key, value := range v {
		switch {
		case n.Properties[key] != nil:
		case n.Others.never:
			stray = append(stray, "«"+key+"»")
		default:
			ok = j.below(n.Others, key, value) && ok
		}
	}
	if stray != nil {
		slices.Sort(stray)
		ok = j.wrong("лишнее поле " + strings.Join(stray, ", "))
	}
	return ok
}

// kinds say what is wanted, by the type's name in schemas.
var kinds = map[string]string{"string": "нужна строка", "boolean": "нужно true или false", "object": "нужен объект",
	"array": "нужен список", "integer": "нужно целое число", "number": "нужно число"}

func isOf(kind string, v any) bool {
	switch v := v.(type) {
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case map[string]any:
		return kind == "object"
	case []any:
		return kind == "array"
	case json.Number:
		return kind == "number" || kind == "integer" && number(v) == math.Trunc(number(v))
	}
	return false
}

func patternText(name string) string {
	if text, ok := patterns[name]; ok {
		return text
	}
	return "значение записано не так"
}

// patterns say what a text must be, by the key of its schema.
var patterns = map[string]string{
	"guid": "нужен идентификатор (GUID)", "text": "пусто", "code": "нужен код из четырёх или пяти групп",
	"name": "нужно имя файла с расширением и без папки", "content": "это не base64",
}

// number is one that JSON has; beyond what a computer counts with it is infinite.
func number(n json.Number) float64 {
	f, _ := strconv.ParseFloat(string(n), 64)
	return f
}

func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func repeats(list []any) bool {
	for i, v := range list {
		for _, other := range list[:i] {
			if reflect.DeepEqual(v, other) {
				return true
			}
		}
	}
	return false
}
