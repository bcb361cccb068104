package schema

import (
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"rroform/schemas"
	"rroform/wasm/appeal"
)

var byLibrary = sync.OnceValue(func() map[Name]*jsonschema.Schema {
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

// TestAgainstLibrary: what fits and what is wrong where is what the library
// finds, for right documents with up to five changes of any kind.
func TestAgainstLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	profile, err := os.ReadFile("../../static/format.json")
	if err != nil {
		t.Fatal(err)
	}
	right := map[Name][]string{Profile: {string(profile)}}
	for _, row := range appeal.Statuses {
		right[Entry] = append(right[Entry], string(entry(t, map[string]any{
			"code": "0003.0009.0097.0694", "status": row.Status,
			"incomingDate": "2026-10-05", "registrationDate": "2026-10-05", "responseDate": "2026-10-05", "actionsTaken": true,
			"attachment": map[string]any{"name": "a.pdf", "content": "AAAA"}, "transfer": []any{map[string]any{
				"departmentId": "89729055-843A-4EEB-88E1-71535B245D6F", "transferDate": "2026-10-05", "transferNumber": "1"}}})))
	}
	rounds, fitting := 2000, 0
	if testing.Short() {
		rounds = 500
	}
	for name, texts := range right {
		for range rounds {
			doc := parsed(t, texts[random.IntN(len(texts))])
			for range random.IntN(6) {
				doc = changed(t, random, doc)
			}
			data, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			got, want := Validate(name, data), judged(name, parsed(t, string(data)))
			slices.SortFunc(got, order)
			slices.SortFunc(want, order)
			if !slices.Equal(got, want) {
				t.Fatalf("%s\n%q, the library %q", data, got, want)
			}
			if len(want) == 0 {
				fitting++
			}
		}
	}
	if fitting < rounds/50 || fitting > rounds*2*9/10 {
		t.Errorf("%d documents fit: the test says little", fitting)
	}
}

func order(a, b Violation) int { return strings.Compare(a.String(), b.String()) }

func parsed(t *testing.T, text string) (doc any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// values are what a change puts somewhere.
var values = []string{
	`null`, `true`, `false`, `0`, `-1`, `1.5`, `1000.0`, `1e9`, `1e400`,
	`""`, `" "`, `"а"`, `"2026-10-05"`, `"2026-02-30"`, `"Answered"`, `"InWork"`, `"NotReceived"`, `"Transferred"`,
	`"Other"`, `"0003.0009"`, `"0003.0009.0097.0694.0001"`, `".pdf"`, `"a26"`, `"error"`,
	`[]`, `[".pdf",".pdf"]`, `{}`, `{"Б-1":"error","Б-2/~":"loud"}`,
}

// changed puts a value somewhere in a document, or takes one away.
func changed(t *testing.T, random *rand.Rand, doc any) any {
	value := parsed(t, values[random.IntN(len(values))])
	deeper := random.IntN(3) > 0
	switch doc := doc.(type) {
	case map[string]any:
		names := append(slices.Sorted(maps.Keys(doc)), "createDate", "levels", "isExtend", "stray")
		name := names[random.IntN(len(names))]
		switch {
		case deeper:
			doc[name] = changed(t, random, doc[name])
		case random.IntN(3) == 0:
			delete(doc, name)
		default:
			doc[name] = value
		}
		return doc
	case []any:
		switch i := random.IntN(len(doc) + 1); {
		case i == len(doc):
			return append(slices.Clone(doc), value)
		case deeper:
			out := slices.Clone(doc)
			out[i] = changed(t, random, doc[i])
			return out
		default:
			return slices.Delete(slices.Clone(doc), i, i+1)
		}
	}
	return value
}

// judged is [Validate] by the library, for a document that is JSON.
func judged(name Name, doc any) []Violation {
	var invalid *jsonschema.ValidationError
	if err := byLibrary()[name].Validate(doc); !errors.As(err, &invalid) {
		return nil
	}
	return leaves(invalid, nil)
}

func leaves(e *jsonschema.ValidationError, into []Violation) []Violation {
	if len(e.Causes) == 0 {
		path, _ := url.PathUnescape(e.InstanceLocation) // the library escapes Russian names
		v := Violation{path, russian(e)}
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
		return "нет обязательного поля " + inQuotes(e.Message)
	case "type":
		return "значение другого вида (" + libraryKinds.Replace(between(e.Message, "expected ", ", but")) + ")"
	case "pattern":
		where := strings.Split(strings.TrimSuffix(e.AbsoluteKeywordLocation, "/pattern"), "/")
		if text, ok := patterns[where[len(where)-1]]; ok {
			return text
		}
		return "значение записано не так"
	case "additionalProperties":
		names := strings.Split(inQuotes(e.Message), ", ")
		slices.Sort(names) // the library's order is that of a map
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

// inQuotes returns the names that a message of the library holds in quotes.
func inQuotes(message string) string {
	var names []string
	for i, part := range strings.Split(message, "'") {
		if i%2 == 1 {
			names = append(names, "«"+part+"»")
		}
	}
	return strings.Join(names, ", ")
}
