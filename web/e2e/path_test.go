package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// copied is a copy of the page at a path in a folder of its own.
func copied(t *testing.T, path ...string) option {
	t.Helper()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	html, err := os.ReadFile(pagePath(t))
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "rro") // t.TempDir is long already
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	to := filepath.Join(append([]string{dir}, path...)...)
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, html, 0o644); err != nil {
		t.Fatal(err)
	}
	return option{url: fileURL(to)}
}

// TestMonthFromARussianFolder: the file lies where clerks keep it. The signs
// mean something in an address, and nothing in the name of a folder. The whole
// month there is played with -long.
func TestMonthFromARussianFolder(t *testing.T) {
	t.Parallel()
	page := copied(t, "Обращения граждан", "№ 5, 100% #1", "РРО (форма).html")
	c := newClerk(t, offline, page)
	if *long {
		c.play("month")
	} else {
		c.must(c.Today("2026-11-02"))
		c.enterAppeal("154-ОГ")
	}
	c.alone(page.url)
	c.reload() // and it is all there the next time
	c.must(c.Open("Обращения"))
	if _, err := c.find(nil, "154-ОГ", "link"); err != nil {
		t.Error(err)
	}
}

// TestTooDeepFolder: Firefox keeps no data of a page with a long address, and
// the page says why. The others keep them.
func TestTooDeepFolder(t *testing.T) {
	t.Parallel()
	c := startClerk(t, copied(t, "Администрация муниципального образования", "Обращения граждан за 2026 год",
		"РРО.html"))
	c.settle()
	kept := "да"
	if inFirefox() {
		kept = "нет"
		c.alertSays("слишком длинный для Firefox")
	} else {
		c.noAlert()
	}
	place := c.selfTest()["Файл на своём месте"]
	if place.Answer != kept {
		t.Errorf("the self-test says «%s»: %s", place.Answer, place.Said)
	}
}
