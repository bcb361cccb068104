package forming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// PresetPeriod says from what day on a preset counts.
type PresetPeriod string

// Values of [PresetPeriod].
const (
	PeriodFixed         PresetPeriod = "fixed"
	PeriodPrevious      PresetPeriod = "previousMonth"
	PeriodCurrent       PresetPeriod = "currentMonth"
	PeriodSincePrevious PresetPeriod = "sincePreviousMonth"
)

// PresetPeriodInfo is one row of [PresetPeriods].
type PresetPeriodInfo struct {
	Period PresetPeriod `json:"period"`
	Label  string       `json:"label"`
	// Modes are the modes that the period suits.
	Modes []journal.ArchiveMode `json:"modes"`

	resolve func(fixed PlanReq, today appeal.Date) PlanReq
}

// PresetPeriods is the table of periods of presets, the usual one first.
var PresetPeriods = []PresetPeriodInfo{
	{PeriodPrevious, "Прошлый месяц",
		[]journal.ArchiveMode{journal.ModeMonth, journal.ModeEntered, journal.ModeRegistered},
		func(r PlanReq, today appeal.Date) PlanReq {
			return ofMonths(r, appeal.MonthOf(today).Prev(), appeal.MonthOf(today).Prev().Last())
		}},
	{PeriodSincePrevious, "С начала прошлого месяца по сегодня",
		[]journal.ArchiveMode{journal.ModeEntered, journal.ModeRegistered}, func(r PlanReq, today appeal.Date) PlanReq {
			return ofMonths(r, appeal.MonthOf(today).Prev(), today) // 001:138: up to the last day of entry
		}},
	{PeriodCurrent, "Текущий месяц",
		[]journal.ArchiveMode{journal.ModeMonth, journal.ModeEntered, journal.ModeRegistered},
		func(r PlanReq, today appeal.Date) PlanReq {
			return ofMonths(r, appeal.MonthOf(today), appeal.MonthOf(today).Last())
		}},
	{PeriodFixed, "Указанный", []journal.ArchiveMode{journal.ModeMonth, journal.ModeEntered, journal.ModeRegistered,
		journal.ModeChanged}, func(r PlanReq, _ appeal.Date) PlanReq { return r }},
}

// ofMonths asks for the month, or for the days from its first to the last.
func ofMonths(r PlanReq, m appeal.Month, to appeal.Date) PlanReq {
	r.Month, r.From, r.To = m, appeal.Date(m.String()+"-01"), to
	return r
}
