package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFilesThatSeem gives the built page files that are less than they seem: a
// monthly count for an edition, a bare list for an archive, an odd packing.
func TestFilesThatSeem(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("../../testdata/books", name))
		c.must(err)
		return data
	}
	c.must(c.Open("Справочники"))
	c.unfold()
	c.must(c.Attach(nil, "Загрузить классификатор", "по_вопросам_на_30.11.2026.txt", read("counts.txt")))
	c.says("подсчёт обращений по вопросам", "Ничего не изменилось", "редакция от 31.10.2025")
	c.gone(nil, "button", "Взять")
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "requests.json", read("list.json")))
	c.contents("411-ОГ", primerov, "412-ОГ", obraztsova)
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "архив.zip", read("deflate64.zip")))
	c.contents("621-ОГ")
	c.says("Deflate64")
	c.saysNot("повреждён")
}
