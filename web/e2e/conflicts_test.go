package e2e

import (
	"os"
	"testing"

	"rroform/wasm/appeal"
)

// TestConflictsLeadToMerge: what an open archive says otherwise than the
// register is decided in the merge; a backup that is handed over to the merge
// meanwhile waits until that is closed.
func TestConflictsLeadToMerge(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	c.newCard()
	c.fillAppeal("701-ОГ", "Находится на рассмотрении")
	c.must(c.Fill(nil, "ФИО", "Смирнова Ольга Петровна"))
	c.must(c.Press(nil, "Закрыть"))
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "СЭД_октябрь.zip", vendorArchive(t)))
	c.contents("701-ОГ")
	c.must(c.Press(nil, "Принять в реестр"))
	c.wait(`document.body.innerText.includes("Расходятся с реестром и не изменены: 1")`)
	c.must(c.Press(nil, "Решить расхождения"))
	c.appears("Файлы слияния", "table")
	c.says("СЭД_октябрь.zip")
	c.says("Не решено: 1")
	c.shot("conflict")

	c.must(c.Open("Обмен"))
	c.says("Слияние начато и не закончено.")
	backup, err := os.ReadFile(
		writeCopy(t, "Копия.zip",
			[]appeal.Appeal{{ID: "0199f000-0000-7000-8000-000000000001", ProfileID: "first", Number: "9-ОГ",
				Name: "Иванов"}}))
	c.must(err)
	c.must(c.Attach(nil, "Восстановить из резервной копии", "Копия.zip", backup))
	c.wait(`document.querySelector("dialog[open]")`)
	c.must(c.Press(nil, "Добавить к имеющимся"))
	c.says("Файл «Копия.zip» ждёт")
	c.must(c.Press(nil, "Не сливать, выбрать другие файлы"))
	c.wait(`document.querySelector("table[aria-label='Файлы слияния']")?.innerText.includes("Копия.zip")`)
	c.must(c.Press(nil, "Объединить"))
	c.says("Слияние выполнено. Добавлено: 1.")
	c.alone(pageURL(t))
}
