package storetest

import (
	"bytes"
	"context"
	"testing"

	"rroform/wasm/store"
)

func testText(t *testing.T, s store.Store) {
	texts := map[string]string{
		"cyrillic":            `"Ёлки, ґанок, № 5 «тест»"`,
		"quotes":              `"\"'` + "`" + `\\ </script> ${x}"`,
		"emoji":               `"😀👨‍👩‍👧 \ud83d\ude00"`,
		"line separators":     "\"a\u2028b\u2029c\u0085d\"",
		"escaped breaks":      `"a\nb\r\nc\td"`,
		"raw tab":             "{\t\"a\":\t1}", // legal between the tokens of JSON
		"raw carriage return": "{\r\"a\": 1}",
		"lone surrogates":     `"\ud800 \udc00"`, // escaped they are ASCII
		"noncharacters":       "\"\uFFFE\uFFFF\uFFFD\uFEFF\"",
		"leading mark":        "\uFEFF{}",
		"zero":                `"\u0000"`,
		"null":                `null`,
		"ключ з пробілом №5":  `1`,
		"a/b:c\\d\"e\u2028f":  `2`,
	}
	for key, text := range texts {
		write(t, s, put(store.Settings, key, text))
		wantRow(t, s, store.Settings, key, 1, text)
	}
	rows, err := s.All(context.Background(), store.Settings)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(texts) {
		t.Fatalf("All gave %d rows, want %d", len(rows), len(texts))
	}
	for _, row := range rows {
		if row.Rev != 1 || string(row.Data) != texts[row.Key] {
			t.Errorf("All: %q = rev %d %q, want rev 1 %q", row.Key, row.Rev, row.Data, texts[row.Key])
		}
	}
}

func testBinary(t *testing.T, s store.Store) {
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	big := bytes.Repeat(every, 3<<20/len(every)) // 3 MB, as an answer file
	big[0], big[len(big)-1] = 1, 2
	for name, data := range map[string][]byte{
		"every byte": every, "3 MB": big, "empty": {}, "not UTF-8": {0xff, 0xed, 0xa0, 0x80},
	} {
		revs := write(t, s, store.Op{Table: store.Files, Key: name, Rev: 17, Data: data})
		if len(revs) != 1 || revs[0] != 0 {
			t.Errorf("%s: revisions %v, want [0]: binary tables have none", name, revs)
		}
		wantRow(t, s, store.Files, name, 0, string(data))
	}
	// Written again without a revision: the newer bytes win.
	write(t, s, store.Op{Table: store.Files, Key: "empty", Data: []byte("now full")})
	wantRow(t, s, store.Files, "empty", 0, "now full")
}

func testIsolation(t *testing.T, s store.Store) {
	ctx := context.Background()
	for _, table := range []store.Table{store.Appeals, store.Files} {
		data := []byte(`"one"`)
		write(t, s, store.Op{Table: table, Key: "k", Rev: store.AnyRev, Data: data},
			put(table, "l", `"two"`))
		data[1] = 'X'
		row, err := s.Get(ctx, table, "k")
		if err != nil {
			t.Fatal(err)
		}
		row.Data[1] = 'Y'
		wantRow(t, s, table, "k", row.Rev, `"one"`)
	}
	rows, err := s.All(ctx, store.Appeals)
	if err != nil || len(rows) != 2 {
		t.Fatalf("All = %v, %v, want two rows", rows, err)
	}
	rows[0].Data[1] = 'Z'
	_ = append(rows[0].Data, `,"longer than the next row"`...) // must not overwrite the next row
	if got := string(rows[1].Data); got != `"two"` {
		t.Errorf("a neighbour's data became %q", got)
	}
	wantRow(t, s, store.Appeals, "k", 1, `"one"`)
	wantRow(t, s, store.Appeals, "l", 1, `"two"`)
}
