package appeal

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// fill gives every field of a struct a value that is not zero, in lists two.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 10, 1+*n%28, 1, 2, 3, *n, time.UTC)))
		return
	case Extra:
		v.Set(reflect.ValueOf(Extra{"свой": json.RawMessage(`{"a":[1,"б"]}`)}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString([]string{"просто", "две\nстроки", `"в кавычках" <&>`, "\u2028", "Answered"}[*n%5] + strings.Repeat("!", *n%3))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("a kind that no field had before: " + v.Kind().String())
	}
}

// TestUnmarshalKnowsEveryField fails when a field of the model is new, renamed
// or moved, and the tables do not know.
func TestUnmarshalKnowsEveryField(t *testing.T) {
	n := 0
	for range 20 {
		var want Appeal
		fill(reflect.ValueOf(&want).Elem(), &n)
		data, err := json.Marshal(&want)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := readWritten(data)
		if !ok {
			t.Fatalf("not read as written: %s", data)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("read as\n%+v\nwant\n%+v", got, want)
		}
	}
	var empty Appeal
	data, _ := json.Marshal(&empty)
	if got, ok := readWritten(data); !ok || !reflect.DeepEqual(got, empty) {
		t.Fatalf("%s read as %+v, %v", data, got, ok)
	}
}

// TestUnmarshalAsJSON changes written rows at random: what comes out must be
// what encoding/json makes of the same bytes.
func TestUnmarshalAsJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{`"`, `\`, `\u00e9`, `,`, `:`, `{`, `}`, `[`, `]`, ` `, `null`, `true`, `-0`, `01`, `1e3`, "\n", "\xff", "я", `"id":"x",`, `"ID":"x",`, `"questions":[],`, `"extra":{}`}
	quick := 0
	const rounds = 10_000
	for i := range rounds {
		var ap Appeal
		n := i
		fill(reflect.ValueOf(&ap).Elem(), &n)
		data, _ := json.Marshal(&ap)
		for range r.IntN(3) {
			at := r.IntN(len(data))
			switch piece := pieces[r.IntN(len(pieces))]; r.IntN(3) {
			case 0:
				data = slices.Insert(data, at, []byte(piece)...)
			case 1:
				data = slices.Replace(data, at, min(at+1+r.IntN(8), len(data)), []byte(piece)...)
			default:
				data = slices.Delete(data, at, min(at+1+r.IntN(30), len(data)))
			}
			if len(data) == 0 {
				break
			}
		}
		var want Appeal
		wantErr := json.Unmarshal(data, &want)
		if _, ok := readWritten(data); ok {
			quick++
		}
		got, err := Unmarshal(data)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\nread as %+v, %v\nwant    %+v, %v", data, got, err, want, wantErr)
		}
	}
	if quick < rounds/5 || quick == rounds {
		t.Errorf("%d of %d rows were read quickly: the test says little", quick, rounds)
	}
}

// TestMarshalAsJSON fills appeals at random, some fields not at all: the bytes
// must be those of encoding/json.
func TestMarshalAsJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 3_000 {
		var ap Appeal
		fill(reflect.ValueOf(&ap).Elem(), &n)
		thin(reflect.ValueOf(&ap).Elem(), r)
		want, err := json.Marshal(&ap)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Marshal(&ap)
		if err != nil || string(got) != string(want) {
			t.Fatalf("written as\n%s, %v\nwant\n%s", got, err, want)
		}
	}
	bad := Appeal{Extra: Extra{"чужое": json.RawMessage(`{`)}}
	_, want := json.Marshal(&bad)
	if _, err := Marshal(&bad); err == nil || err.Error() != want.Error() {
		t.Errorf("no JSON inside: %v, want %v", err, want)
	}
}

// thin makes fields blank at random, lists also empty, and texts hostile.
func thin(v reflect.Value, r *rand.Rand) {
	if r.IntN(5) == 0 && v.CanSet() {
		v.SetZero()
		return
	}
	switch {
	case v.Type() == reflect.TypeFor[time.Time](), v.Type() == reflect.TypeFor[Extra]():
	case v.Kind() == reflect.String && r.IntN(4) == 0:
		hostile := []string{"\xff", "<b>", "a&b", "\x7f", "\u2028", "\u2029", "\x00", "\\", `"`, "№ 5 — «э»", "\r\n\t\b\f", "\U0001F600", "\xed\xa0\x80"}
		v.SetString(hostile[r.IntN(len(hostile))] + v.String())
	case v.Kind() == reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case v.Kind() == reflect.Pointer:
		thin(v.Elem(), r)
	case v.Kind() == reflect.Slice:
		v.SetLen(r.IntN(v.Len() + 1))
		for i := range v.Len() {
			thin(v.Index(i), r)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			thin(v.Field(i), r)
		}
	}
}

func BenchmarkMarshal(b *testing.B) {
	var ap Appeal
	n := 0
	fill(reflect.ValueOf(&ap).Elem(), &n)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			_, _ = Marshal(&ap)
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		for b.Loop() {
			_, _ = json.Marshal(&ap)
		}
	})
}

func BenchmarkUnmarshal(b *testing.B) {
	var ap Appeal
	n := 0
	fill(reflect.ValueOf(&ap).Elem(), &n)
	data, _ := json.Marshal(&ap)
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = readWritten(data)
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var ap Appeal
			_ = json.Unmarshal(data, &ap)
		}
	})
}
