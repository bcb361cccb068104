package forming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// OutReason is why an appeal of the period stays out of the archive.
type OutReason string

// Values of [OutReason], in the order in which the first that holds is told:
// what no filter lets through is not worth mending for this archive.
const (
	OutFilter OutReason = "filter"
	OutDraft  OutReason = "draft"
	OutErrors OutReason = "errors"
	OutPeriod OutReason = "period" // the date that decides is missing
	OutMonth  OutReason = "month"  // no reporting month: the portal could not count it
)

// outReasons are the reasons in that order, and their words.
var outReasons = []struct {
	reason OutReason
	text   string // "" = the mode says it
	holds  func(s *selection, rec *register.Record, near nearness, found []rules.Finding) bool
}{
	{OutFilter, "Не подходит под дополнительный фильтр",
		func(s *selection, rec *register.Record, _ nearness, _ []rules.Finding) bool {
			return !s.passes(rec)
		}},
	{OutDraft, "Черновик: снимите отметку, чтобы выгрузить",
		func(_ *selection, rec *register.Record, _ nearness, _ []rules.Finding) bool {
			return rec.Appeal.Draft
		}},
	{OutErrors, "Есть ошибки: исправьте, и обращение войдёт",
		func(_ *selection, _ *register.Record, _ nearness, found []rules.Finding) bool {
			return rules.Worst(found) == appeal.Error
		}},
	{OutPeriod, "", func(_ *selection, _ *register.Record, near nearness, _ []rules.Finding) bool {
		return near == nearUnknown
	}},
	{OutMonth, ArchiveModes[0].lacks, func(s *selection, rec *register.Record, _ nearness, _ []rules.Finding) bool {
		return s.app.register.MonthOf(rec).IsZero()
	}},
}

// out says why a record near the period stays out; "" means that it goes in.
func (s *selection) out(rec *register.Record, near nearness, found []rules.Finding) (OutReason, string) {
	for _, row := range outReasons {
		if !row.holds(s, rec, near, found) {
			continue
		}
		switch {
		case row.text == "":
			return row.reason, ModeInfo(s.Mode).lacks
		case row.reason == OutFilter && rec.Appeal.Draft:
			return row.reason, row.text + ", и это черновик"
		}
		return row.reason, row.text
	}
	return "", ""
}
