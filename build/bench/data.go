package bench

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/exchange"
	"rroform/wasm/generate"
	"rroform/wasm/store"
)

// Everybody is measured on the same appeals, made up by package generate.

// dataDay is the last day of the generated years; the month measured lies well
// before it, so that no date of it is in the future.
var dataDay = time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)

// dataMonth is the reporting month whose archive is formed, see web/peers/ours.mjs.
var dataMonth = time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)

// questionsEach makes a stored record of about 1.5 KB, 15 MB for 10,000.
const questionsEach = 5

var body = appeal.Profile{ID: "first", Name: "Администрация села Примерное", DepartmentID: "89729055-843a-4eeb-88e1-71535b245d6f",
	PersonID: "11111111-2222-4333-8444-555555555555", PersonName: "Образцова Анна Петровна", Position: "специалист"}

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

// filesUpTo are the numbers of appeals with which another day of registration
// begins: archives of one, two and three days have 256, 512 and 1024 MB of files.
var filesUpTo = []int{filesIn(256), filesIn(512), filesIn(1024)}

// answerFile is the size of an answer file in bytes.
const answerFile = 3 << 20

// filesIn is how many answer files make up so many MB.
func filesIn(mb int) int { return (mb<<20 + answerFile - 1) / answerFile }

// WithFiles makes n appeals of [dataMonth] whose answer file the portal keeps.
// They are not stored yet and have no file yet.
func WithFiles(seed uint64, n int) []appeal.Appeal {
	g := generate.New(seed, dataDay)
	list := make([]appeal.Appeal, n)
	for i := range list {
		day := 0
		for day < len(filesUpTo)-1 && i >= filesUpTo[day] {
			day++
		}
		ap := sound(g)
		ap.Rev, ap.IsDirect, ap.Number = 0, false, fmt.Sprintf("А26-02-%09d", i+1)
		ap.CreateDate, ap.IncomingDate, ap.RegistrationDate = appeal.DateOf(dataMonth), appeal.DateOf(dataMonth), dayOfFiles(day)
		ap.Questions = []appeal.Question{{ID: ap.Questions[0].ID, Code: ap.Questions[0].Code, Status: appeal.Explained,
			ResponseDate: appeal.DateOf(dataMonth.AddDate(0, 0, 20))}}
		list[i] = ap
	}
	return list
}

func dayOfFiles(day int) appeal.Date { return appeal.DateOf(dataMonth.AddDate(0, 0, day)) }

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
		good := !ap.Draft && ap.Name != "" && ap.Number != "" && ap.RegistrationDate.Valid() && ap.IncomingDate.Valid() && ap.Email != "не адрес"
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

// seedVersion is the oldest shape of the database that has all we seed: pages
// of earlier commits take it too.
const seedVersion = 2

// Backup is the register as the page restores it.
func Backup(list []appeal.Appeal) ([]byte, error) {
	d := exchange.Dump{Head: exchange.Head{Created: dataDay, Program: "bench", Version: seedVersion, Kind: exchange.KindBackup},
		Text: map[string]map[string]json.RawMessage{}}
	put := func(table store.Table, key string, v any) error {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if d.Text[string(table)] == nil {
			d.Text[string(table)] = map[string]json.RawMessage{}
		}
		d.Text[string(table)][key] = data
		return nil
	}
	if err := put(store.Profiles, body.ID, body); err != nil {
		return nil, err
	}
	if err := put(store.Settings, "active", body.ID); err != nil {
		return nil, err
	}
	for i := range list {
		if err := put(store.Appeals, list[i].ID, &list[i]); err != nil {
			return nil, err
		}
	}
	return exchange.WriteBackup(d)
}

// Foreign is an archive of the appeals as another program writes it: by Go's
// own zip, level 6.
func Foreign(list []appeal.Appeal) ([]byte, error) {
	var format appeal.FormatProfile
	if err := json.Unmarshal(static.Format(), &format); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range list {
		data, err := archive.Marshal(&list[i], body.DepartmentID, &format, nil)
		if err != nil {
			return nil, fmt.Errorf("appeal %d: %w", i, err)
		}
		f, err := w.Create(archive.EntryName(list[i].ID))
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
