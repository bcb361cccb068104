package journal

import "rroform/wasm/appeal"

// HandOverDay returns the last day on which a body without access to the portal
// may hand the archive to one that loads it: the term of the newest month in it.
// "" = the archive is of no month.
func (a *Archive) HandOverDay() appeal.Date {
	month := a.Month
	if month == (appeal.Month{}) && len(a.Months) > 0 {
		month = a.Months[0].Month
	}
	if month == (appeal.Month{}) {
		return ""
	}
	var withoutAccess appeal.Profile
	return withoutAccess.Due(month)
}
