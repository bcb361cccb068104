package schema

import (
	"encoding/json"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Texts for people. A pattern is known by its property or definition.
var (
	kinds = map[string]string{
		"string": "нужна строка", "boolean": "нужно true или false", "object": "нужен объект",
		"array": "нужен список", "integer": "нужно целое число", "number": "нужно число",
	}
	patterns = map[string]string{
		"guid": "нужен идентификатор (GUID)", "text": "пусто", "code": "нужен код из четырёх или пяти групп",
		"name": "нужно имя файла с расширением и без папки", "content": "это не base64",
	}
)

// checking collects the violations of a document, each once.
type checking struct{ wrong []Violation }

func (c *checking) say(at, text string) {
	if v := (Violation{at, text}); !slices.Contains(c.wrong, v) {
		c.wrong = append(c.wrong, v)
	}
}

// fits reports whether a value at a path fits, without saying why not.
func fits(n *node, v any) bool {
	var c checking
	c.check(n, v, "")
	return len(c.wrong) == 0
}

func (c *checking) check(n *node, v any, at string) {
	switch {
	case n == nil:
		return
	case n.Never:
		c.say(at, "этого поля здесь быть не должно") // the status does not take the field
		return
	case n.Type != "" && !is(v, n.Type):
		c.say(at, "значение другого вида ("+kinds[n.Type]+")")
		return
	}
	same := func(one any) bool { return reflect.DeepEqual(v, one) }
	if n.Const != nil && !same(n.Const) || n.Enum != nil && !slices.ContainsFunc(n.Enum, same) {
		c.say(at, "недопустимое значение")
	}
	switch v := v.(type) {
	case map[string]any:
		c.object(n, v, at)
	case []any:
		c.array(n, v, at)
	case string:
		c.text(n, v, at)
	case json.Number:
		f, _ := v.Float64() // of a number too large it is infinite
		if n.Minimum != nil && f < *n.Minimum {
			c.say(at, "число слишком мало")
		}
		if n.Maximum != nil && f > *n.Maximum {
			c.say(at, "число слишком велико")
		}
	}
	c.check(n.ref, v, at)
	for _, all := range n.AllOf {
		c.check(all, v, at)
	}
	if n.If != nil {
		if fits(n.If, v) {
			c.check(n.Then, v, at)
		} else {
			c.check(n.Else, v, at)
		}
	}
}

func is(v any, kind string) bool {
	switch v := v.(type) {
	case map[string]any:
		return kind == "object"
	case []any:
		return kind == "array"
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case json.Number:
		f, _ := v.Float64()
		return kind == "number" || kind == "integer" && f == math.Trunc(f)
	}
	return false
}

func (c *checking) object(n *node, v map[string]any, at string) {
	missing := slices.DeleteFunc(slices.Clone(n.Required), func(name string) bool {
		_, there := v[name]
		return there
	})
	if len(missing) > 0 {
		c.say(at, "нет обязательного поля "+quoted(missing))
	}
	var stray []string
	for _, name := range slices.Sorted(maps.Keys(v)) {
		known, is := n.Properties[name]
		switch {
		case is:
			c.check(known, v[name], at+"/"+pointer.Replace(name))
		case n.Additional != nil && n.Additional.Never:
			stray = append(stray, name)
		default:
			c.check(n.Additional, v[name], at+"/"+pointer.Replace(name))
		}
	}
	if len(stray) > 0 {
		c.say(at, "лишнее поле "+quoted(stray))
	}
}

// pointer writes a name as part of a JSON pointer.
var pointer = strings.NewReplacer("~", "~0", "/", "~1")

func quoted(names []string) string { return "«" + strings.Join(names, "», «") + "»" }

func (c *checking) array(n *node, v []any, at string) {
	if len(v) < n.MinItems {
		c.say(at, "список пуст")
	}
	for i, item := range v {
		same := func(before any) bool { return reflect.DeepEqual(before, item) }
		if n.Unique && slices.ContainsFunc(v[:i], same) {
			c.say(at, "значения повторяются")
		}
		c.check(n.Items, item, at+"/"+strconv.Itoa(i))
	}
}

func (c *checking) text(n *node, v, at string) {
	if _, err := time.Parse(time.DateOnly, v); n.Format == "date" && err != nil {
		c.say(at, "такой даты нет")
	}
	if utf8.RuneCountInString(v) < n.MinLength {
		c.say(at, "пусто")
	}
	if n.pattern != nil && !n.pattern.MatchString(v) {
		text, known := patterns[n.name]
		if !known {
			text = "значение записано не так"
		}
		c.say(at, text)
	}
}
