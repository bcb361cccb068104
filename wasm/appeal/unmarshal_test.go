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

// fill gives every field of a struct a non-zero value, and every list two items.
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
		v.SetString([]string{"просто", "две\nстроки", `"в кавычках" <&>`, "\u2028", "Answered"}[*n%5] +
			strings.Repeat("!", *n%3))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
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

// TestUnmarshalKnowsEveryField fails if a field of the model was added, renamed or moved
// without changing the tables.
func TestUnmarshalKnowsEveryField(t *testing.T) {
	n := 0
	for range 20 {
		var want Appeal
		fill(reflect.ValueOf(&want).Elem(), &n)
		data, err := json.Marshal(&want)
		if err != nil {
			t.Fatal(err)
		}
		var got Appeal
		ok := readWritten(data, &got)
		if !ok {
			t.Fatalf("not read as written: %s", data)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("read as\n%+v\nwant\n%+v", got, want)
		}
	}
	var empty Appeal
	data, _ := json.Marshal(&empty)
	got := Appeal{}
	if ok := readWritten(data, &got); !ok || !reflect.DeepEqual(got, empty) {
		t.Fatalf("%s read as %+v, %v", data, got, ok)
	}
}

// TestUnmarshalAsJSON changes rows at random. The result must be that of encoding/json.
func TestUnmarshalAsJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{`"`, `\`, `\u00e9`, `,`, `:`, `{`, `}`, `[`, `]`, ` `, `null`, `true`, `-0`, `01`, `1e3`, "\n",
		"\xff", "я", `"id":"x",`, `"ID":"x",`, `"questions":[],`, `"extra":{}`}
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
		if readWritten(data, new(Appeal)) {
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

func BenchmarkUnmarshal(b *testing.B) {
	var ap Appeal
	n := 0
	fill(reflect.ValueOf(&ap).Elem(), &n)
	data, _ := json.Marshal(&ap)
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = readWritten(data, new(Appeal))
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
