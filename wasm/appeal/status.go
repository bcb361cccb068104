package appeal

// Status is the status of a question, with the portal's name.
type Status string

// Need says whether a status has a field.
type Need string

// Absent fields are neither shown nor written. Required fields must be filled. Optional
// ones depend on something else, such as the file rule (B-40).
const (
	Absent   Need = "absent"
	Optional Need = "optional"
	Required Need = "required"
)

// StatusInfo is one row of [Statuses].
type StatusInfo struct {
	Status       Status `json:"status"`
	Label        string `json:"label"`
	Incoming     Need   `json:"incomingDate"`
	Registration Need   `json:"registrationDate"`
	Response     Need   `json:"responseDate"`
	Measures     Need   `json:"actionsTaken"`
	File         Need   `json:"attachment"`
	Transfer     Need   `json:"transfer"`
	Open         bool   `json:"open"` // the body still has to act
	Note         string `json:"note"` // what the status means, in Russian, for form and help
}

// The ten statuses. InWorkExtended is used in the register only: the format profile
// says how the archive expresses it.
const (
	NotReceived       Status = "NotReceived"
	NotRegistered     Status = "NotRegistered"
	InWork            Status = "InWork"
	InWorkExtended    Status = "InWorkExtended"
	Explained         Status = "Explained"
	Supported         Status = "Supported"
	NotSupported      Status = "NotSupported"
	Answered          Status = "Answered"
	LeftWithoutAnswer Status = "LeftWithoutAnswer"
	Transferred       Status = "Transferred"
)

// Short names for the table below.
const no, may, yes = Absent, Optional, Required

// Statuses is the table of statuses and their fields. Form, rules, archive and help use
// it (schemas/FORMAT.md, "Question"; 002:124…152).
var Statuses = []StatusInfo{
	//                                                          incoming registration response measures file transfer
	{NotReceived, "Не поступило", no, no, no, no, no, no, true,
		"Другой орган направил обращение вам, но оно ещё не пришло. Пока такие есть, нулевой отчёт не подаётся."},
	{NotRegistered, "Не зарегистрировано", yes, no, no, no, no, no, true,
		"Обращение пришло, но ещё не зарегистрировано. На регистрацию даётся три дня."},
	{InWork, "Находится на рассмотрении", yes, yes, no, no, no, no, true,
		"Обращение зарегистрировано, ответа ещё нет."},
	{InWorkExtended, "Рассмотрение продлено", yes, yes, no, no, no, no, true,
		"Срок рассмотрения продлён, заявитель об этом уведомлён."},
	{Explained, "Рассмотрено. Разъяснено", yes, yes, yes, no, may, no, false,
		"Заявителю разъяснён порядок решения вопроса."},
	{Supported, "Рассмотрено. Поддержано", yes, yes, yes, yes, may, no, false,
		"Просьба признана обоснованной. Нужно указать, приняты ли меры."},
	{NotSupported, "Рассмотрено. Не поддержано", yes, yes, yes, no, may, no, false,
		"Просьба признана необоснованной, заявителю отказано."},
	{Answered, "Дан ответ автору", yes, yes, yes, no, may, no, false,
		"Заявителю направлен ответ, не относящийся к трём предыдущим результатам."},
	{LeftWithoutAnswer, "Оставлено без ответа автору", yes, yes, yes, no, no, no, false,
		"Ответ не даётся по закону (например, не указаны фамилия или адрес). Дата ответа — дата этого решения."},
	{Transferred, "Направлено по компетенции", yes, yes, no, no, no, yes, false,
		"Вопрос направлен в другой орган сопроводительным документом."},
}

// StatusOf returns the row of s in [Statuses], or an empty row and false if s is empty
// or unknown. Callers must not change the row.
func StatusOf(s Status) (*StatusInfo, bool) {
	for i := range Statuses {
		if Statuses[i].Status == s {
			return &Statuses[i], true
		}
	}
	return &noStatus, false
}

var noStatus StatusInfo

// Requires reports whether any question requires the field that pick returns from its
// status row.
func (ap *Appeal) Requires(pick func(*StatusInfo) Need) bool {
	for _, q := range ap.Questions {
		if row, ok := StatusOf(q.Status); ok && pick(row) == Required {
			return true
		}
	}
	return false
}
