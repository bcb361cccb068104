package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/generate"
)

// giveAll gives several files to an input at once.
func (c *clerk) giveAll(input string, files map[string][]byte) {
	c.t.Helper()
	dir := c.t.TempDir()
	var paths []string
	for name, data := range files {
		path := filepath.Join(dir, name)
		c.must(os.WriteFile(path, data, 0o644))
		paths = append(paths, path)
	}
	n, err := c.find(nil, input, "button")
	c.must(err)
	c.give(n, paths...)
}

const smallTable = "Рег. №;Дата поступления;Дата регистрации;ФИО;Код вопроса;Результат\n" +
	"1-ОГ;05.10.2026;05.10.2026;Примеров П. И.;0003.0009.0097.0694;Разъяснено\n"

// TestFilesGoWhereTheyBelong: a file that is dropped at the wrong place is
// named, and one button carries it to the right one.
func TestFilesGoWhereTheyBelong(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.must(c.Open("Обращения"))
	c.must(c.Follow(nil, "Восстановите данные из резервной копии"))
	c.wait(`document.activeElement?.id === "restore-file" && document.querySelector(".rro-aimed h2").innerText === ` +
		`"Восстановление"`)
	c.shot("aimed")
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.must(c.Open("Обмен"))
	c.must(c.Press(nil, "Создать резервную копию"))
	backup, name, err := c.downloads.take()
	c.must(err)

	for _, field := range []string{"Открыть архив РРО", "Загрузить таблицу (XLSX, CSV)"} {
		c.must(c.Attach(nil, field, name, backup))
		c.says("Это резервная копия. Восстановить?")
		c.shot("offer")
		c.must(c.Press(nil, "Восстановить"))
		c.says("Заменить все данные?", "1 обращение")
		c.must(c.Press(nil, "Отмена"))
	}
	c.must(c.Attach(nil, "Восстановить из резервной копии", "таблица.xlsx", []byte(smallTable)))
	c.says("Это текстовая таблица.")
	c.must(c.Press(nil, "Загрузить таблицу"))
	c.says("Столбцы", "Примеров П. И.")
	c.must(c.Press(nil, "Закрыть таблицу"))
	c.must(c.Attach(nil, "Загрузить таблицу (XLSX, CSV)", "СЭД.csv", vendorArchive(t)))
	c.says("Это архив РРО.")
	c.must(c.Press(nil, "Открыть архив"))
	c.contents("701-ОГ")

	c.must(c.Follow(nil, "Объединить с файлами коллег"))
	c.must(c.Attach(nil, "Файлы коллег", "таблица.zip", []byte(smallTable)))
	c.says("Это текстовая таблица. Загрузить таблицу обращений?")
	for file, words := range map[string]string{"Rar!\x1a\x07\x01\x00": "Это архив RAR. Распакуйте",
		"%PDF-1.7": "Это документ PDF.", "": "Файл пуст."} {
		c.must(c.Attach(nil, "Файлы коллег", "файл.zip", []byte(file)))
		c.says(words)
		if strings.Contains(c.text(), "повреждён") {
			t.Errorf("%s: a sound file is called damaged:\n%s", words, c.text())
		}
	}

	c.must(c.Open("Справочники"))
	c.eval(`document.querySelectorAll("details.rro-template").forEach((d) => d.open = true)`, nil)
	c.must(c.Attach(nil, "Загрузить справочник органов", "органы.xml", backup))
	c.says("Это резервная копия. Восстановить?")
	c.alone(pageURL(t))
}

// TestOpenFile: the one field for any file, one at a time or several.
func TestOpenFile(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.must(c.Open("Обмен"))
	c.shot("exchange")
	c.must(c.Attach(nil, "Открыть файл", "архив.rar", []byte("7z\xbc\xaf\x27\x1c\x00\x04")))
	c.says("Это архив 7-Zip. Распакуйте его")
	c.must(c.Attach(nil, "Открыть файл", "requests.json", []byte("["+vendorEntry[3:]+"]")))
	c.contents("701-ОГ")
	c.must(c.Attach(nil, "Открыть файл", "нулевой.json",
		[]byte(`{"departmentId":"89729055-843A-4EEB-88E1-71535B245D6F","year":2026,"month":10}`)))
	c.contents("нулевой отчёт", "октябрь 2026")
	c.shot("zero")
	c.must(c.Press(nil, "Принять в реестр"))
	c.says("Нулевых отчётов принято в журнал: 1")
	c.must(c.Attach(nil, "Открыть файл", "таблица.dat", []byte(smallTable)))
	c.says("Столбцы", "Примеров П. И.")
	c.must(c.Press(nil, "Закрыть таблицу"))
	c.must(c.Attach(nil, "Открыть файл", "органы на 01.10.2026.csv",
		[]byte("Наименование;GUID\nДума;89729055-843A-4EEB-88E1-71535B245D60\n"+
			"Управа;89729055-843A-4EEB-88E1-71535B245D61\n")))
	c.wait(`document.querySelector("dialog[open]")?.innerText.includes("Редакция: 01.10.2026")`)
	c.must(c.Press(nil, "Отмена"))
	c.must(c.Open("Обмен"))
	c.giveAll("Открыть файл", map[string][]byte{"СЭД.zip": vendorArchive(t), "Копия.zip": copyOf(t)})
	c.says("Добавится обращений: 3.")
	c.alone(pageURL(t))
}

func copyOf(t *testing.T) []byte {
	t.Helper()
	ap := generate.New(5, time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)).Appeal("first")
	ap.Rev, ap.Number = 0, "900-М"
	data, err := os.ReadFile(writeCopy(t, "Копия.zip", []appeal.Appeal{ap}))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
