package forming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/journal"
	"rroform/wasm/register"
)

// PeriodForm says what a mode has to be told.
type PeriodForm string

// Values of [PeriodForm].
const (
	MonthPeriod PeriodForm = "month" // «Год», «Месяц»
	RangePeriod PeriodForm = "range" // «Диапазон с», «по»
	NoPeriod    PeriodForm = "none"
)

// ArchiveModeInfo is one row of [ArchiveModes].
type ArchiveModeInfo struct {
	Mode   journal.ArchiveMode `json:"mode"`
	Label  string              `json:"label"`
	Period PeriodForm          `json:"period"`
	Hint   string              `json:"hint"` // what the mode counts by

	// near says how a record stands to what is asked for.
	near func(*selection, *register.Record) nearness
	// lacks is the reason of a record that is [nearUnknown].
	lacks string
	// words say the period to a person, after «за» where it is one; name is
	// the period in names of files; nothing begins «… нет обращений».
	words   func(*PlanReq) string
	name    func(*PlanReq, appeal.Date) string
	nothing func(*PlanReq) string
}

// nearness says whether a record belongs into the list of a plan.
type nearness int

const (
	farAway     nearness = iota // of another period: counted, not listed
	nearInside                  // goes in unless something stands against it
	nearUnknown                 // may be of the period: the date that decides is missing
)

// selection is a request with what the modes need to judge by it.
type selection struct {
	*PlanReq
	app    *Forming
	passes func(*register.Record) bool // the additional filter
}

// ArchiveModes is the table of modes, the usual one first (B-31; 001:138 for
// the dates of entry, 002:260 for those of registration, 002:270 for changes).
var ArchiveModes = []ArchiveModeInfo{
	{Mode: journal.ModeMonth, Label: "За отчётный месяц", Period: MonthPeriod,
		Hint: "Месяц считается, как на портале: по дате поступления прямых обращений и по дате документа переданных. " +
			"Дата ответа не важна.",
		near: func(s *selection, rec *register.Record) nearness {
			switch m := s.app.register.MonthOf(rec); {
			case m.IsZero():
				return nearUnknown
			case m == s.Month:
				return nearInside
			}
			return farAway
		},
		lacks:   "Не определён отчётный месяц: нет даты документа или поступления",
		words:   func(r *PlanReq) string { return r.Month.Russian() },
		name:    func(r *PlanReq, _ appeal.Date) string { return archive.MonthName(r.Month) },
		nothing: func(r *PlanReq) string { return "За " + r.Month.Russian() },
	},
	{Mode: journal.ModeEntered, Label: "По дате внесения", Period: RangePeriod,
		Hint: "Считается день, когда обращение впервые сохранили в этой программе, как в ЛАРМ. Чтобы выгрузить всё, " +
			"что внесено за месяц и до срока сдачи, укажите дни с 1-го числа месяца по 3-е число следующего.",
		near: func(s *selection, rec *register.Record) nearness {
			return s.within(appeal.DateOf(rec.Appeal.Created.In(s.app.office.Now().Location())))
		},
		words:   func(r *PlanReq) string { return "внесены " + rangeWords(r) },
		name:    rangeName,
		nothing: func(r *PlanReq) string { return "Среди внесённых " + rangeWords(r) },
	},
	{Mode: journal.ModeRegistered, Label: "По дате регистрации", Period: RangePeriod,
		Hint: "Считается дата регистрации в органе, как в выгрузке из СЭД. Обращения, которые ещё не " +
			"зарегистрированы, этим способом не выгружаются.",
		near: func(s *selection, rec *register.Record) nearness {
			near := s.within(rec.Appeal.RegistrationDate)
			if near == nearInside && !rec.Appeal.Requires(registrationOf) {
				return nearUnknown // its status does not take the date: it does not go out
			}
			return near
		},
		lacks: "Даты регистрации нет, или при таком статусе она в архив не идёт: выгрузите за отчётный месяц или " +
			"по дате внесения",
		words:   func(r *PlanReq) string { return "зарегистрированы " + rangeWords(r) },
		name:    rangeName,
		nothing: func(r *PlanReq) string { return "Среди зарегистрированных " + rangeWords(r) },
	},
	{Mode: journal.ModeChanged, Label: "Изменённые с прошлой выгрузки", Period: NoPeriod,
		Hint: "Содержание отличается от последнего архива, в котором было обращение, или обращение ещё не выгружали. " +
			"Архивы с ошибкой не считаются.",
		near: func(s *selection, rec *register.Record) nearness {
			if s.app.register.ExportState(rec) == register.Same {
				return farAway
			}
			return nearInside
		},
		words:   func(*PlanReq) string { return "изменения с прошлой выгрузки" },
		name:    func(_ *PlanReq, today appeal.Date) string { return archive.ChangesName(today) },
		nothing: func(*PlanReq) string { return "После прошлой выгрузки" },
	},
}

func registrationOf(row *appeal.StatusInfo) appeal.Need { return row.Registration }

func rangeWords(r *PlanReq) string { return "с " + r.From.Russian() + " по " + r.To.Russian() }

func rangeName(r *PlanReq, _ appeal.Date) string { return archive.RangeName(r.From, r.To) }

// ModeInfo returns the row of a mode, that of the month when it is unknown.
func ModeInfo(m journal.ArchiveMode) *ArchiveModeInfo {
	for i := range ArchiveModes {
		if ArchiveModes[i].Mode == m {
			return &ArchiveModes[i]
		}
	}
	return &ArchiveModes[0]
}

func (s *selection) within(d appeal.Date) nearness {
	switch {
	case !d.Valid():
		return nearUnknown
	case d < s.From || d > s.To:
		return farAway
	}
	return nearInside
}
