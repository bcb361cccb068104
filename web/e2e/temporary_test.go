package e2e

import (
	"os"
	"path/filepath"
	"strings"
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

// TestReopenedOutOfArchive: who opened the page twice out of an archive typed at
// the first place. Firefox shows nothing of that at the second: the page says
// where to look, and there it is. The others keep all local files' data together.
func TestReopenedOutOfArchive(t *testing.T) {
	t.Parallel()
	temp := []string{"AppData", "Local", "Temp"}
	page := copied(t, append(temp, "Temp1_rroform.zip", "rroform.html")...)
	next := copied(t, append(temp, "Temp2_rroform.zip", "rroform.html")...)
	c := startClerk(t, page)
	c.says("открыта прямо из архива")
	c.enterAppeal("1-ОГ")
	c.says("открыта прямо из архива", "Ничего не вводите")

	place := strings.TrimPrefix(page.url, "file://")
	c.must(os.Rename(place, place+".gone"))
	c.options = []option{next}
	c.must(c.Today("2026-11-03"))
	c.says("открыта прямо из архива", "Ничего не вводите")
	c.must(c.Open("Обращения"))
	if !inFirefox() {
		c.registerSays("1-ОГ")
		return
	}
	c.says("Обращений пока нет", "введено там, здесь не видно", "найдите в журнале Firefox",
		"откройте его там, где работали раньше")
	c.must(os.Rename(place+".gone", place))
	c.options = []option{page}
	c.must(c.Today("2026-11-04"))
	c.registerSays("1-ОГ")
}
