package directory

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

func guid(n int) string { return fmt.Sprintf("a1b2c3d4-%04d-4000-8000-000000000001", n) }

func TestRead(t *testing.T) {
	names := []string{"Администрация посёлка Берёзовый", "Министерство «Дорог», область", "Отдел дорог"}
	for file, row := range map[string]struct {
		names           []string
		repeats, unread int
	}{
		"bodies-1251.xml": {[]string{names[0], `Министерство "Дорог" области`, names[2]}, 1, 1},
		"bodies.csv":      {names, 0, 0},
		"bodies.tsv":      {names, 0, 0},
		"bodies.txt":      {names, 0, 1},
	} {
		data, err := os.ReadFile("../../testdata/packs/" + file)
		if err != nil {
			t.Fatal(err)
		}
		l, err := Read(data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var want []Body
		for i, name := range row.names {
			want = append(want, Body{guid(i + 1), name})
		}
		if !slices.Equal(l.Bodies, want) || l.Repeats != row.repeats || len(l.Unread) != row.unread {
			t.Errorf("%s: %+v\nwant %+v", file, l, want)
		}
	}
}

func TestBadFiles(t *testing.T) {
	for _, text := range []string{"<", "<Departments><Department", `<?xml version="1.0" encoding="x-unknown"?><a/>`} {
		if _, err := Read([]byte(text)); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	for _, text := range []string{"", "слова\nи слова", "<a/>"} {
		if l, err := Read([]byte(text)); err != nil || len(l.Bodies) > 0 {
			t.Errorf("%q: %+v, %v", text, l, err)
		}
	}
	if l, _ := Read([]byte(strings.Repeat("без идентификатора\n", 1000))); len(l.Unread) != maxUnread {
		t.Errorf("%d lines of what was not read", len(l.Unread))
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"bodies-1251.xml", "bodies.csv", "bodies.txt"} {
		data, err := os.ReadFile("../../testdata/packs/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Read(data)
		if err != nil {
			return
		}
		for _, b := range l.Bodies {
			if b.Name == "" || len(b.ID) != 36 {
				t.Fatalf("%+v", b)
			}
		}
	})
}
