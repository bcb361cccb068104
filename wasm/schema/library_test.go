package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"rroform/schemas"
)

// TestAgainstLibrary: a library that knows all of JSON Schema finds the same in
// whatever documents, good ones with something changed here and there.
func TestAgainstLibrary(t *testing.T) {
	profile, err := os.ReadFile("../../static/format.json")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewSource(1))
	bad := 0
	for i := range 1500 {
		name, data := Entry, with(t, "questions", []any{goodQuestion(random), goodQuestion(random)})
		if i%3 == 0 {
			name, data = Profile, profile
		}
		doc := decoded(t, data)
		for range 1 + random.Intn(4) {
			doc = changed(random, doc)
		}
		data, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		got, want := sorted(Validate(name, data)), sorted(byLibrary(name, decoded(t, data)))
		if !slices.Equal(got, want) {
			t.Fatalf("%s\ngot  %v\nwant %v", data, got, want)
		}
		bad += min(len(got), 1)
	}
	if bad < 500 {
		t.Errorf("only %d documents do not fit", bad)
	}
}

func goodQuestion(random *rand.Rand) map[string]any {
	transfer := map[string]any{"departmentId": "89729055-843A-4EEB-88E1-71535B245D6F", "transferDate": "2026-10-05", "transferNumber": "1"}
	q := map[string]any{"code": "0003.0009.0097.0694", "incomingDate": "2026-10-05", "registrationDate": "2026-10-05"}
	switch random.Intn(3) {
	case 0:
		q["status"], q["transfer"] = "Transferred", any(transfer)
		if random.Intn(2) == 0 {
			q["transfer"] = []any{transfer}
		}
	case 1:
		q["status"], q["responseDate"], q["attachment"] = "Answered", "2026-10-06", map[string]any{"name": "a.pdf", "content": "AAAA"}
	case 2:
		q["status"], q["isExtend"] = "InWork", true
	}
	return q
}

// changed puts something else at a random place.
func changed(random *rand.Rand, v any) any {
	others := []any{"", " ", "x", "2026-02-30", "2026-02-03", "Answered", "NotReceived", "InWork", "a.pdf", "/", ".pdf", true, false, nil,
		json.Number("0"), json.Number("1.0"), json.Number("1.5"), json.Number("5e5"), json.Number("1e12"), []any{}, map[string]any{}, []any{"x", "x"}}
	other := others[random.Intn(len(others))]
	switch v := v.(type) {
	case map[string]any:
		keys := []string{"levels", "transfer", "stray/~key", "status"}
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		key := keys[random.Intn(len(keys))]
		switch old, there := v[key]; {
		case there && random.Intn(3) == 0:
			delete(v, key)
		case there && random.Intn(3) > 0:
			v[key] = changed(random, old)
		case key == "levels":
			v[key] = map[string]any{"a": "error", "b": other}
		default:
			v[key] = other
		}
		return v
	case []any:
		if len(v) == 0 || random.Intn(4) == 0 {
			return append(v, other)
		}
		i := random.Intn(len(v))
		v[i] = changed(random, v[i])
		return v
	}
	return other
}

func decoded(t *testing.T, data []byte) (doc any) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func sorted(list []Violation) []Violation {
	slices.SortFunc(list, func(a, b Violation) int { return strings.Compare(a.String(), b.String()) })
	return list
}

func byLibrary(name Name, doc any) []Violation {
	var invalid *jsonschema.ValidationError
	if !errors.As(library()[name].Validate(doc), &invalid) {
		return nil
	}
	return leaves(invalid, nil)
}

var library = sync.OnceValue(func() map[Name]*jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true // a date must be a date
	all := map[Name]*jsonschema.Schema{}
	for _, name := range []Name{Entry, Profile} {
		file, err := schemas.FS.Open(string(name))
		if err == nil {
			err = c.AddResource(schemas.Base+string(name), file)
		}
		if err != nil {
			panic("internal error: schema " + string(name) + ": " + err.Error())
		}
		all[name] = c.MustCompile(schemas.Base + string(name))
	}
	return all
})

func leaves(e *jsonschema.ValidationError, into []Violation) []Violation {
	if len(e.Causes) == 0 {
		v := Violation{e.InstanceLocation, russian(e)}
		for _, have := range into {
			if have == v {
				return into
			}
		}
		return append(into, v)
	}
	for _, cause := range e.Causes {
		into = leaves(cause, into)
	}
	return into
}

// texts say by keyword what is wrong; the last word of KeywordLocation is the
// keyword.
var texts = map[string]string{
	"enum": "недопустимое значение", "const": "недопустимое значение", "format": "такой даты нет",
	"minItems": "список пуст", "minLength": "пусто", "uniqueItems": "значения повторяются",
	"minimum": "число слишком мало", "maximum": "число слишком велико",
	"additionalProperties": "лишнее поле",
}

func russian(e *jsonschema.ValidationError) string {
	keyword := e.KeywordLocation[strings.LastIndex(e.KeywordLocation, "/")+1:]
	switch keyword {
	case "required":
		return "нет обязательного поля " + quoted(e.Message)
	case "type":
		return "значение другого вида (" + libraryKinds.Replace(between(e.Message, "expected ", ", but")) + ")"
	case "pattern":
		where := strings.Split(strings.TrimSuffix(e.AbsoluteKeywordLocation, "/pattern"), "/")
		if text, ok := patterns[where[len(where)-1]]; ok {
			return text
		}
		return "значение записано не так"
	case "additionalProperties":
		names := strings.Split(quoted(e.Message), ", ")
		slices.Sort(names) // the library takes them from a map
		return texts[keyword] + " " + strings.Join(names, ", ")
	}
	if text, ok := texts[keyword]; ok {
		return text
	}
	return "этого поля здесь быть не должно" // a false schema: the status does not take the field
}

var libraryKinds = strings.NewReplacer("string", "нужна строка", "boolean", "нужно true или false", "object", "нужен объект",
	"array", "нужен список", "integer", "нужно целое число", "number", "нужно число", " or ", " или ")

func between(s, from, to string) string {
	if i := strings.Index(s, from); i >= 0 {
		s = s[i+len(from):]
	}
	if i := strings.Index(s, to); i >= 0 {
		s = s[:i]
	}
	return s
}

// quoted returns the names that a message of the library holds in quotes.
func quoted(message string) string {
	var names []string
	for i, part := range strings.Split(message, "'") {
		if i%2 == 1 {
			names = append(names, "«"+part+"»")
		}
	}
	return strings.Join(names, ", ")
}
