package e2e

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"rroform/wasm/appeal"
	"rroform/wasm/generate"
)

// TestColleagues looks at the screens under «Обмен» with fifty conflicts, many
// fields each, decides by keyboard, and compares with the portal.
func TestColleagues(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	c.must(c.Open("Обмен"))
	c.shot("exchange")
	c.must(c.Follow(nil, "Передать коллеге"))
	c.shot("handover")
	c.axe("hand-over")
	c.must(c.Open("Обмен"))
	c.must(c.Follow(nil, "Объединить с файлами коллег"))
	c.axe("merge, no files")
	input, err := c.find(nil, "Файлы коллег", "button")
	c.must(err)
	broken := writeCopy(t, "Повреждённая.zip", nil)
	c.must(os.WriteFile(broken, []byte("hello"), 0o644))
	c.give(input, append(fiftyConflicts(t), broken)...)
	c.settle()
	c.shot("fifty")
	c.axe("merge, fifty conflicts")
	c.byKeyboard()
	c.shot("keyboard")
	c.must(c.Press(nil, "Везде более позднее"))
	c.shot("later")
	c.must(c.Check(nil, "Объединить без файлов, которые не читаются (1)", true))
	c.must(c.Press(nil, "Объединить"))
	c.says("Слияние выполнено. Добавлено: 60.")
	c.shot("merged")
	c.axe("merged")
	c.must(c.Press(nil, "Отменить слияние"))
	c.says("Действие отменено для 60 обращений")
	c.must(c.Follow(nil, "Журнал слияния"))
	c.axe("log")
	c.enterAppeal("154-ОГ")
	c.enterAppeal("155-ОГ")
	c.must(c.Open("Обмен"))
	c.must(c.Follow(nil, "Сверка с РРО"))
	c.must(c.Fill(nil, "Номера или строки таблицы с портала", "Номер\tДата\tСтатус\n154-oГ\t05.10.2026\tДан ответ "+
		"автору\n99-ОГ\t07.10.2026\tInWork"))
	c.must(c.Press(nil, "Сверить"))
	c.shot("check")
	c.axe("check")
	c.says("Нет на портале: 1", "Нет здесь: 1", "Другой статус: 1", "латинской буквой вместо русской",
		"такого номера в реестре нет")
	c.alone(pageURL(t))
}

// fiftyConflicts are two copies that differ in fifty appeals, in many fields.
func fiftyConflicts(t *testing.T) []string {
	t.Helper()
	day := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	g := generate.New(5, day)
	var one, two []appeal.Appeal
	for n := range 60 {
		ap := g.Appeal("first")
		ap.Rev, ap.Number = 0, fmt.Sprintf("%d-М", n+1)
		ap.History = []appeal.Revision{{At: day.Add(-24 * time.Hour), Who: "Образцова А. П."}}
		other := ap.Clone()
		if n < 50 {
			other.Address, other.Email = "Примерная область, с. Верхнее, ул. Совсем Другая, д. "+fmt.Sprint(n),
				"other@example.com"
			other.Questions[0].Status = appeal.Transferred
			other.Questions[0].Transfers = []appeal.Transfer{
				{DepartmentName: "Управление образования администрации муниципального района",
					DepartmentID: "a1b2c3d4-0001-4000-8000-000000000007", TransferDate: "2026-10-20",
					TransferNumber: "15-АБ"}}
			other.History = []appeal.Revision{
				{At: day.Add(time.Duration(n) * time.Minute), Who: "Константинопольская М. С."}}
		}
		one, two = append(one, ap), append(two, other)
	}
	return []string{writeCopy(t, "Копия Образцовой.zip", one),
		writeCopy(t, "Копия Константинопольской за октябрь.zip", two)}
}

// byKeyboard decides the first conflict without a mouse: arrows go through the
// values of a group.
func (c *clerk) byKeyboard() {
	c.t.Helper()
	c.wait(`document.querySelector("#merge-side-here")`)
	c.eval(`document.querySelector("#merge-side-here").focus()`, nil)
	c.keys(" ")
	c.settle()
	c.keys(kb.ArrowRight)
	c.settle()
	c.focusIsOn("Как в файле")
	c.keys(kb.Tab)
	c.focusIsOn("Следующее нерешённое")
	c.says("Не решено: 49")
}
