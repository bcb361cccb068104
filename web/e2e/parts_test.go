package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/google/uuid"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// TestParts: of an archive in several parts each is handed out, under a name of
// its own, and no entry is missing.
func TestParts(t *testing.T) {
	t.Parallel()
	const most, count = 100_000, 600
	c := startClerk(t, offline)
	var appeals []appeal.Appeal
	for i := range count {
		appeals = append(appeals, appeal.Appeal{ID: uuid.NewString(), ProfileID: "first", IsDirect: true,
			Format: appeal.Other, Number: fmt.Sprintf("%d-ОГ", i+1),
			IncomingDate: "2026-10-05", RegistrationDate: "2026-10-05", Name: "Иванов Иван Иванович",
			Address:   fmt.Sprintf("г. Примерный, д. %d", i+1),
			Questions: []appeal.Question{{ID: uuid.NewString(), Code: "0003.0009.0097.0694", Status: appeal.InWork}}})
	}
	copied, err := os.ReadFile(writeCopy(t, "Копия.zip", appeals))
	c.must(err)
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Восстановить из резервной копии", "Копия.zip", copied))
	c.must(c.Press(nil, "Восстановить"))
	c.wait(`document.body.innerText.includes("Данные восстановлены")`)
	c.fillProfile()
	var profile map[string]any
	c.must(json.Unmarshal(static.Format(), &profile))
	profile["maxPartBytes"], profile["version"] = most, "2027-01"
	text, err := json.Marshal(profile)
	c.must(err)
	c.must(c.Open("Справочники"))
	c.must(c.Attach(nil, "Загрузить профиль формата (JSON)", "Формат.json", text))
	c.must(c.Open("Архив"))
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.must(c.Press(nil, "Сформировать архив"))
	parts, err := c.downloads.takeAll(c.handed())
	c.must(err)
	names, entries := map[string]bool{}, 0
	for _, part := range parts {
		data, err := os.ReadFile(part.path)
		c.must(err)
		files, err := archive.Open(data)
		if err != nil || len(data) > most || names[part.name] {
			t.Errorf("%s: %d bytes, %v", part.name, len(data), err)
		}
		names[part.name] = true
		entries += len(files)
	}
	if len(names) < 3 || entries != count {
		t.Errorf("%d entries of %d in %v", entries, count, names)
	}
}
