package forming

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// PresetPeriod is a period of a preset. All but the fixed one depend on the current day.
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

var (
	rangeModes = []journal.ArchiveMode{journal.ModeEntered, journal.ModeRegistered}
	dateModes  = []journal.ArchiveMode{journal.ModeMonth, journal.ModeEntered, journal.ModeRegistered}
	allModes   = append(slices.Clone(dateModes), journal.ModeChanged)
)

// PresetPeriods is the table of periods of presets, the default first.
var PresetPeriods = []PresetPeriodInfo{
	{PeriodPrevious, "Прошлый месяц", dateModes, func(r PlanReq, today appeal.Date) PlanReq {
		return ofMonths(r, appeal.MonthOf(today).Prev(), appeal.MonthOf(today).Prev().Last())
	}},
	{PeriodSincePrevious, "С начала прошлого месяца по сегодня", rangeModes,
		func(r PlanReq, today appeal.Date) PlanReq {
			return ofMonths(r, appeal.MonthOf(today).Prev(), today) // up to the last day of entry (001:138)
		}},
	{PeriodCurrent, "Текущий месяц", dateModes, func(r PlanReq, today appeal.Date) PlanReq {
		return ofMonths(r, appeal.MonthOf(today), appeal.MonthOf(today).Last())
	}},
	{PeriodFixed, "Указанный", allModes, func(r PlanReq, _ appeal.Date) PlanReq { return r }},
}

// ofMonths sets the month m, and the days from the first of m to the day to.
func ofMonths(r PlanReq, m appeal.Month, to appeal.Date) PlanReq {
	r.Month, r.From, r.To = m, appeal.Date(m.String()+"-01"), to
	return r
}
