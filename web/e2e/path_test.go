package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestMonthFromARussianFolder: the file lies where clerks keep it. The signs
// mean something in an address, and nothing in the name of a folder.
func TestMonthFromARussianFolder(t *testing.T) {
	t.Parallel()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	html, err := os.ReadFile(pagePath(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Обращения граждан", "Папка № 5, 100% #1", "РРО форма (рабочая).html")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, html, 0o644); err != nil {
		t.Fatal(err)
	}
	c := newClerk(t, offline, option{url: fileURL(path)})
	c.play("month")
	c.alone(fileURL(path))
	c.reload() // and it is all there the next time
	c.must(c.Open("Обращения"))
	if _, err := c.find(nil, "154-ОГ", "link"); err != nil {
		t.Error(err)
	}
}
