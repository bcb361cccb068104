package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestTemporaryPlace: a page that was opened out of an archive or a letter says
// so at once, and the bar stays; one that lies well says nothing.
func TestTemporaryPlace(t *testing.T) {
	t.Parallel()
	if !*enabled {
		t.Skip("only with RRO_E2E=1")
	}
	own, err := os.ReadFile(pagePath(t))
	if err != nil {
		t.Fatal(err)
	}
	for place, words := range map[string]string{
		"Temp1_РРО-форма.zip":             "открыта прямо из архива",
		"7zO4C2A91B3":                     "открыта прямо из архива",
		"Rar$EXa1234.5678":                "открыта прямо из архива",
		"INetCache/Content.Outlook/AB1C2": "открыта прямо из письма",
		"AppData/Local/Temp/РРО":          "открыта из временной папки",
	} {
		dir := filepath.Join(t.TempDir(), filepath.FromSlash(place))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "rroform.html")
		if err := os.WriteFile(path, own, 0o644); err != nil {
			t.Fatal(err)
		}
		c := startClerk(t, option{url: fileURL(path)})
		c.says(words, "Ничего не вводите")
		c.close()
	}
	c := startClerk(t)
	c.says("С чего начать")
	c.saysNot("эту папку система очищает")
}
