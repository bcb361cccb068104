package incoming

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// Source is a file of a merge after it was read.
type Source struct {
	Name    string
	About   string // what kind of file it is, for people
	offers  []Offer
	outside []ledger.LogEntry // appeals that cannot be taken, with the reason as Decision
	zeros   []ZeroOffer
	refused *rpc.Error // why the whole file cannot be read
}

// outsideKind is the kind of appeals that were not compared, in the words of the log.
const outsideKind = "не сравнивалось"

// leaveOut records why an appeal is not compared; ap is nil if it cannot be read.
func (s *Source) leaveOut(place string, ap *appeal.Appeal, reason string) {
	e := ledger.LogEntry{Source: s.Name, Place: place, Kind: outsideKind, Decision: "не взято: " + reason}
	if ap != nil {
		e.Number, e.Name = ap.Number, ap.Name
	}
	s.outside = append(s.outside, e)
}

// readSource reads a file of a colleague: an archive for the portal, a backup or a hand-over file. It
// returns an error only if the call is cancelled. If the file cannot be read, it sets Source.refused.
func (in *Incoming) readSource(ctx context.Context, name string, data []byte, mine appeal.Profile) (Source, error) {
	s := Source{Name: name}
	read := in.readArchive
	if exchange.IsBackup(data) {
		read = in.readBackup
	}
	err := read(ctx, &s, data, mine)
	if err == nil && len(s.offers)+len(s.outside)+len(s.zeros) == 0 {
		err = rpc.Problem("empty", "В файле нет ни одного обращения.", "Проверьте, тот ли файл выбран.")
	}
	if err == nil || errors.Is(err, context.Canceled) {
		return s, err
	}
	if !errors.As(explain.Error(err), &s.refused) {
		s.refused = rpc.Problem("refused", "Файл не читается: "+err.Error()+".",
			"Попросите коллегу создать его ещё раз.")
	}
	s.offers, s.outside, s.zeros = nil, nil, nil
	return s, nil
}

// notOurs returns why appeals of the body with this GUID stay out; "" if it is the body of mine.
func notOurs(mine appeal.Profile, guid, name string) string {
	whose := strings.TrimSpace(name + " " + guid)
	switch {
	case appeal.SameGUID(mine.DepartmentID, guid):
		return ""
	case mine.DepartmentID == "":
		return "в профиле здесь не заполнен идентификатор органа, а запись относится к органу " + whose
	case guid == "":
		return "в файле не указан идентификатор органа; заполните его в профиле коллеги и создайте файл заново"
	}
	return "другой орган: " + whose + ". Если он есть среди профилей, сделайте его активным и слейте файл ещё раз"
}

func (in *Incoming) readArchive(ctx context.Context, s *Source, data []byte, mine appeal.Profile) error {
	s.About = "архив РРО"
	err := source.WalkEntries(archive.Held, s.Name, data, func(i, n int, f archive.File) error {
		if err := rpc.Report(ctx, i, n, "Читаем "+s.Name); err != nil {
			return err
		}
		var whole []byte
		if n == 1 && archive.IsZip(data) {
			whole = data
		}
		return in.readEntry(s, f, whole, mine)
	})
	if err != nil {
		return err
	}
	if len(s.zeros) > 0 && len(s.offers)+len(s.outside) == 0 {
		s.About = "нулевой отчёт"
	}
	if len(s.offers)+len(s.zeros) == 0 && len(s.outside) > 0 && s.outside[0].Number+s.outside[0].Name == "" {
		return rpc.Problem("refused", "Ни одна запись файла не читается как обращение: "+
			strings.TrimPrefix(s.outside[0].Decision, "не взято: ")+".",
			"Проверьте, тот ли файл выбран.")
	}
	return nil
}

// readEntry reads an entry of an archive as an appeal or a zero report, or records why it stays out.
// whole is the zip if it has only this entry, else nil.
func (in *Incoming) readEntry(s *Source, f archive.File, whole []byte, mine appeal.Profile) error {
	if f.Err != nil {
		s.leaveOut(f.Name, nil, f.Err.Error())
		return nil
	}
	opened, bad := archive.Unmarshal(f.Data)
	if zero, is := ReadZero(opened, f.Data); is {
		return in.readZero(s, f, whole, zero, mine)
	}
	if bad != nil || opened.Appeal.Number == "" && opened.Appeal.Name == "" && len(opened.Appeal.Questions) == 0 {
		s.leaveOut(f.Name, nil, "запись не читается как обращение")
		return nil
	}
	if why := notOurs(mine, opened.DepartmentID, ""); why != "" {
		s.leaveOut(f.Name, &opened.Appeal, why)
		return nil
	}
	if id, found := strings.CutSuffix(path.Base(f.Name), ".json"); found && appeal.IsGUID(id) {
		opened.Appeal.ID = strings.ToLower(id) // this program names entries by the id of the appeal
	}
	s.offers = append(s.offers, Offer{Appeal: opened.Appeal, files: opened.Files, Source: s.Name, Place: f.Name})
	return nil
}

func (in *Incoming) readZero(s *Source, f archive.File, whole []byte, zero archive.Zero, mine appeal.Profile) error {
	words := office.Locked(in.mu, func() string { return in.DescribeZero(zero) })
	if why := notOurs(mine, zero.DepartmentID, ""); why != "" {
		s.leaveOut(f.Name, nil, why)
		s.outside[len(s.outside)-1].Name = words
		return nil
	}
	z := ZeroOffer{Zero: zero, Source: s.Name, Place: f.Name, Part: whole, Words: words}
	if whole == nil {
		var err error
		if z.Part, err = ZeroPart(f.Raw, f.Data); err != nil {
			return err
		}
	}
	s.zeros = append(s.zeros, z)
	return nil
}

// readBackup reads the appeals of a backup or a hand-over file, with history and answer files. It
// ignores the journal, lists of bodies and settings of a backup.
func (in *Incoming) readBackup(ctx context.Context, s *Source, data []byte, mine appeal.Profile) error {
	if err := rpc.Report(ctx, 0, 1, "Читаем "+s.Name); err != nil {
		return err
	}
	d, err := exchange.ReadBackup(bytes.NewReader(data), int64(len(data)), func(done, total int64) error {
		return rpc.Report(ctx, int(done), int(total), "Читаем "+s.Name)
	})
	if err != nil {
		return err
	}
	if d.Head.Version > store.Version() {
		return fmt.Errorf("%s of shape %d: %w", s.Name, d.Head.Version, store.ErrNewer)
	}
	profiles := map[string]appeal.Profile{}
	for id, row := range d.Text[string(store.Profiles)] {
		var p appeal.Profile
		if err := json.Unmarshal(row, &p); err != nil {
			return &exchange.RefusedError{Text: "Файл повреждён: не читается профиль органа"}
		}
		profiles[id] = p
	}
	s.About = "резервная копия от " + in.office.Moment(d.Head.Created)
	if d.Head.Kind == exchange.KindHandover {
		s.About = "файл передачи от " + in.office.Moment(d.Head.Created)
	}
	rows := d.Text[string(store.Appeals)]
	var appeals []*appeal.Appeal
	for i, id := range slices.Sorted(maps.Keys(rows)) {
		if err := rpc.Report(ctx, i, len(rows), "Читаем "+s.Name); err != nil {
			return err
		}
		var ap appeal.Appeal
		if err := json.Unmarshal(rows[id], &ap); err != nil {
			s.leaveOut(id, nil, "запись не читается")
			continue
		}
		appeals = append(appeals, &ap)
	}
	slices.SortStableFunc(appeals, func(x, y *appeal.Appeal) int {
		return strings.Compare(query.NumberKey(x.Number), query.NumberKey(y.Number))
	})
	for _, ap := range appeals {
		p := profiles[ap.ProfileID]
		if why := notOurs(mine, p.DepartmentID, p.Name); why != "" {
			s.leaveOut(p.Name, ap, why)
			continue
		}
		files := map[string][]byte{}
		for n := range ap.Questions {
			if file := ap.Questions[n].Attachment; file != nil {
				if bytes, there := d.Binary[string(store.Files)][file.FileID]; there {
					files[file.FileID] = bytes
					continue
				}
				s.leaveOut(fmt.Sprintf("вопрос %d", n+1), ap, "самого файла ответа «"+file.Name+"» в копии нет")
				ap.Questions[n].Attachment = nil
			}
		}
		s.offers = append(s.offers, Offer{Appeal: *ap, files: files, Source: s.Name, Place: p.PersonName})
	}
	return nil
}

// twice reports whether files[i] equals a file before it.
func twice(files []rpc.File, i int) bool {
	return slices.ContainsFunc(files[:i], func(f rpc.File) bool { return bytes.Equal(f, files[i]) })
}
