package main

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestImportCircles(t *testing.T) {
	circle := func(texts map[string]string) []string {
		t.Helper()
		files := fstest.MapFS{"web/node_modules/x/index.ts": {Data: []byte(`import "./index"`)}}
		for name, text := range texts {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		imports, err := importsOf(files)
		if err != nil {
			t.Fatal(err)
		}
		return findCircle(imports)
	}
	fine := map[string]string{
		"web/main.tsx":       `import { a } from "./pages/a"; import { signal } from "@preact/signals";`,
		"web/pages/a.tsx":    "import {\n  b,\n} from \"../state/b\";\nimport \"./c\";",
		"web/pages/c.tsx":    `import type { B } from "../state/b";`,
		"web/state/b.ts":     `export * from "./types";`,
		"web/state/types.ts": "",
	}
	if got := circle(fine); got != nil {
		t.Errorf("no circle, but %q", got)
	}
	for why, one := range map[string][2]string{
		"to itself":      {"web/state/types.ts", `import "./types"`},
		"of two":         {"web/state/types.ts", `import { b } from "./b"`},
		"of types only":  {"web/state/b.ts", `import type { A } from "../pages/a"`},
		"by re-exported": {"web/state/types.ts", `export { c } from "../pages/c"`},
	} {
		had := fine[one[0]]
		fine[one[0]] = had + one[1]
		got := circle(fine)
		if len(got) < 2 || got[0] != got[len(got)-1] || !slices.Contains(got, one[0]) {
			t.Errorf("circle %s is not found: %q", why, got)
		}
		fine[one[0]] = had
	}
	if _, err := importsOf(fstest.MapFS{"web/a.ts": {Data: []byte(`import "./nowhere"`)}}); err == nil {
		t.Error("an import of no file passes")
	}
}
