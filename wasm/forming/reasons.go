package forming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// OutReason is why an appeal of the period stays out of the archive.
type OutReason string

// Values of [OutReason]. If several apply, the first counts: the filter comes first because a clerk
// need not correct an appeal that the filter excludes.
const (
	OutFilter OutReason = "filter"
	OutDraft  OutReason = "draft"
	OutErrors OutReason = "errors"
	OutPeriod OutReason = "period" // the date that decides is missing
	OutMonth  OutReason = "month"  // no reporting month: the portal could not count it
)

// outReasons has the reasons in this order.
var outReasons = []struct {
	reason OutReason
	text   string // for people; "" = that of the mode
	holds  func(c *criteria, rec *register.Record, at fit, found []rules.Finding) bool
}{
	{OutFilter, "Не подходит под дополнительный фильтр",
		func(c *criteria, rec *register.Record, _ fit, _ []rules.Finding) bool { return !c.passes(rec) }},
	{OutDraft, "Черновик: снимите отметку, чтобы выгрузить",
		func(_ *criteria, rec *register.Record, _ fit, _ []rules.Finding) bool { return rec.Appeal.Draft }},
	{OutErrors, "Есть ошибки: исправьте, и обращение войдёт",
		func(_ *criteria, _ *register.Record, _ fit, found []rules.Finding) bool {
			return rules.Worst(found) == appeal.Error
		}},
	{OutPeriod, "",
		func(_ *criteria, _ *register.Record, at fit, _ []rules.Finding) bool { return at == fitUnknown }},
	{OutMonth, ArchiveModes[0].lacks,
		func(c *criteria, rec *register.Record, _ fit, _ []rules.Finding) bool {
			return c.forming.register.MonthOf(rec).IsZero()
		}},
}

// out returns why a record stays out, as a code and for people; "" = it goes in.
func (c *criteria) out(rec *register.Record, at fit, found []rules.Finding) (OutReason, string) {
	for _, row := range outReasons {
		if !row.holds(c, rec, at, found) {
			continue
		}
		switch {
		case row.text == "":
			return row.reason, ModeInfo(c.Mode).lacks
		case row.reason == OutFilter && rec.Appeal.Draft:
			return row.reason, row.text + ", и это черновик"
		}
		return row.reason, row.text
	}
	return "", ""
}
