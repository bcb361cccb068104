package sheet

import (
	"strings"

	"rroform/wasm/pattern"
)

// errorWords are the texts of a cell without a value: as Excel
// writes it in a file, and as a Russian Excel shows it.
var errorWords = []struct{ inFile, shown, means string }{
	{"#N/A", "#Н/Д", "значение не найдено"},
	{"#DIV/0!", "#ДЕЛ/0!", "деление на ноль"},
	{noString, "#ССЫЛКА!", "ссылка на то, чего нет"},
	{noNumber, "#ЗНАЧ!", "значение не того вида"},
	{"#NAME?", "#ИМЯ?", "имя не известно"},
	{"#NULL!", "#ПУСТО!", "области не пересекаются"},
	{"#NUM!", "#ЧИСЛО!", "число не подходит"},
	{noFormula, "#ФОРМУЛА", "формула, значение которой в файле не сохранено"},
}

// errorShown is how a person sees an error; any other text stays as it is.
func errorShown(cell string) string {
	if strings.HasPrefix(cell, "#") {
		for _, w := range errorWords {
			if cell == w.inFile {
				return w.shown
			}
		}
	}
	return cell
}

// officeError is how LibreOffice shows the errors that Excel does not know.
var officeError = pattern.Of(`^(Err|Ошибка|Ош\.?):\s?5\d\d$`)

var formula = pattern.Of(`^=[\p{L}(+\-"$].*[(!&+*/$\d]`)

// valueLacks says why a cell holds no value although it is not empty, "" = it
// holds one.
func ValueLacks(cell string) string {
	switch {
	case strings.HasPrefix(cell, "#"):
		for _, w := range errorWords {
			if cell == w.shown || cell == w.inFile {
				return w.means
			}
		}
	case officeError().MatchString(cell):
		return "формула с ошибкой"
	case formula().MatchString(cell):
		return "формула вместо значения"
	}
	return ""
}
