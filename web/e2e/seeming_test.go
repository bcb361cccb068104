package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
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
	list := read("list.json")
	var items []json.RawMessage
	c.must(json.Unmarshal(list, &items))
	var lines bytes.Buffer
	for _, item := range items {
		c.must(json.Compact(&lines, item))
		lines.WriteByte('\n')
	}
	for _, file := range []struct {
		name string
		data []byte
	}{
		{"requests.json", list},
		{"ответ сервера.json", slices.Concat([]byte(`{"total":2,"items":`), list, []byte(`}`))},
		{"построчно.txt", lines.Bytes()},
	} {
		c.must(c.Open("Обмен"))
		c.must(c.Attach(nil, "Открыть архив РРО", file.name, file.data))
		c.says(file.name)
		c.contents("411-ОГ", primerov, "412-ОГ", obraztsova)
	}
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "архив.zip", read("deflate64.zip")))
	c.contents("621-ОГ")
	c.says("Deflate64")
	c.saysNot("повреждён")
}
