package archive

import (
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/charset"
	"rroform/wasm/foreign"
)

// Repair is a place where an entry deviates from the portal's format, and how it was
// understood. The texts are Russian.
type Repair struct {
	Field string `json:"field"` // path, see appeal.Fields; "" = the whole entry
	Found string `json:"found"` // what the entry has
	Taken string `json:"taken"` // what it was read as
}

// Opened is an entry read as an appeal. Files holds the bytes of answer files by
// FileID, which is the index of the question.
type Opened struct {
	Appeal       appeal.Appeal
	DepartmentID string
	Files        map[string][]byte
	Repairs      []Repair // none = every key and value is as schemas/FORMAT.md says
	// Fits: the entry certainly matches the schema. If false, ask the schema.
	Fits bool
}

// maxDepth limits the nesting of values in an entry. The format needs five levels.
const maxDepth = 64

// maxValues limits the values of an entry, maxList its questions and the recipients
// of a question: the form could not show more.
const (
	maxValues = 20_000
	maxList   = 200
)

// Unmarshal reads an entry, tolerating the deviations that other programs are known
// for. The appeal has no ids yet. The error is a *foreign.Error that says in Russian
// why the text is not an appeal, and where. Whether the appeal is correct is decided
// by the schema and the rules.
func Unmarshal(data []byte) (*Opened, error) {
	r := reader{out: &Opened{Files: map[string][]byte{}}}
	text, written := charset.Text(data)
	if written != charset.UTF8 {
		r.repair("", string(written), string(charset.UTF8))
	}
	v, blanked, bad := foreign.Parse(text, maxDepth, maxValues)
	if bad != nil {
		return nil, bad
	}
	if blanked {
		r.repair("", "переносы строк и другие управляющие знаки внутри текста", "пробелы")
	}
	if v.Kind() != foreign.Object {
		return nil, v.Error("Запись — не обращение: нужен один объект { … }")
	}
	in := entryIn{Appeal: &r.out.Appeal}
	seen := readObject(&r, v, "", entryFields, &in, &r.out.Appeal.Extra)
	if r.bad == nil && seen&ownFields == 0 {
		r.bad = v.Error("Запись — не обращение: в ней нет ни номера, ни заявителя, ни вопросов. Возможно, это " +
			"нулевой отчёт")
	}
	if r.bad != nil {
		return nil, r.bad
	}
	if !in.saysDirect {
		r.repair("isDirect", "не указано", "нет")
	}
	r.out.DepartmentID = in.departmentID
	r.settle(in.questions)
	r.out.Fits = len(r.out.Repairs) == 0 && fits(r.out, in.questions)
	return r.out, nil
}

// reader reads one entry.
type reader struct {
	out      *Opened
	question int            // the one being read
	bad      *foreign.Error // the first place that cannot be read
}

func (r *reader) repair(path, found, taken string) {
	r.out.Repairs = append(r.out.Repairs, Repair{path, short(found), short(taken)})
}

func (r *reader) refuse(v foreign.Value, what string) {
	if r.bad == nil {
		r.bad = v.Error(what)
	}
}

// short shortens a quotation.
func short(s string) string {
	const most = 60
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return s
}

// field describes a key of an object and how its value is read. path is the last part
// of its path in appeal.Fields.
type field[T any] struct {
	key, path string
	read      func(r *reader, into *T, v foreign.Value, path place)
}

// place is a path in two parts, which are joined only when an error or repair needs it.
type place struct{ at, field string }

func (p place) String() string { return p.at + p.field }

// readObject reads the members listed in fields and keeps the others in extra. If a
// name occurs twice, the last value counts, as in most programs. seen has a bit for
// each field that occurred.
func readObject[T any](r *reader, v foreign.Value, at string, fields []field[T], into *T, extra *appeal.Extra) (
	seen uint32) {
	for key, member := range v.Members() {
		i := indexOf(fields, key)
		if i < 0 {
			r.keep(extra, at+string(key), string(key), member)
			continue
		}
		f := &fields[i]
		path := place{at, f.path}
		if f.key != string(key) {
			r.repair(path.String(), "имя поля «"+string(key)+"»", "«"+f.key+"»")
		}
		if seen&(1<<i) != 0 {
			r.repair(path.String(), "поле «"+f.key+"» стоит дважды", "последнее значение")
		}
		seen |= 1 << i
		f.read(r, into, member, path)
	}
	return seen
}

// indexOf returns the index of the field with this key, exactly or else ignoring
// letter case, -1 if there is none.
func indexOf[T any](fields []field[T], key []byte) int {
	for i := range fields {
		if fields[i].key == string(key) {
			return i
		}
	}
	for i := range fields {
		if strings.EqualFold(fields[i].key, string(key)) {
			return i
		}
	}
	return -1
}

// keep stores an unknown member in extra.
func (r *reader) keep(extra *appeal.Extra, path, key string, v foreign.Value) {
	if *extra == nil {
		*extra = appeal.Extra{}
	}
	if _, twice := (*extra)[key]; twice {
		r.repair(path, "поле «"+key+"» стоит дважды", "последнее значение")
	}
	(*extra)[key] = v.Compact()
}

// settle derives the dates of the appeal from those of its questions. A question
// keeps a date of its own only where it differs.
func (r *reader) settle(questions []questionIn) {
	ap := &r.out.Appeal
	for i := range questions {
		q := &questions[i]
		if ap.IncomingDate == "" {
			ap.IncomingDate = q.incoming
		}
		if ap.RegistrationDate == "" {
			ap.RegistrationDate = q.registration
		}
	}
	ap.Questions = slices.Grow(ap.Questions, len(questions))
	for i := range questions {
		q := &questions[i]
		row, _ := appeal.StatusOf(q.Status)
		q.IncomingDate = r.ownDate(i, "incomingDate", q.incoming, ap.IncomingDate, row.Incoming)
		q.RegistrationDate = r.ownDate(i, "registrationDate", q.registration, ap.RegistrationDate, row.Registration)
		ap.Questions = append(ap.Questions, q.Question)
	}
}

// ownDate returns the date that a question keeps, "" if it is the appeal's.
func (r *reader) ownDate(i int, field string, own, common appeal.Date, need appeal.Need) appeal.Date {
	if own == "" && common != "" && need == appeal.Required {
		r.repair(fmt.Sprintf("questions.%d.%s", i, field), "не указано", "как у другого вопроса: "+common.Russian())
	}
	if own == common {
		return ""
	}
	return own
}
