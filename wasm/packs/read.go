package packs

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/calendar"
	"rroform/wasm/charset"
	"rroform/wasm/classifier"
	"rroform/wasm/directory"
	"rroform/wasm/finder"
	"rroform/wasm/foreign"
	"rroform/wasm/rpc"
	"rroform/wasm/schema"
)

// ReadPackReq asks to read a pack from the file that comes with the request, or from pasted text.
type ReadPackReq struct {
	Kind    string `json:"kind"`    // a [PackKind], or "pack" for a common file
	Name    string `json:"name"`    // name of the file
	Text    string `json:"text"`    // pasted text, "" = a file
	Edition string `json:"edition"` // as the clerk typed it; "" = look for it in the file
}

// PackOffer is the content of a file, for the clerk to accept.
type PackOffer struct {
	ID    string     `json:"id"` // for TakePackReq; only the last offer can be accepted
	Parts []PackPart `json:"parts"`
}

// PackPart is one pack of an offer, compared with the one in force.
type PackPart struct {
	Kind     PackKind         `json:"kind"`
	Label    string           `json:"label"`
	Edition  string           `json:"edition"`
	Source   string           `json:"source"`
	InForce  string           `json:"inForce"` // edition in force, "" = none
	State    PackState        `json:"state"`
	Refusal  string           `json:"refusal"` // why it cannot be accepted, "" = it can
	Forced   bool             `json:"forced"`  // it can be accepted in spite of Refusal, after a confirmation
	Doubt    bool             `json:"doubt"`   // it looks incomplete: the first remark says why
	Counts   []PackCount      `json:"counts"`
	Remarks  []string         `json:"remarks"` // what was not read, or is unusual
	Affected []AffectedAppeal `json:"affected"`
	AllHit   int              `json:"allHit"` // number of affected appeals; Affected has the first of them
}

// PackState is the result of comparing the editions of an offered pack and the one in force.
type PackState string

// Values of [PackState].
const (
	PackNewer PackState = "newer"
	PackSame  PackState = "same"
	PackOlder PackState = "older"
	PackNew   PackState = "new" // none of the kind is in force, or the editions cannot be compared
)

// PackCount is a line of the summary: a number, and the first names of what was counted.
type PackCount struct {
	Label string   `json:"label"`
	Count int      `json:"count"`
	Names []string `json:"names"`
}

// AffectedAppeal is an appeal with a code or a recipient that the pack changes.
type AffectedAppeal struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	What   string `json:"what"`
}

const (
	maxNames    = 100 // in a PackCount
	maxAffected = 200
	maxParts    = 100 // in a common file
	FileFormat  = "rroform-pack-1"
)

// PackFile is the common file: several packs, for other computers of the body.
type PackFile struct {
	Format  string    `json:"format"`
	Created time.Time `json:"created"`
	Program string    `json:"program"`
	Parts   []Row     `json:"parts"`
}

// Offered is the last offer, until the clerk accepts it.
type Offered struct {
	ID       string
	Rows     []Row
	Compared []PackPart // of the same length as Rows
}

// LargestPack is the size limit of any pack file, in bytes.
const LargestPack = 32 << 20

// PackSizes are size limits of files, in bytes, far above real data: a classifier of 2,000 codes has 300 KB, a list of
// 100,000 bodies 15 MB.
var PackSizes = map[string]int{
	string(PackClassifier): 4 << 20, string(PackBodies): 20 << 20, string(PackCalendar): 1 << 20,
	string(PackFormat): 1 << 20, "pack": LargestPack,
}

// Small JSON objects need far more memory than their text, so the number of values is limited too. The largest real
// file has 100,000 bodies with two values each.
const (
	MaxPackObjects = 300_000
	MaxPackValues  = 1_500_000
)

// PackReaders decode a file into rows and remarks. The TSV of a classifier has only the entries of the file until
// [Editions.Compare] merges it with the edition in force.
var PackReaders = map[string]func(*Editions, ReadPackReq, []byte) ([]Row, []string, error){
	string(PackClassifier): readClassifier, string(PackBodies): readBodies, string(PackCalendar): readCalendar,
	string(PackFormat): readFormat, "pack": readAll,
}

const otherFile = "Проверьте, тот ли файл выбран. Ничего не изменилось."

func readClassifier(e *Editions, req ReadPackReq, data []byte) ([]Row, []string, error) {
	plain, _ := charset.Text(data)
	text := string(plain)
	if classifier.Counted(text) {
		return nil, nil, rpc.Problem("file",
			"Это не редакция классификатора, а подсчёт обращений по вопросам: за названиями стоят числа.",
			"Выберите файл самой редакции: в нём только коды и названия. Ничего не изменилось.")
	}
	list, unread := classifier.Entries(text)
	if len(list) == 0 {
		why := "В тексте нет ни одного кода вида 0001.0002.0027.0126."
		if len(unread) > 0 {
			why = unread[0] + "."
		}
		return nil, nil, rpc.Problem("file", "Классификатор не прочитан. "+why, otherFile)
	}
	if len(list) > classifier.MaxEntries {
		return nil, nil, rpc.Problem("file",
			fmt.Sprintf("В тексте больше %d кодов: это предел для классификатора.", classifier.MaxEntries), otherFile)
	}
	edition := e.editionOf(req, text)
	if edition == "" {
		return nil, nil, rpc.Problem("edition", "Не указана редакция классификатора.",
			"Впишите дату с титульного листа: дд.мм.гггг. По ней программа отличает новую редакцию от старой.")
	}
	return []Row{{Kind: PackClassifier, Edition: edition, Source: req.Name, TSV: classifier.WriteEntries(list)}},
		unread, nil
}

// editionOf returns the date that the clerk typed, or the one in the name or the beginning of the file.
func (e *Editions) editionOf(req ReadPackReq, text string) string {
	if d := appeal.ParseDate(strings.TrimSpace(req.Edition), e.office.Today()); d.Valid() {
		return d.Russian()
	}
	if found := classifier.EditionIn(req.Name); found != "" {
		return found
	}
	const head = 4000 // bytes, more than a title page has
	return classifier.EditionIn(strings.ToValidUTF8(text[:min(len(text), head)], ""))
}

func readBodies(e *Editions, req ReadPackReq, data []byte) ([]Row, []string, error) {
	list, err := directory.Read(data)
	if err != nil || len(list.Bodies) == 0 {
		return nil, nil,
			rpc.Problem("file", "Справочник органов не прочитан: "+
				inRussian(err, "в файле нет ни одной пары «наименование и идентификатор (GUID)»")+".", otherFile)
	}
	text, _ := charset.Text(data)
	row := Row{Kind: PackBodies, Edition: e.editionOf(req, string(text)), Source: req.Name}
	if row.Edition == "" {
		row.Edition = e.office.Today().Russian()
	}
	for _, b := range list.Bodies {
		row.Bodies = append(row.Bodies, Body{b.ID, b.Name})
	}
	remarks := list.Unread
	if list.Repeats > 0 {
		remarks = append([]string{fmt.Sprintf("Повторы одного идентификатора пропущены: %d", list.Repeats)}, remarks...)
	}
	return []Row{row}, remarks, nil
}

func readCalendar(e *Editions, req ReadPackReq, data []byte) ([]Row, []string, error) {
	years, unread, err := calendar.Read(data)
	if err != nil {
		return nil, nil, rpc.Problem("file", "Календарь не прочитан: "+inRussian(err, "в файле нет дат")+".",
			"Подходят XML и JSON в виде xmlcalendar.ru и список дат дд.мм.гггг по строкам; рабочий выходной отмечают "+
				"словом «рабочий». Ничего не изменилось.")
	}
	var rows []Row
	for _, y := range years {
		rows = append(rows, Row{Kind: PackCalendar, Edition: e.office.Today().Russian(), Source: req.Name, Year: &y})
	}
	return rows, unread, nil
}

func readFormat(_ *Editions, req ReadPackReq, data []byte) ([]Row, []string, error) {
	var f appeal.FormatProfile
	if wrong := CheckFormat(data, &f); len(wrong) > 0 {
		return nil, nil, rpc.Problem("file", "Профиль формата не принят: "+violationText(wrong[0])+".", otherFile)
	}
	return []Row{{Kind: PackFormat, Edition: f.Version, Source: req.Name, Format: &f}}, nil, nil
}

func violationText(v schema.Violation) string {
	if v.Path == "" {
		return v.Text
	}
	return v.Path + ": " + v.Text
}

func readAll(e *Editions, req ReadPackReq, data []byte) ([]Row, []string, error) {
	var file PackFile
	err := json.Unmarshal(data, &file)
	switch {
	case err != nil || !strings.HasPrefix(file.Format, "rroform-pack-"):
		return nil, nil, rpc.Problem("file", "Это не пакет справочников РРО-формы.",
			"Пакет выгружает кнопка «Выгрузить пакет справочников». Ничего не изменилось.")
	case file.Format != FileFormat:
		return nil, nil, rpc.Problem("newer", "Пакет справочников сделан более новой версией программы.",
			"Откройте новую версию файла РРО-формы.")
	}
	if len(file.Parts) > maxParts {
		return nil, nil, rpc.Problem("file", fmt.Sprintf("В пакете больше %d справочников: это предел.", maxParts),
			otherFile)
	}
	var remarks []string
	file.Parts = slices.DeleteFunc(file.Parts, func(p Row) bool {
		why := p.unfit()
		if why != "" {
			remarks = append(remarks, why)
		}
		return why != ""
	})
	if len(file.Parts) == 0 {
		return nil, nil, rpc.Problem("file",
			"В пакете нет ни одного справочника, который понимает эта версия программы.", otherFile)
	}
	return file.Parts, remarks, nil
}

// unfit returns why a part of a common file cannot be used, "" = it can.
func (p *Row) unfit() string {
	label := packLabels[p.Kind]
	switch {
	case label == "":
		return fmt.Sprintf("Часть «%s» этой версии программы не известна", p.Kind)
	case p.Kind == PackClassifier:
		switch list, _ := classifier.Entries(p.TSV); {
		case len(list) == 0:
			return label + ": нет ни одного кода"
		case len(list) > classifier.MaxEntries:
			return fmt.Sprintf("%s: больше %d кодов, это предел", label, classifier.MaxEntries)
		}
	case p.Kind == PackHabits:
		if _, err := finder.ParseHabits([]byte(p.TSV)); err != nil {
			return label + ": не читается список кодов и чисел"
		}
	case p.Kind == PackBodies:
		bad := func(b Body) bool { return !appeal.IsGUID(b.DepartmentID) || strings.TrimSpace(b.Name) == "" }
		if len(p.Bodies) == 0 || slices.ContainsFunc(p.Bodies, bad) {
			return label + ": есть орган без наименования или с неверным идентификатором"
		}
	case p.Kind == PackCalendar:
		bad := func(d appeal.Date) bool { return !d.Valid() }
		if p.Year == nil || slices.ContainsFunc(p.Year.Off, bad) || slices.ContainsFunc(p.Year.Work, bad) {
			return label + ": есть неверная дата"
		}
	case p.Kind == PackResults:
		for _, r := range p.Results {
			if err := CheckOwnResult(r, classifier.Fold(r.Value), OwnResult{}); err != nil {
				return label + ": " + err.Error()
			}
		}
	case p.Kind == PackWords:
		for _, w := range p.Words {
			if err := w.Check(); err != nil {
				return label + ": " + err.Error()
			}
		}
	case p.Kind == PackFormat:
		data, err := json.Marshal(p.Format)
		if p.Format == nil || err != nil {
			return label + ": нет содержимого"
		}
		if wrong := CheckFormat(data, new(appeal.FormatProfile)); len(wrong) > 0 {
			return label + ": " + violationText(wrong[0])
		}
	}
	return ""
}

// inRussian returns why a file was not read; otherwise is the text for a nil error.
func inRussian(err error, otherwise string) string {
	if err == nil {
		return otherwise
	}
	var spoken *foreign.Error
	if errors.As(err, &spoken) {
		return spoken.Error()
	}
	for _, known := range []error{charset.ErrTag, charset.ErrDepth, charset.ErrUnknown} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("файл повреждён: нарушена запись XML в строке %d", syntax.Line)
	}
	return "файл повреждён или записан в другом виде"
}
