package foreign

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"
)

// plain converts a value to what encoding/json decodes.
func plain(v Value) any {
	switch v.Kind() {
	case Object:
		out := map[string]any{}
		for name, member := range v.Members() {
			out[string(name)] = plain(member)
		}
		return out
	case Array:
		out := []any{}
		for item := range v.Items() {
			out = append(out, plain(item))
		}
		return out
	}
	var out any
	_ = json.Unmarshal(v.Raw(), &out)
	if v.Kind() == String && out != v.Text() {
		return "read otherwise: " + v.Text()
	}
	return out
}

// FuzzScan: scan accepts the texts that encoding/json accepts, with the same values.
func FuzzScan(f *testing.F) {
	for _, text := range scanned {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		const depth, most = 10_000, 1 << 30 // depth is that of encoding/json
		nodes, ok := scan(text, depth, most)
		if ok != json.Valid(text) {
			t.Fatalf("%q: taken %v, by encoding/json %v", text, ok, !ok)
		}
		if !ok || !utf8.Valid(text) {
			return // callers convert texts to UTF-8 first
		}
		var want any
		if err := json.Unmarshal(text, &want); err != nil {
			return // a number too large for float64
		}
		if got := plain(Value{&document{text, nodes}, 0}); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q says %v, want %v", text, got, want)
		}
	})
}

var scanned = []string{
	` { "a" : [ 1 , -0.5e+3 , true, false, null , "", "я\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00" ] , "b":{} , "a":[[]] } `,
	`"x"`, `0`, `-0`, `-`, `01`, `1.`, `1.5`, `1e`, `1e5`, `1E-05`, `.5`, `+1`, `1e400`, `tru`, `truex`, `nul`, `nan`,
	``, ` `,
	`{`, `[`, `[1`, `[1,`, `[1,]`, `[,1]`, `[1 2]`, `{"a"}`, `{"a":}`, `{"a":1,}`, `{a:1}`, `{"a" 1}`, `{1:1}`, `[}`,
	`{]`, `[] []`, `]`,
	`"`, `"\`, `"\x"`, `"\u12"`, `"\u12g4"`, "\"\n\"", "\"\x1f\"", "\"\x7f\"", "\"\xff\"", "\ufeff1", "\u00a01",
	"[1]\x00", `"\"`, `"\\"`, `"\\\"`,
}

// TestScan changes texts at random. It is a short fuzz test that always runs.
func TestScan(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	pieces := []string{`"`, `\`, `\u00e9`, `,`, `:`, `{`, `}`, `[`, `]`, ` `, `null`, `-`, `0`, `1`, `.`, `e3`, "\n",
		"\xff", "я", `"a":`, `[[`, `]]`}
	taken := 0
	const rounds = 200_000
	for range rounds {
		text := []byte(scanned[r.IntN(len(scanned))])
		for range r.IntN(4) {
			at := r.IntN(len(text) + 1)
			if r.IntN(3) > 0 {
				text = slices.Insert(text, at, []byte(pieces[r.IntN(len(pieces))])...)
			} else {
				text = slices.Delete(text, at, min(at+1+r.IntN(3), len(text)))
			}
		}
		_, ok := scan(text, 10_000, 1<<30)
		if ok != json.Valid(text) {
			t.Fatalf("%q: taken %v, by encoding/json %v", text, ok, !ok)
		}
		if ok {
			taken++
		}
		// scan and pastLimit must agree on every limit.
		depth, most := r.IntN(4), 1+r.IntN(4)
		at, _ := pastLimit(text, depth, most)
		if _, within := scan(text, depth, most); within != (ok && at < 0) {
			t.Fatalf("%q: depth %d, values %d: taken %v, past the limit at %d", text, depth, most, within, at)
		}
	}
	if taken < rounds/10 || taken > rounds/2 {
		t.Errorf("%d of %d were taken: the test says little", taken, rounds)
	}
}
