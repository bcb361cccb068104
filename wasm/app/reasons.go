package app

import (
	"rroform/wasm/appeal"
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
	holds  func(s *selection, rec *facts, near nearness, found []rules.Finding) bool
}{
	{OutFilter, "Не подходит под дополнительный фильтр", func(s *selection, rec *facts, _ nearness, _ []rules.Finding) bool {
		return !s.passes(rec)
	}},
	{OutDraft, "Черновик: снимите отметку, чтобы выгрузить", func(_ *selection, rec *facts, _ nearness, _ []rules.Finding) bool {
		return rec.appeal.Draft
	}},
	{OutErrors, "Есть ошибки: исправьте, и обращение войдёт", func(_ *selection, _ *facts, _ nearness, found []rules.Finding) bool {
		return rules.Worst(found) == appeal.Error
	}},
	{OutPeriod, "", func(_ *selection, _ *facts, near nearness, _ []rules.Finding) bool { return near == nearUnknown }},
	{OutMonth, ArchiveModes[0].lacks, func(s *selection, rec *facts, _ nearness, _ []rules.Finding) bool {
		return s.app.monthOf(rec).IsZero()
	}},
}

// out says why a record near the period stays out; "" means that it goes in.
func (s *selection) out(rec *facts, near nearness, found []rules.Finding) (OutReason, string) {
	for _, row := range outReasons {
		if !row.holds(s, rec, near, found) {
			continue
		}
		switch {
		case row.text == "":
			return row.reason, modeInfo(s.Mode).lacks
		case row.reason == OutFilter && rec.appeal.Draft:
			return row.reason, row.text + ", и это черновик"
		}
		return row.reason, row.text
	}
	return "", ""
}
