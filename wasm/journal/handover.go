package journal

import "rroform/wasm/appeal"

// HandOverDay returns the last day on which a body without access to the portal may pass the archive on to a body that
// loads it. It depends on the newest reporting month of the archive; "" = the archive has none.
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
