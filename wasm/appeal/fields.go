package appeal

import "strings"

// FieldInfo names one field for people. Path is the JSON path inside an
// appeal, a profile ("profile.…") or a zero report ("zero.…"), with * for an
// index; Label is ЛАРМ's, word for word (004:95…117).
type FieldInfo struct {
	Path  string `json:"path"`
	Label string `json:"label"`
}

// Fields is the list of all fields and labels, in the order of the screens. Findings,
// form, protocol and help use it.
var Fields = []FieldInfo{
	{"profile.name", "Наименование органа государственной власти или органа местного самоуправления"},
	{"profile.departmentId", "Идентификатор органа (GUID)"},
	{"profile.personId", "Уникальный идентификатор уполномоченного лица"},
	{"profile.personName", "Ф.И.О. уполномоченного лица"},
	{"profile.position", "Должность"},
	{"profile.closedAccess", "Есть доступ к закрытой сети ССТУ"},

	{"draft", "Черновик (не выгружать)"},
	{"isDirect", "Обращение поступило напрямую непосредственно от заявителя (без сопроводительного документа иного " +
		"органа)"},
	{"format", "Формат обращения"},
	{"number", "Обращение регистрируется под номером"},
	{"createDate", "Дата документа по обращению"},
	{"incomingDate", "Дата поступления в орган"},
	{"registrationDate", "Дата регистрации в органе"},
	{"name", "ФИО"},
	{"address", "Адрес"},
	{"email", "E-mail"},
	{"questions", "Вопросы"},
	{"questions.*.code", "Код вопроса"},
	{"questions.*.status", "Статус"},
	{"questions.*.incomingDate", "Дата поступления в орган"},
	{"questions.*.registrationDate", "Дата регистрации в органе"},
	{"questions.*.responseDate", "Дата ответа"},
	{"questions.*.actionsTaken", "Меры приняты"},
	{"questions.*.attachment", "Файл ответа"},
	{"questions.*.transfers", "Орган-получатель"},
	{"questions.*.transfers.*.departmentId", "Орган-получатель"},
	{"questions.*.transfers.*.transferDate", "Дата сопроводительного документа"},
	{"questions.*.transfers.*.transferNumber", "Номер сопроводительного документа"},

	{"files", "Файл ответа"},
	{"entries", "Содержимое архива"},
	{"period.from", "Диапазон с"},
	{"period.to", "по"},

	{"zero.declared", "За указанный месяц обращения не поступали"},
	{"zero.month", "Год и месяц"},
	{"zero.noDirect", "Обращения не поступали напрямую от заявителей"},
	{"zero.noAdministration", "Обращения не поступали из Управления Президента Российской Федерации по работе с " +
		"обращениями граждан и организаций"},
	{"zero.noOtherBodies", "Обращения не поступали от иных органов власти"},
	{"zero.looked", "Раздел РРО просмотрен (или уточнено у вышестоящего органа): обращений в статусе «Не поступило» " +
		"нет"},
	{"zero.template", "Шаблон нулевого отчёта"},
}

// GenericPath replaces the indexes of a path by *: "questions.0.code" becomes
// "questions.*.code".
func GenericPath(path string) string {
	parts := strings.Split(path, ".")
	for i, p := range parts {
		if p != "" && strings.Trim(p, "0123456789") == "" {
			parts[i] = "*"
		}
	}
	return strings.Join(parts, ".")
}

// Label returns the label of a field path, or the path itself if the field is unknown.
func Label(path string) string {
	if i := fieldIndex(path); i >= 0 {
		return Fields[i].Label
	}
	return path
}

// FieldOrder returns the place of a field on the screen, for sorting.
func FieldOrder(path string) int { return fieldIndex(path) }

func fieldIndex(path string) int {
	generic := GenericPath(path)
	for i, f := range Fields {
		if f.Path == generic {
			return i
		}
	}
	return -1
}
