package appeal

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// odd are the pieces of test texts: everything with a special meaning in JSON, HTML or
// JavaScript, and broken UTF-8.
var odd = []string{"a", "я", "Ё", "№", "«", "😀", `"`, `\`, "/", "<", ">", "&", "\n", "\t", "\x00", "\x1f", "\x7f",
	"\u2028", "\u2029", "\u202a", "\ufffd", "\xff", "\xd0", "\xd1\x41", "\xd0\xd0", "\xe2\x80", "\xed\xa0\x80"}

// vary fills a struct with random values. Any field may be empty, any list nil.
func vary(v reflect.Value, r *rand.Rand) {
	switch v.Interface().(type) {
	case time.Time:
		at := time.Unix(r.Int64N(1<<33), r.Int64N(1e9)).UTC()
		if r.IntN(4) == 0 {
			at = at.In(time.FixedZone("", 3600*r.IntN(12)))
		}
		if r.IntN(200) == 0 {
			at = at.AddDate(20_000, 0, 0) // encoding/json refuses such a year
		}
		v.Set(reflect.ValueOf(at))
		return
	case Extra:
		if r.IntN(4) == 0 {
			v.Set(
				reflect.ValueOf(
					Extra{"свой": json.RawMessage([]string{`не JSON`, `null`, `{"a": [1,"б"]}`}[min(r.IntN(60), 2)])}))
		}
		return
	}
	if r.IntN(5) == 0 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		s := ""
		for range r.IntN(5) {
			s += odd[r.IntN(len(odd))]
		}
		v.SetString(s)
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(r.Int64() - r.Int64())
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		vary(v.Elem(), r)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
		for i := range v.Len() {
			vary(v.Index(i), r)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			vary(v.Field(i), r)
		}
	default:
		panic("a kind that no field had before: " + v.Kind().String())
	}
}

// TestMarshalAsJSON: the same bytes and the same errors as encoding/json.
func TestMarshalAsJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	refused := 0
	const rounds = 20_000
	for range rounds {
		var ap Appeal
		vary(reflect.ValueOf(&ap).Elem(), r)
		want, wantErr := json.Marshal(&ap)
		got, err := Marshal(&ap)
		if (err == nil) != (wantErr == nil) || !bytes.Equal(got, want) {
			t.Fatalf("%+v\nis written\n%s, %v\nwant\n%s, %v", ap, got, err, want, wantErr)
		}
		if err != nil {
			refused++
		}
	}
	if refused == 0 || refused > rounds/4 {
		t.Errorf("%d of %d were refused: the test says little", refused, rounds)
	}
}

func BenchmarkMarshal(b *testing.B) {
	yes := true
	ap := Appeal{ID: "5d1b4c5e-7f6b-4a53-8a55-1f2a3b4c5d6e", Created: time.Now(), Modified: time.Now(), Format: Other,
		Number: "А26-1-10", Name: "Иванов Иван Иванович",
		Address: "Примерная область, с. Примерное, ул. Новая, д. 5",
		History: []Revision{{At: time.Now(), Who: "Петрова А. А."}}}
	for range 5 {
		ap.Questions = append(ap.Questions,
			Question{ID: ap.ID, Code: "0003.0008.0086.0566", Status: Explained, ResponseDate: "2026-09-20",
				ActionsTaken: &yes, Transfers: []Transfer{}})
	}
	for _, by := range []struct {
		name  string
		write func(*Appeal) ([]byte, error)
	}{{"ours", Marshal}, {"encoding/json", func(ap *Appeal) ([]byte, error) { return json.Marshal(ap) }}} {
		b.Run(by.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = by.write(&ap)
			}
		})
	}
}
