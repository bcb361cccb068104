package forming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/journal"
	"rroform/wasm/register"
)

// PeriodForm says which fields of a request a mode needs.
type PeriodForm string

// Values of [PeriodForm].
const (
	MonthPeriod PeriodForm = "month" // Month; in the form «Год», «Месяц»
	RangePeriod PeriodForm = "range" // From and To; in the form «Диапазон с», «по»
	NoPeriod    PeriodForm = "none"  // nothing
)

// ArchiveModeInfo is one row of [ArchiveModes].
type ArchiveModeInfo struct {
	Mode   journal.ArchiveMode `json:"mode"`
	Label  string              `json:"label"`
	Period PeriodForm          `json:"period"`
	Hint   string              `json:"hint"` // which dates decide, for people

	// fit says whether a record belongs to the period of the request.
	fit func(*criteria, *register.Record) fit
	// lacks is the reason of a record with [fitUnknown].
	lacks string
	// words name the period for people; name is the period in file names; nothing is the start of the
	// sentence «… нет обращений».
	words   func(*PlanReq) string
	name    func(*PlanReq, appeal.Date) string
	nothing func(*PlanReq) string
}

// fit says whether a record belongs to the period of a plan.
type fit int

const (
	fitOutside fit = iota // it belongs to another period: the plan counts it but does not list it
	fitInside             // it goes in unless there is an [OutReason]
	fitUnknown            // the date that decides is missing
)

// criteria is a request with what the modes need to decide about a record.
type criteria struct {
	*PlanReq
	forming *Forming
	passes  func(*register.Record) bool // the additional filter
}

// ArchiveModes is the table of modes, the default first. Sources: B-31; 001:138 for dates of entry,
// 002:260 for dates of registration, 002:270 for changes.
var ArchiveModes = []ArchiveModeInfo{
	{Mode: journal.ModeMonth, Label: "За отчётный месяц", Period: MonthPeriod,
		Hint: "Месяц считается, как на портале: по дате поступления прямых обращений " +
			"и по дате документа переданных. Дата ответа не важна.",
		fit: func(c *criteria, rec *register.Record) fit {
			switch m := c.forming.register.MonthOf(rec); {
			case m.IsZero():
				return fitUnknown
			case m == c.Month:
				return fitInside
			}
			return fitOutside
		},
		lacks:   "Не определён отчётный месяц: нет даты документа или поступления",
		words:   func(r *PlanReq) string { return r.Month.Russian() },
		name:    func(r *PlanReq, _ appeal.Date) string { return archive.MonthName(r.Month) },
		nothing: func(r *PlanReq) string { return "За " + r.Month.Russian() },
	},
	{Mode: journal.ModeEntered, Label: "По дате внесения", Period: RangePeriod,
		Hint: "Считается день, когда обращение впервые сохранили в этой программе, как в ЛАРМ. " +
			"Чтобы выгрузить всё, что внесено за месяц и до срока сдачи, " +
			"укажите дни с 1-го числа месяца по 3-е число следующего.",
		fit: func(c *criteria, rec *register.Record) fit {
			return c.within(appeal.DateOf(rec.Appeal.Created.In(c.forming.office.Now().Location())))
		},
		words:   func(r *PlanReq) string { return "внесены " + rangeWords(r) },
		name:    rangeName,
		nothing: func(r *PlanReq) string { return "Среди внесённых " + rangeWords(r) },
	},
	{Mode: journal.ModeRegistered, Label: "По дате регистрации", Period: RangePeriod,
		Hint: "Считается дата регистрации в органе, как в выгрузке из СЭД. " +
			"Обращения, которые ещё не зарегистрированы, этим способом не выгружаются.",
		fit: func(c *criteria, rec *register.Record) fit {
			at := c.within(rec.Appeal.RegistrationDate)
			if at == fitInside && !rec.Appeal.Requires(registrationOf) {
				return fitUnknown // an entry with this status has no date of registration
			}
			return at
		},
		lacks: "Даты регистрации нет, или при таком статусе она в архив не идёт: " +
			"выгрузите за отчётный месяц или по дате внесения",
		words:   func(r *PlanReq) string { return "зарегистрированы " + rangeWords(r) },
		name:    rangeName,
		nothing: func(r *PlanReq) string { return "Среди зарегистрированных " + rangeWords(r) },
	},
	{Mode: journal.ModeChanged, Label: "Изменённые с прошлой выгрузки", Period: NoPeriod,
		Hint: "Содержание отличается от последнего архива, в котором было обращение, " +
			"или обращение ещё не выгружали. Архивы с ошибкой не считаются.",
		fit: func(c *criteria, rec *register.Record) fit {
			if c.forming.register.ExportState(rec) == register.Same {
				return fitOutside
			}
			return fitInside
		},
		words:   func(*PlanReq) string { return "изменения с прошлой выгрузки" },
		name:    func(_ *PlanReq, today appeal.Date) string { return archive.ChangesName(today) },
		nothing: func(*PlanReq) string { return "После прошлой выгрузки" },
	},
}

func registrationOf(row *appeal.StatusInfo) appeal.Need { return row.Registration }

func rangeWords(r *PlanReq) string { return "с " + r.From.Russian() + " по " + r.To.Russian() }

func rangeName(r *PlanReq, _ appeal.Date) string { return archive.RangeName(r.From, r.To) }

// ModeInfo returns the row of a mode; for an unknown mode, the row of the reporting month.
func ModeInfo(m journal.ArchiveMode) *ArchiveModeInfo {
	for i := range ArchiveModes {
		if ArchiveModes[i].Mode == m {
			return &ArchiveModes[i]
		}
	}
	return &ArchiveModes[0]
}

func (c *criteria) within(d appeal.Date) fit {
	switch {
	case !d.Valid():
		return fitUnknown
	case d < c.From || d > c.To:
		return fitOutside
	}
	return fitInside
}
