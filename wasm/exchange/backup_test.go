package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"testing"
	"time"
)

func TestBackup(t *testing.T) {
	d := Dump{Created: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC), Program: "0.1.0", Version: 1,
		Text: map[string]map[string]json.RawMessage{
			"appeals": {"1": json.RawMessage(`{"name":"Иванов <&>"}`)}, "profiles": {}},
		Binary: map[string]map[string][]byte{"parts": {"a/1": {1, 2, 3}, "a/2": {}}}}
	data, err := WriteBackup(d)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadBackup(data)
	if err != nil {
		t.Fatal(err)
	}
	var name struct{ Name string }
	if err := json.Unmarshal(got.Text["appeals"]["1"], &name); err != nil || name.Name != "Иванов <&>" {
		t.Errorf("row: %s, %v", got.Text["appeals"]["1"], err)
	}
	if !reflect.DeepEqual(got.Binary, d.Binary) || got.Version != 1 || !got.Created.Equal(d.Created) {
		t.Errorf("got %+v", got)
	}
	for i := 0; i < len(data); i += 7 {
		bad := bytes.Clone(data)
		bad[i] ^= 0x20
		again, err := ReadBackup(bad)
		var refused *RefusedError
		if err != nil && !errors.As(err, &refused) {
			t.Fatalf("byte %d: %v", i, err)
		}
		if err == nil && !reflect.DeepEqual(again.Binary, got.Binary) {
			t.Errorf("byte %d changed, read as if it were whole", i)
		}
	}
	for _, cut := range []int{0, 10, len(data) / 2, len(data) - 1} {
		if _, err := ReadBackup(data[:cut]); err == nil {
			t.Errorf("cut at %d is read", cut)
		}
	}
}
