package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// A finding in Russian: words of it, and none in English but names of things.
var (
	russian = regexp.MustCompile(`[а-яё]{3}`)
	english = regexp.MustCompile(
		`(?i)\b(must|should|invalid|expected|missing|required|error|zip:|json:|property|properties|type|value|not ` +
			`a|unexpected)\b`)
)

// found waits for a finding of the field that says the text: only what the field
// names as its description counts.
func (c *clerk) found(scope scenario.Scope, field, says string) {
	c.t.Helper()
	c.until(func() string {
		all, err := c.Findings()
		c.must(err)
		for _, f := range all {
			if f.Field != field || !slices.Equal(f.Scope, scope) || !strings.Contains(f.Text, says) {
				continue
			}
			if !russian.MatchString(f.Text) || english.MatchString(f.Text) {
				return fmt.Sprintf("«%s»: not in Russian: %s", field, f.Text)
			}
			c.t.Logf("«%s»: %s", field, f.Text)
			return ""
		}
		return fmt.Sprintf("no finding «%s» beside «%s» in %q, only %v", says, field, scope, all)
	})
}

// holds waits until the field holds the text.
func (c *clerk) holds(scope scenario.Scope, field, want string) {
	c.t.Helper()
	c.until(func() string {
		fields := append(c.query(scope, "textbox", field), c.query(scope, "combobox", field)...)
		if len(fields) != 1 {
			return fmt.Sprintf("%d fields «%s» in %q", len(fields), field, scope)
		}
		if got := c.value(fields[0]); got != want {
			return fmt.Sprintf("«%s» holds %q, want %q", field, got, want)
		}
		return ""
	})
}

func TestBadInputOnCard(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	c.fillAppeal("13-ОГ", "Направлено по компетенции")
	inRecipient := scenario.Scope{"Вопрос 1", "Получатель 1"}
	cases := []struct {
		scope        scenario.Scope
		field, typed string
		says         string
	}{
		{nil, "Дата поступления в орган", "31.02.2026", "31.02.2026"},
		{nil, "E-mail", "ivanov.mail.ru", "@"},
		{inRecipient, "Орган-получатель", "Администрация района, a1b2c3d4-0001-4000-8000-00000000000Z",
			"идентификатор"},
	}
	for _, bad := range cases {
		c.must(c.Fill(bad.scope, bad.field, bad.typed))
		c.found(bad.scope, bad.field, bad.says)
	}
	// It stays in sight, and on disk.
	for range 2 {
		for _, bad := range cases {
			c.holds(bad.scope, bad.field, bad.typed)
		}
		c.reload()
	}
}

// reload opens the page again, as F5 does.
func (c *clerk) reload() {
	c.t.Helper()
	c.do(c.driver.reload)
	c.waitCore("ready")
	c.settle()
}

// TestClickBelowFinding: the finding that appears when the mouse takes the
// focus out of a field must not push the button away from under the mouse.
func TestClickBelowFinding(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	c.fillAppeal("15-ОГ", "Рассмотрено. Разъяснено")
	date, err := c.find(firstQuestion, "Дата ответа", "textbox")
	c.must(err)
	c.focus(date)
	c.put("31.02.2026")
	c.settle() // the core has judged, the page waits for the field to be left
	add, err := c.find(nil, "Добавить вопрос", "button")
	c.must(err)
	c.click(add)
	_, err = c.find(nil, "Вопрос 2", "group")
	c.must(err)
	c.found(firstQuestion, "Дата ответа", "31.02.2026")
}

func TestBadAnswerFile(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	c.fillAppeal("14-ОГ", "Рассмотрено. Разъяснено")
	for _, bad := range []struct {
		name, says string
		size       int
	}{{"Скан.pdf", "8,0 МБ", 8 << 20}, {"Ответ.exe", ".exe", 100}} {
		c.must(c.Attach(firstQuestion, "Файл ответа", bad.name, scenario.Content(bad.size)))
		c.found(firstQuestion, "Файл ответа", bad.says)
		if strings.Contains(c.text(), "Приложен:") {
			t.Errorf("%s was attached", bad.name)
		}
		c.holds(nil, "ФИО", "Иванов Иван Иванович")
	}
	// The refusal is counted among the remarks, errors first.
	c.must(c.Fill(nil, "E-mail", "нет"))
	c.until(func() string {
		var levels []string
		var count string
		c.eval(`[...document.querySelectorAll("#summary li")].map((li) => li.className)`, &levels)
		c.eval(`document.querySelector("#summary .rro-count")?.textContent ?? ""`, &count)
		order := []string{"rro-error", "rro-warning", "rro-advice"}
		sorted := slices.IsSortedFunc(levels, func(x, y string) int {
			return slices.Index(order, x) - slices.Index(order, y)
		})
		if len(levels) < 2 || !sorted || levels[0] != "rro-error" || levels[1] != "rro-warning" &&
			levels[1] != "rro-error" || count != fmt.Sprint(len(levels)) {
			return fmt.Sprintf("%s remarks: %q", count, levels)
		}
		return ""
	})
	// A good file takes the refusal away.
	c.must(c.Attach(firstQuestion, "Файл ответа", "Ответ.pdf", scenario.Content(100)))
	c.says("Приложен:")
	c.saysNot(".exe")
}

func TestBadProfile(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	const guid = "Идентификатор органа (GUID)"
	c.must(c.Open("Настройки"))
	c.must(c.Fill(nil, guid, "89729055-843A-4EEB"))
	c.found(nil, guid, "")
	c.holds(nil, guid, "89729055-843A-4EEB")
	c.reload()
	c.holds(nil, guid, "89729055-843A-4EEB")
}

func TestBadFormatProfile(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.must(c.Open("Справочники"))
	const input = "Загрузить профиль формата (JSON)"
	for name, content := range map[string]string{
		"не JSON.json":     "это не JSON",
		"не по схеме.json": `{"name": 5, "archive": {"fileName": []}}`,
	} {
		c.must(c.Attach(nil, input, name, []byte(content)))
		c.found(nil, input, "")
	}
}

func TestBadZeroSample(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.must(c.Open("Архив"))
	c.must(c.Check(nil, zeroBox, true))
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.unfold()
	const input = "Открыть готовый нулевой отчёт"
	c.must(c.Attach(nil, input, "Отчёт.zip", []byte("это не архив")))
	c.found(nil, input, "")
}

const zeroBox = "За указанный месяц обращения не поступали"
