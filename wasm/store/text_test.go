package store_test

import (
	"bytes"
	"errors"
	"testing"

	"rroform/wasm/store"
)

// Every changed bit of a stored row is noticed.
func TestTextValue(t *testing.T) {
	data := []byte(`{"name":"Иванов Иван","address":"с. Примерное"}`)
	value := store.TextValue(12, "ключ", data)
	row, err := store.ReadText(value)
	if err != nil || row.Rev != 12 || row.Key != "ключ" || !bytes.Equal(row.Data, data) || row.Damaged {
		t.Fatalf("%q is read as %+v, %v", value, row, err)
	}
	for i := range len(value) * 8 {
		bad := bytes.Clone(value)
		bad[i/8] ^= 1 << (i % 8)
		row, err := store.ReadText(bad)
		if err == nil && (row.Rev != 12 || row.Key != "ключ" || !bytes.Equal(row.Data, data)) {
			t.Fatalf("bit %d: %q is accepted", i, bad)
		}
	}
	for _, cut := range []int{0, 1, 2, 11, 12, len(value) - 1} {
		row, err := store.ReadText(value[:cut])
		if !errors.Is(err, store.ErrDamaged) || !row.Damaged || !bytes.Equal(row.Data, value[:cut]) {
			t.Errorf("cut at %d: %+v, %v", cut, row, err)
		}
	}
	// Old programs wrote no checksum.
	row, err = store.ReadText([]byte("3\tk\t{}"))
	if err != nil || row.Rev != 3 || row.Key != "k" || string(row.Data) != "{}" {
		t.Errorf("without a sum: %+v, %v", row, err)
	}
}

// BenchmarkReadText reads rows of 1.5 KB, with and without a checksum.
func BenchmarkReadText(b *testing.B) {
	data := append(append([]byte(`{"text":"`), bytes.Repeat([]byte("обращение "), 79)...), `"}`...)
	for name, value := range map[string][]byte{
		"checksum": store.TextValue(1, "k", data), "no checksum": append([]byte("1\tk\t"), data...),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(value)))
			for b.Loop() {
				if _, err := store.ReadText(value); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
