package report

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// OwnControl is printed on every protocol (B-38, 001:153).
const OwnControl = "Протокол — только для собственного контроля. Отчётом является сам раздел РРО: " +
	"никакая дополнительная отчётность ни в каком ином виде (бумажном, .xlsx и прочих) не требуется."

// Protocol describes one archive. Table has a row for each question, with the 17
// columns of the protocol that the document system CompanyMedia makes (G34).
type Protocol struct {
	Title    string      `json:"title"`
	Note     string      `json:"note"`     // [OwnControl]
	FileName string      `json:"fileName"` // for the XLSX, with the extension
	Head     [][2]string `json:"head"`     // label and text
	Table    Table       `json:"table"`
	LeftOut  Table       `json:"leftOut"`  // appeals that were not sent, and why
	FilesOut Table       `json:"filesOut"` // answer files that were not sent (B-40)
	FilesIn  Table       `json:"filesIn"`  // answer files that were sent
}

// Entries reads the appeals of an archive. The error names an entry that cannot be
// read. That should not happen: each entry was checked when the archive was made.
func Entries(files []archive.File) ([]*archive.Opened, error) {
	var out []*archive.Opened
	for _, f := range files {
		if f.Err != nil {
			return nil, &archive.OpenError{Text: f.Name + ": " + f.Err.Error()}
		}
		o, err := archive.Unmarshal(f.Data)
		if err != nil {
			return nil, &archive.OpenError{Text: "Запись " + f.Name + " не читается как обращение"}
		}
		out = append(out, o)
	}
	return out, nil
}

// line is the data for a row of the main table.
type line struct {
	ap   *appeal.Appeal
	q    *appeal.Question
	body func(departmentID string) string // the name of a recipient, "" if unknown
}

func (l line) is(statuses ...appeal.Status) string {
	for _, s := range statuses {
		if l.q.Status == s {
			return plus
		}
	}
	return ""
}

// date returns a date of the appeal as this question has it: "" if its status does not
// have the date, even if another question does.
func (l line) date(of func(line, *appeal.StatusInfo) (appeal.Date, appeal.Need)) string {
	row, _ := appeal.StatusOf(l.q.Status)
	if d, need := of(l, row); need == appeal.Required {
		return string(d)
	}
	return ""
}

func incomingOf(l line, row *appeal.StatusInfo) (appeal.Date, appeal.Need) {
	return l.ap.Arrived(l.q), row.Incoming
}

func registrationOf(l line, row *appeal.StatusInfo) (appeal.Date, appeal.Need) {
	return l.ap.Registered(l.q), row.Registration
}

// transfers joins the results of pick for all recipients.
func (l line) transfers(pick func(appeal.Transfer) string) string {
	var parts []string
	for _, t := range l.q.Transfers {
		parts = append(parts, pick(t))
	}
	return strings.Join(parts, "; ")
}

func (l line) recipient(t appeal.Transfer) string {
	if name := l.body(t.DepartmentID); name != "" {
		return name + " (" + t.DepartmentID + ")"
	}
	return t.DepartmentID
}

// columns are the 17 columns in their order. CompanyMedia reserves the seventh; here it
// has the status in words, because five of the ten statuses have no mark.
var columns = []struct {
	Column
	cell func(line) string
}{
	{Column{"Номер обращения", Text, 24}, func(l line) string { return l.ap.Number }},
	{Column{"Дата документа по обращению", Day, 12}, func(l line) string { return string(l.ap.CreateDate) }},
	{Column{"Дата поступления в орган", Day, 12}, func(l line) string { return l.date(incomingOf) }},
	{Column{"Дата регистрации в органе", Day, 12}, func(l line) string { return l.date(registrationOf) }},
	{Column{"Код вопроса", Text, 32}, func(l line) string { return l.q.Code }},
	{Column{"Кому направлено по компетенции", Text, 28}, func(l line) string { return l.transfers(l.recipient) }},
	{Column{"Статус", Text, 28}, func(l line) string { return statusLabel(l.q.Status) }},
	{Column{"Направлено по компетенции", Mark, 15}, func(l line) string { return l.is(appeal.Transferred) }},
	{Column{"Номер сопроводительного документа", Text, 20}, func(l line) string {
		return l.transfers(func(t appeal.Transfer) string { return t.TransferNumber })
	}},
	{Column{"Дата сопроводительного документа", Day, 20}, func(l line) string {
		return l.transfers(func(t appeal.Transfer) string { return string(t.TransferDate) })
	}},
	{Column{"Поддержано", Mark, 12}, func(l line) string { return l.is(appeal.Supported) }},
	{Column{"Меры приняты", Mark, 10}, func(l line) string {
		return mark(l.q.ActionsTaken != nil && *l.q.ActionsTaken)
	}},
	{Column{"Разъяснено", Mark, 12}, func(l line) string { return l.is(appeal.Explained) }},
	{Column{"Дан ответ автору", Mark, 10}, func(l line) string { return l.is(appeal.Answered) }},
	{Column{"Дата ответа", Day, 12}, func(l line) string { return string(l.q.ResponseDate) }},
	{Column{"Оставлено без ответа автору", Mark, 12}, func(l line) string { return l.is(appeal.LeftWithoutAnswer) }},
	{Column{"Зарегистрировано", Mark, 18}, func(l line) string { return mark(l.date(registrationOf) != "") }},
}

func statusLabel(s appeal.Status) string {
	if row, ok := appeal.StatusOf(s); ok {
		return row.Label
	}
	return string(s)
}

// Questions returns the main table. body returns the name of the recipient with a GUID.
func Questions(entries []*archive.Opened, body func(departmentID string) string) Table {
	t := Table{Title: "Вошло вопросов", Rows: [][]string{}}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	for _, e := range entries {
		for i := range e.Appeal.Questions {
			var row []string
			for _, c := range columns {
				row = append(row, c.cell(line{&e.Appeal, &e.Appeal.Questions[i], body}))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// FilesIn returns the table of answer files that were sent.
func FilesIn(entries []*archive.Opened) Table {
	t := Table{Title: "Файлы ответов в архиве", Rows: [][]string{},
		Columns: []Column{{"Номер обращения", Text, 20}, {"Код вопроса", Text, 26}, {"Файл ответа", Text, 40},
			{"Размер", Text, 14}}}
	for _, e := range entries {
		for _, q := range e.Appeal.Questions {
			if q.Attachment != nil {
				t.Rows = append(t.Rows,
					[]string{e.Appeal.Number, q.Code, q.Attachment.Name, FileSize(q.Attachment.Size)})
			}
		}
	}
	return t
}

// LeftOut returns the empty table of appeals that were not sent.
func LeftOut() Table {
	return Table{Title: "Не вошло", Rows: [][]string{},
		Columns: []Column{{"Номер обращения", Text, 20}, {"ФИО", Text, 32}, {"Почему", Text, 60}}}
}

// FilesOut returns the empty table of answer files that were not sent.
func FilesOut() Table {
	return Table{Title: "Файлы ответов, которые не вошли", Rows: [][]string{},
		Columns: []Column{{"Номер обращения", Text, 20}, {"Файл ответа", Text, 40}, {"Почему", Text, 60}}}
}

// WhyFileOut returns the reason for the last column of [FilesOut].
func WhyFileOut(rule appeal.FileRule) string {
	if rule == appeal.FilesNever {
		return "По профилю формата файлы ответов не выгружаются"
	}
	return "Портал хранит файлы только у обращений с номером на «А26» (правило профиля формата)"
}
