package classifier

import (
	"strings"
	"testing"

	"rroform/static"
)

const month = "Количество обращений по вопросам на 30.11.2026\n" +
	"0003.0009.0097.0000\tГрадостроительство и архитектура\t57\n" +
	"0003.0009.0097.0694\tУборка снега, опавших листьев, мусора и посторонних предметов\t31\n" +
	"0003.0009.0099.0742\tЭксплуатация и сохранность автомобильных дорог\t26\n"

// TestCounted: a monthly statistic is not an edition, whatever separates its columns.
func TestCounted(t *testing.T) {
	for what, text := range map[string]string{
		"tabs":       month,
		"semicolons": strings.ReplaceAll(month, "\t", ";"),
		"blanks":     strings.ReplaceAll(month, "\t", " "),
		"shares too": strings.ReplaceAll(month, "\n0", "\t3,5 %\n0"),
		"with a header": "Код;Наименование;Количество обращений\n0003.0009.0097.0694;Уборка снега;31\n" +
			"0003.0009.0099.0742;Дороги;26\n",
		"count first":    "Кол-во\tКод\tНаименование\n31\t0003.0009.0097.0694\tУборка снега\n",
		"Windows breaks": strings.ReplaceAll(month, "\n", "\r\n"),
	} {
		if !Counted(text) {
			t.Errorf("%s: passes for an edition", what)
		}
	}
	for what, text := range map[string]string{
		"ours": string(static.Classifier()),
		"one ends so": "0004.0016.0162.1019 Вызов экстренных служб по номеру 112\n0001.0002.0027.0126 Без " +
			"адресата\n0001.0002.0027.0127 Анонимное\n",
		"pages between": "0001.0002.0027.0126 Без адресата\n31\n0001.0002.0027.0127 Анонимное\n32\n",
		"nothing":       "",
	} {
		if Counted(text) {
			t.Errorf("%s: is taken for a count", what)
		}
	}
}

// TestColumnsAreNoTitle: the text of further columns never becomes part of a title.
func TestColumnsAreNoTitle(t *testing.T) {
	const title = "Уборка снега, опавших листьев; мусора"
	for _, rest := range []string{"", "\t31", ";31", " ; 31 ; 4,5 %", "\t31\t12 %", "\tЖКХ\tпримечание", "\t31\t\t",
		"|31|"} {
		list, unread := Entries("Коды\n0003.0009.0097.0694\t" + title + rest + "\n0003.0009.0097.0695\tДругое" + rest +
			"\n")
		if len(list) != 2 || list[0].Title != title || list[1].Title != "Другое" || len(unread) > 0 {
			t.Errorf("%q: %+v, %q", rest, list, unread)
		}
	}
}
