package appeal

import "time"

// Profile is a body that reports, and the responsible person («Окно авторизации» of
// ЛАРМ, 004:95…101). A register may have several, of which one is active. An archive
// has appeals of only one (B-07).
type Profile struct {
	ID           string `json:"id"`
	Rev          int64  `json:"rev"`
	Name         string `json:"name"`         // «Наименование органа …»
	DepartmentID string `json:"departmentId"` // GUID of the body at the portal
	PersonID     string `json:"personId"`     // «Уникальный идентификатор уполномоченного лица»
	PersonName   string `json:"personName"`   // «Ф.И.О. уполномоченного лица»
	Position     string `json:"position"`     // «Должность»
	// «Есть доступ к закрытой сети ССТУ»: due on the 5th, else on the 3rd (B-32, B-33)
	ClosedAccess bool `json:"closedAccess"`
}

// Due returns the last day for the report of month m: the 5th of the next month for a
// body with access to the closed network, the 3rd for others, who give their archives to
// a superior body (B-32, B-33).
func (p *Profile) Due(m Month) Date {
	day := 3
	if p.ClosedAccess {
		day = 5
	}
	next := m.Next()
	return DateOf(time.Date(next.Year, time.Month(next.Month), day, 0, 0, 0, 0, time.UTC))
}
