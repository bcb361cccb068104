// Package generate invents appeals in any number, for benchmarks and tests. Persons are
// random combinations of common names. The same seed gives the same appeals.
package generate

import (
	"fmt"
	"math/rand/v2"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

var (
	surnames = []string{"Иванов", "Смирнов", "Кузнецов", "Попов", "Соколов", "Лебедев", "Козлов", "Новиков", "Морозов",
		"Петров",
		"Волков", "Соловьёв", "Васильев", "Зайцев", "Павлов", "Семёнов", "Голубев", "Виноградов", "Богданов",
		"Воробьёв",
		"Фёдоров", "Михайлов", "Беляев", "Тарасов", "Белов", "Комаров", "Орлов", "Киселёв", "Макаров", "Андреев"}
	names = []string{"Александр", "Сергей", "Дмитрий", "Андрей", "Алексей", "Максим", "Евгений", "Иван", "Михаил",
		"Артём",
		"Пётр", "Николай", "Владимир", "Константин", "Семён"}
	fathers = []string{"Александрович", "Сергеевич", "Дмитриевич", "Андреевич", "Алексеевич", "Иванович", "Петрович",
		"Николаевич",
		"Владимирович", "Семёнович"}
	streets = []string{"Центральная", "Молодёжная", "Школьная", "Лесная", "Садовая", "Советская", "Новая", "Набережная",
		"Заречная",
		"Зелёная", "Мира", "Ленина", "Полевая", "Луговая", "Октябрьская"}
	towns  = []string{"с. Примерное", "г. Образцов", "пос. Дальний", "д. Берёзовка", "с. Верхнее"}
	bodies = []string{"Администрация района", "Министерство транспорта", "Управление образования", "Жилищная инспекция",
		"Комитет по здравоохранению", "Отдел архитектуры"}
)

// Generator returns appeals one by one. It is not safe for concurrent use.
type Generator struct {
	random *rand.Rand
	codes  []string
	first  time.Time
	made   int
}

// New returns a generator of appeals from the three years before today.
func New(seed uint64, today time.Time) *Generator {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		panic("internal error: embedded classifier: " + err.Error())
	}
	g := &Generator{random: rand.New(rand.NewPCG(seed, 1)), first: today.AddDate(-3, 0, 0)}
	for row := range table.All() {
		if row.Assignable() {
			g.codes = append(g.codes, row.Code)
		}
	}
	return g
}

func pick[T any](g *Generator, list []T) T { return list[g.random.IntN(len(list))] }

// often returns true with this probability.
func (g *Generator) often(percent int) bool { return g.random.IntN(100) < percent }

// id returns a UUID of version 4 made from the generator's random numbers.
func (g *Generator) id() string {
	a, b := g.random.Uint64(), g.random.Uint64()
	return fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x", uint32(a), uint16(a>>32), a>>52, b>>52, b&(1<<48-1))
}

func (g *Generator) day(from time.Time, within int) (time.Time, appeal.Date) {
	t := from.AddDate(0, 0, g.random.IntN(within))
	return t, appeal.DateOf(t)
}

// Appeal returns the next appeal: mostly direct with one question, a quarter sent by
// another body, one in ten with an error, one in fifty a draft.
func (g *Generator) Appeal(profileID string) appeal.Appeal {
	g.made++
	day, incoming := g.day(g.first, 3*365)
	registered, registration := g.day(day, 3)
	ap := appeal.Appeal{ID: g.id(), Rev: 1, ProfileID: profileID, Created: registered,
		Modified: registered.Add(time.Duration(g.made) * time.Second),
		IsDirect: true, Format: appeal.Other, Number: fmt.Sprintf("%d-ОГ", g.made), IncomingDate: incoming,
		RegistrationDate: registration,
		Name:             pick(g, surnames) + " " + pick(g, names) + " " + pick(g, fathers),
		Address: fmt.Sprintf("Примерная область, %s, ул. %s, д. %d, кв. %d", pick(g, towns), pick(g, streets),
			1+g.random.IntN(200), 1+g.random.IntN(90)),
		Draft: g.often(2)}
	if g.often(25) {
		ap.IsDirect, ap.CreateDate, ap.Number = false, appeal.DateOf(day.AddDate(0, 0, -2)),
			fmt.Sprintf("А26-02-%09d", g.made)
	}
	if g.often(30) {
		ap.Email = fmt.Sprintf("citizen%d@example.com", g.made)
	}
	for range 1 + g.random.IntN(5)/4 + g.random.IntN(20)/19 {
		ap.Questions = append(ap.Questions, g.question(registered))
	}
	g.spoil(&ap)
	return ap
}

func (g *Generator) question(registered time.Time) appeal.Question {
	row := pick(g, appeal.Statuses)
	q := appeal.Question{ID: g.id(), Code: pick(g, g.codes), Status: row.Status}
	_, later := g.day(registered.AddDate(0, 0, 1), 30)
	if row.Response == appeal.Required {
		q.ResponseDate = later
	}
	if row.Measures == appeal.Required {
		taken := g.often(50)
		q.ActionsTaken = &taken
	}
	if row.Transfer == appeal.Required {
		n := g.random.IntN(len(bodies))
		q.Transfers = []appeal.Transfer{
			{ID: g.id(), DepartmentID: fmt.Sprintf("a1b2c3d4-0001-4000-8000-%012d", n), DepartmentName: bodies[n],
				TransferDate: later, TransferNumber: fmt.Sprintf("%d-АБ", g.made)}}
	}
	return q
}

// spoil puts a common error into one of ten appeals.
func (g *Generator) spoil(ap *appeal.Appeal) {
	wrong := []func(){
		func() { ap.Name = "" }, func() { ap.Number = "" }, func() { ap.Questions[0].Code = "" },
		func() { ap.Questions[0].Status = "" }, func() { ap.RegistrationDate = "" },
		func() { ap.IncomingDate = "31.02.2026" },
		func() { ap.Questions[0].Code = ap.Questions[0].Code[15:19] }, func() { ap.Email = "не адрес" },
	}
	if g.often(10) {
		pick(g, wrong)()
	}
}
