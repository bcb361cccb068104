package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestBadCitations(t *testing.T) {
	tree := fstest.MapFS{}
	for name, text := range map[string]string{
		"wasm/rules/SOURCES.md": "# Sources\n\n| line | it says |\n|---|---|\n| 001:7 | a |\n| 004:1…5 | b |\n| G25 " +
			"| c |\n",
		"wasm/rules/rules.go": "package rules\n\nvar r = Rule{Code: \"B-06.1\", Source: \"002:9; B-06.1; FORMAT.md " +
			"«Date order»\"}\n",
		"schemas/FORMAT.md": "# Format\n\n## Date order\n\n[a](#date-order) [b](../wasm/rules/SOURCES.md#sources) " +
			"[c](#none) [d](gone.png) [e](https://x.ru)\n",
		"web/a.ts": "// wire.ts and schemas/FORMAT.md, \"Question\"; see b.ts\nconst x = \"c.ts\"; // d.ts, G25, " +
			"G99\n/**\n * 001:7, 001:8, 004:1…5 and\n * FORMAT.md, \"Date\n * order\"\n */\n",
		"web/b.ts": "export {};\n",
		"wasm/x/x.go": "// Package x is of ../shared and issue 15, see y.go,\n// notes.md and FORMAT.md, " +
			"\"Date\n// order\".\npackage x\n\nvar s = \"no.go 009:9 B-99\"\n",
		"Makefile":         "# B-06.1, B-07\nall: gone.go\n",
		"build/out/x.go":   "// gone.go\n",
		"web/api.gen.ts":   "// gone.ts\n",
		"testdata/a/b.txt": "# B-01\nB-02\n",
	} {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	bad, err := badCitations(tree)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(bad)
	want := []string{
		"Makefile:1: B-07",
		"schemas/FORMAT.md:5: #none", "schemas/FORMAT.md:5: gone.png",
		"testdata/a/b.txt:1: B-01",
		"wasm/rules/rules.go:3: 002:9",
		"wasm/x/x.go:1: ../shared", "wasm/x/x.go:1: issue 15", "wasm/x/x.go:1: notes.md", "wasm/x/x.go:1: y.go",
		"web/a.ts:1: 001:8", "web/a.ts:1: G99", "web/a.ts:1: d.ts", `web/a.ts:1: schemas/FORMAT.md, "Question"`,
		"web/a.ts:1: wire.ts",
	}
	if !slices.Equal(bad, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(bad, "\n"), strings.Join(want, "\n"))
	}
}

func TestWideLines(t *testing.T) {
	long := func(n int) string { return strings.Repeat("я", n) }
	wide, err := wideLines(fstest.MapFS{
		"a.go":          {Data: []byte("//" + long(118) + "\n\t//" + long(115) + "\n")},
		"b.tsx":         {Data: []byte(long(121))},
		"b.gen.ts":      {Data: []byte(long(121))},
		"testdata/a.go": {Data: []byte(long(121))},
		"c.md":          {Data: []byte(long(121))},
	})
	if want := []string{"a.go:2: 121", "b.tsx:1: 121"}; err != nil || !slices.Equal(wide, want) {
		t.Errorf("got %q, %v, want %q", wide, err, want)
	}
}
