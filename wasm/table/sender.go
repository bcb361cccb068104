package table

import (
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
)

// Sender says what a text names that stands in a column of senders.
type Sender int

// Kinds of senders. An organisation that turned to a body is an applicant like
// a citizen; a body of power sends on what others wrote.
const (
	Unclear Sender = iota
	Applicant
	Body
)

// SenderOf tells an applicant from a body. Most of what a table holds is
// clear; the clerk decides about the rest.
func SenderOf(cell string) Sender {
	words := strings.Fields(classifier.Fold(cell))
	folded := strings.Join(words, " ")
	switch {
	case isPerson(oneLine(cell)) || citizenWords.has(folded) || otherWords.has(word(cell)):
		return Applicant
	case slices.ContainsFunc(words, applicantWords.has) || beginsAny(folded, applicantKin):
		return Applicant
	case slices.ContainsFunc(words, bodyWords.has) || containsAny(folded, bodyKin) ||
		slices.ContainsFunc(words, func(w string) bool {
			return strings.HasSuffix(w, "надзор") || strings.HasSuffix(w, "надзора")
		}):
		return Body
	case isShortName(oneLine(cell)):
		return Applicant
	}
	return Unclear
}

var (
	// applicantWords are forms of organisations.
	applicantWords = folded("ООО", "АО", "ЗАО", "ОАО", "ПАО", "ИП", "НКО", "АНО", "ТСЖ", "ТСН", "СНТ", "ДНТ", "ДНП",
		"ГСК", "ЖСК", "КФХ", "СПК", "НАО",
		"ЧОУ", "РОО", "МОО", "ТОС")
	// applicantKin are how a text about applicants begins: bodies have names as
	// «Управление по работе с обращениями граждан».
	applicantKin = []string{"граждан", "жител", "собственник", "инициативн", "коллективн", "товариществ",
		"общество с ограниченн",
		"акционерн", "индивидуальный предпринимател", "профсоюз", "общественная организац"}
	// bodyWords are short names of bodies.
	bodyWords = folded("МВД", "УМВД", "ОМВД", "ГУВД", "ГИБДД", "МЧС", "ФНС", "УФНС", "ИФНС", "ФССП", "УФССП", "ФСИН",
		"УФСИН", "ФСБ", "УФСБ", "ФАС", "УФАС",
		"СФР", "ПФР", "ФОМС", "ТФОМС", "СК", "ГЖИ", "ГИТ", "ЦИК", "ТИК", "дума", "думы", "суд", "суда", "мэр", "мэра",
		"управа", "управы", "ОМСУ", "ОИВ",
		"ФОИВ", "РОИВ", "орган", "органа")
	// bodyKin are beginnings of words for bodies and who speaks for them.
	bodyKin = []string{"администрац", "аппарат", "губернатор", "правительств", "министерств", "министр", "минстро",
		"минздрав", "минтранс", "минтруд",
		"минобр", "минсоц", "минприрод", "минжкх", "минэконом", "минцифр", "департамент", "управлени", "комитет",
		"прокур", "полици", "госдум",
		"законодательн", "собрани", "совет федерац", "совет депутат", "инспекци", "федеральн", "служб", "агентств",
		"приемн", "депутат", "президент",
		"уполномоченн", "мэри", "префектур", "следственн", "отдел", "казначейств", "избирательн", "канцеляри",
		"ведомств", "представительств",
		"полномочн", "главк", "роспотреб", "росреестр", "росгварди", "военкомат", "военный комиссариат", "глава ",
		"главы "}
)

func beginsAny(text string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(text, b) })
}

const (
	nameWord   = `[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:-[А-ЯЁа-яё]+)*`
	patronymic = `[А-ЯЁ](?i:[а-яё]*(?:вич|вна|ич|чна))|` + nameWord + `[ -](?i:оглы|оглу|кызы|гызы|улы|уулу)`
	initials   = `[А-ЯЁ]\. ?(?:[А-ЯЁ]\.?)?`
)

var (
	person = pattern.Of(`^(?:` + nameWord + `,? (?:` + initials + `|` + nameWord + ` (?:` + patronymic + `))|` +
		initials + ` ?` + nameWord + `|` + nameWord + ` (?:` + patronymic + `) ` + nameWord + `)$`)
	shortName = pattern.Of(`^` + nameWord + ` ` + nameWord + `$`)
)

// isPerson reports whether a text looks like a citizen's name with a patronymic
// or initials.
func isPerson(cell string) bool { return person().MatchString(cell) }

// isShortName reports whether a text is a surname and a usual given name.
func isShortName(cell string) bool {
	return shortName().MatchString(cell) && slices.ContainsFunc(strings.Fields(classifier.Fold(cell)), givenNames.has)
}

var givenNames = folded(strings.Fields(`
	Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артём Артур Борис Вадим Валентин Валерий Василий
	Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий Герман Глеб Григорий Даниил Данил Денис Дмитрий
	Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Марат Марк Матвей Михаил Никита Николай Олег
	Павел Пётр Рамиль Ринат Роман Руслан Рустам Семён Сергей Станислав Степан Тимофей Тимур Фёдор Филипп Эдуард
	Юрий Яков Ярослав Алевтина Александра Алина Алиса Алла Алёна Анастасия Ангелина Анна Антонина Валентина
	Валерия Варвара Василиса Вера Вероника Виктория Галина Дарья Диана Евгения Екатерина Елена Елизавета Жанна
	Зинаида Зоя Инна Ирина Карина Кира Клавдия Кристина Ксения Лариса Лидия Лилия Любовь Людмила Маргарита Марина
	Мария Милана Надежда Наталия Наталья Нина Оксана Олеся Ольга Полина Раиса Регина Римма Светлана София Софья
	Тамара Татьяна Ульяна Фаина Эльвира Элина Эмма Юлия Яна`)...)
