package bench

import (
	"fmt"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/generate"
)

// Everybody is measured on the same appeals, made up by package generate.

// dataDay is the last day of the generated years; the month measured lies well
// before it, so that no date of it is in the future.
var dataDay = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)

// dataMonth is the reporting month whose archive is formed, see peers/ours.mjs.
var dataMonth = time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)

// questionsEach makes a stored record of about 1.5 KB, 15 MB for 10,000.
const questionsEach = 5

var body = appeal.Profile{ID: "first", Name: "Администрация села Примерное",
	DepartmentID: "89729055-843a-4eeb-88e1-71535b245d6f",
	PersonID:     "11111111-2222-4333-8444-555555555555", PersonName: "Образцова Анна Петровна", Position: "специалист"}

// Month makes n appeals of [dataMonth] that all can go into its archive.
func Month(seed uint64, n int) []appeal.Appeal {
	g := generate.New(seed, dataDay)
	list := make([]appeal.Appeal, n)
	for i := range list {
		ap := sound(g)
		decides := ap.IncomingDate
		if !ap.IsDirect {
			decides = ap.CreateDate
		}
		move(&ap, daysTo(decides, dataMonth.AddDate(0, 0, i%28)))
		for len(ap.Questions) < questionsEach {
			more := sound(g)
			move(&more, daysBetween(more.RegistrationDate, ap.RegistrationDate))
			ap.Questions = append(ap.Questions, more.Questions...)
		}
		ap.Questions = ap.Questions[:questionsEach]
		if seed != 1 { // of another body: no number is one of the register's
			ap.Number += fmt.Sprintf("/%d", seed)
		}
		list[i] = ap
	}
	return list
}

// Years makes n appeals of three years as they come, with their mistakes.
func Years(seed uint64, n int) []appeal.Appeal {
	g := generate.New(seed, dataDay)
	list := make([]appeal.Appeal, n)
	for i := range list {
		list[i] = g.Appeal(body.ID)
	}
	return list
}

// sound returns the next appeal that the generator has not spoiled.
func sound(g *generate.Generator) appeal.Appeal {
	for {
		ap := g.Appeal(body.ID)
		good := !ap.Draft && ap.Name != "" && ap.Number != "" && ap.RegistrationDate.Valid() &&
			ap.IncomingDate.Valid() && ap.Email != "не адрес"
		for _, q := range ap.Questions {
			good = good && q.Status != "" && len(q.Code) > 4
		}
		if good {
			return ap
		}
	}
}

// move shifts all dates by days.
func move(ap *appeal.Appeal, days int) {
	dates := []*appeal.Date{&ap.CreateDate, &ap.IncomingDate, &ap.RegistrationDate}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		dates = append(dates, &q.ResponseDate)
		for j := range q.Transfers {
			dates = append(dates, &q.Transfers[j].TransferDate)
		}
	}
	for _, d := range dates {
		if t, ok := d.Time(); ok {
			*d = appeal.DateOf(t.AddDate(0, 0, days))
		}
	}
	ap.Created, ap.Modified = ap.Created.AddDate(0, 0, days), ap.Modified.AddDate(0, 0, days)
}

func daysTo(from appeal.Date, to time.Time) int {
	t, _ := from.Time() // of a sound appeal
	return int(to.Sub(t).Round(24*time.Hour) / (24 * time.Hour))
}

func daysBetween(from, to appeal.Date) int {
	t, _ := to.Time()
	return daysTo(from, t)
}
