package appeal

import "time"

// Profile is a body that reports, and the person who does it («Окно
// авторизации» of ЛАРМ, 004:95…101). Several may live in one register; one is
// active; archives never mix them (B-07).
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

// Due returns the last day on which the report of m is in time: the 5th of the
// next month with access to the closed network, else the 3rd, when archives are
// handed up (B-32, B-33).
func (p *Profile) Due(m Month) Date {
	day := 3
	if p.ClosedAccess {
		day = 5
	}
	next := m.Next()
	return DateOf(time.Date(next.Year, time.Month(next.Month), day, 0, 0, 0, 0, time.UTC))
}
