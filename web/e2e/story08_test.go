package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/generate"
	"rroform/wasm/scenario"
	"rroform/wasm/store"
)

// threeBackups writes the copies of three clerks with 200 appeals each. The
// second and the third share ten with the first; three and two of these were
// changed at both places.
func threeBackups(t *testing.T) (paths []string) {
	t.Helper()
	day := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	g := generate.New(8, day)
	n := 0
	next := func() appeal.Appeal {
		n++
		ap := g.Appeal("first")
		ap.Rev, ap.Number, ap.Name, ap.Draft = 0, fmt.Sprintf("%d-М", n), fmt.Sprintf("Иванов Иван %d-й", n), false
		ap.History = []appeal.Revision{{At: day.Add(-24 * time.Hour), Who: "Образцова А. П."}}
		return ap
	}
	edit := func(ap *appeal.Appeal, address, who string, at time.Time) appeal.Appeal {
		to := ap.Clone()
		to.Address = address
		to.History = appeal.Record(ap.History, ap, &to, who, at)
		return to
	}
	var first []appeal.Appeal
	for range 200 {
		first = append(first, next())
	}
	lists := [][]appeal.Appeal{nil, append([]appeal.Appeal(nil), first[:10]...),
		append([]appeal.Appeal(nil), first[10:20]...)}
	for i, conflicts := range []int{0, 3, 2} {
		for j := range conflicts {
			at := (i-1)*10 + j
			common := first[at]
			first[at] = edit(&common, fmt.Sprintf("ул. Старая, д. %d", j), "Образцова А. П.", day.Add(time.Hour))
			lists[i][j] = edit(&common, fmt.Sprintf("ул. Новая, д. %d", j), "Петрова М. С.", day.Add(2*time.Hour))
		}
	}
	lists[0] = first
	for i := range lists {
		for len(lists[i]) < 200 {
			lists[i] = append(lists[i], next())
		}
		paths = append(paths, writeCopy(t, fmt.Sprintf("Копия %d.zip", i+1), lists[i]))
	}
	return paths
}

func writeCopy(t *testing.T, name string, appeals []appeal.Appeal) string {
	t.Helper()
	encode := func(v any) json.RawMessage {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	rows := map[string]json.RawMessage{}
	for _, ap := range appeals {
		rows[ap.ID] = encode(ap)
	}
	profile := appeal.Profile{ID: "first", Name: "Администрация села Примерное",
		DepartmentID: "89729055-843a-4eeb-88e1-71535b245d6f"}
	data, err := exchange.WriteBackup(
		exchange.Dump{Head: exchange.Head{Program: "0.1.0", Version: store.Version(),
			Created: time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)},
			Text: map[string]map[string]json.RawMessage{"appeals": rows, "profiles": {"first": encode(profile)}}})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestStory08 merges three backup files in the page, decides five conflicts and
// counts what came of it.
func TestStory08(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	c.must(c.Open("Обмен"))
	c.must(c.Follow(nil, "Объединить с файлами коллег"))
	input, err := c.find(nil, "Файлы коллег", "button")
	c.must(err)
	c.give(input, threeBackups(t)...)
	c.settle()
	_, err = c.find(nil, "Расходится: 5", "button")
	c.must(err)
	c.shot("conflicts")
	options := []string{"Как здесь", "Как в файле", "По полям", "Как в файле", "Это разные обращения, оставить оба"}
	var scope scenario.Scope
	for i, option := range options {
		scope = scenario.Scope{"Обращение " + c.shown(scope)}
		if option == "По полям" {
			// a value that is chosen makes it a decision by fields
			c.must(c.Choose(scope, "Адрес", c.addressThere()))
		} else {
			c.must(c.Choose(scope, "Что оставить", option))
		}
		if i < len(options)-1 {
			c.must(c.Press(nil, "Следующее нерешённое"))
		}
	}
	c.shot("decided")
	c.says("Решены все: 5 расхождений", "Добавится обращений: 581. Изменится: 0.")
	c.must(c.Press(nil, "Объединить"))
	c.says("Слияние выполнено. Добавлено: 581. Изменено: 0. Совпало: 15. Оставлено здешнее: 1.")
	c.must(c.Follow(nil, "Журнал слияния"))
	c.until(func() string {
		var outcomes string // of the list to choose from, which is no text of the page in Firefox
		c.eval(`[...document.querySelectorAll("option")].map(o => o.textContent).join("\n")`, &outcomes)
		return lacks(outcomes, []string{"оставлено здешнее (1)", "собрано по полям (1)"})
	})
	c.shot("log")
	c.must(c.Open("Обращения"))
	c.says("581")
	c.alone(pageURL(t))
}

// shown waits for a record other than the one before, and returns its number.
func (c *clerk) shown(before scenario.Scope) (number string) {
	c.until(func() string {
		c.eval(`document.querySelector(".rro-merge-item")?.getAttribute("aria-label").replace("Обращение ", "") ?? ""`,
			&number)
		if number == "" || len(before) > 0 && before[0] == "Обращение "+number {
			return fmt.Sprintf("the record that is looked at is %q, after %q", number, before)
		}
		return ""
	})
	return number
}

// addressThere is the name of the radio of the address in the file.
func (c *clerk) addressThere() (name string) {
	const radio = `document.querySelector(".rro-merge-field[aria-label=Адрес] input[aria-label^='в файле']")`
	c.wait(radio)
	c.eval(radio+`.getAttribute("aria-label")`, &name)
	return name
}

// shot keeps a picture of the page in the directory that RRO_SHOTS names.
func (c *clerk) shot(name string) {
	dir := os.Getenv("RRO_SHOTS")
	if dir == "" {
		return
	}
	c.size(1366, 768)
	c.must(os.WriteFile(filepath.Join(dir, name+".png"), c.photo(), 0o644))
}
