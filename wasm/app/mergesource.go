package app

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
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// mergeSource is a file of a merge as it was read.
type mergeSource struct {
	name    string
	about   string
	offers  []offer
	outside []LogEntry // records that cannot be taken, with the reason as decision
	refused *rpc.Error // why the whole file cannot
}

// outsideKind is how the log calls a record that was not held against the register.
const outsideKind = "не сравнивалось"

func (s *mergeSource) leaveOut(place string, ap *appeal.Appeal, reason string) {
	e := LogEntry{Source: s.name, Place: place, Kind: outsideKind, Decision: "не взято: " + reason}
	if ap != nil {
		e.Number, e.Name = ap.Number, ap.Name
	}
	s.outside = append(s.outside, e)
}

// readSource reads a file of a colleague: an archive for the portal, a backup
// or a hand-over file. Only a cancellation is an error; what cannot be read is
// refused in the source.
func (a *App) readSource(ctx context.Context, name string, data []byte, mine appeal.Profile) (mergeSource, error) {
	s := mergeSource{name: name}
	read := a.readArchive
	if exchange.IsBackup(data) {
		read = a.readCopy
	}
	err := read(ctx, &s, data, mine)
	if err == nil && len(s.offers)+len(s.outside) == 0 {
		err = problem("empty", "В файле нет ни одного обращения.", "Проверьте, тот ли файл выбран.")
	}
	if err == nil || errors.Is(err, context.Canceled) {
		return s, err
	}
	if !errors.As(fault(err), &s.refused) {
		s.refused = problem("refused", "Файл не читается: "+err.Error()+".", "Попросите коллегу создать его ещё раз.")
	}
	s.offers, s.outside = nil, nil
	return s, nil
}

// notOurs says why records of another body stay out, "" when it is ours.
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

func (a *App) readArchive(ctx context.Context, s *mergeSource, data []byte, mine appeal.Profile) error {
	files, err := archive.Held.Open(data)
	if err != nil {
		return err
	}
	s.about = "архив РРО"
	for i, f := range files {
		if err := rpc.Report(ctx, i, len(files), "Читаем "+s.name); err != nil {
			return err
		}
		opened, err := readEntry(f)
		if err != nil {
			s.leaveOut(f.Name, nil, err.Error())
			continue
		}
		if why := notOurs(mine, opened.DepartmentID, ""); why != "" {
			s.leaveOut(f.Name, &opened.Appeal, why)
			continue
		}
		if id, found := strings.CutSuffix(path.Base(f.Name), ".json"); found && appeal.IsGUID(id) {
			opened.Appeal.ID = strings.ToLower(id) // as archives of this program name their entries
		}
		s.offers = append(s.offers, offer{Appeal: opened.Appeal, Files: opened.Files, Source: s.name, Place: f.Name})
	}
	if len(s.offers) == 0 && len(s.outside) > 0 && s.outside[0].Number == "" {
		return problem("refused", "Ни одна запись файла не читается как обращение: "+strings.TrimPrefix(s.outside[0].Decision, "не взято: ")+".",
			"Проверьте, тот ли файл выбран.")
	}
	return nil
}

func readEntry(f archive.File) (*archive.Opened, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	opened, err := archive.Unmarshal(f.Data)
	if err != nil {
		return nil, errors.New("запись не читается как обращение")
	}
	if ap := &opened.Appeal; ap.Number == "" && ap.Name == "" && len(ap.Questions) == 0 {
		return nil, errors.New("в записи нет обращения (возможно, это нулевой отчёт)")
	}
	return opened, nil
}

// readCopy reads a backup or a hand-over file: its appeals with history and
// answer files. Journal, directories and settings stay where they are.
func (a *App) readCopy(ctx context.Context, s *mergeSource, data []byte, mine appeal.Profile) error {
	if err := rpc.Report(ctx, 0, 1, "Читаем "+s.name); err != nil {
		return err
	}
	d, err := exchange.ReadBackup(bytes.NewReader(data), int64(len(data)), func(done, total int64) error {
		return rpc.Report(ctx, int(done), int(total), "Читаем "+s.name)
	})
	if err != nil {
		return err
	}
	if d.Head.Version > store.Version() {
		return fmt.Errorf("%s of shape %d: %w", s.name, d.Head.Version, store.ErrNewer)
	}
	profiles := map[string]appeal.Profile{}
	for id, row := range d.Text[string(store.Profiles)] {
		var p appeal.Profile
		if err := json.Unmarshal(row, &p); err != nil {
			return &exchange.RefusedError{Text: "Файл повреждён: не читается профиль органа"}
		}
		profiles[id] = p
	}
	s.about = "резервная копия от " + a.moment(d.Head.Created)
	if d.Head.Kind == exchange.KindHandover {
		s.about = "файл передачи от " + a.moment(d.Head.Created)
	}
	rows := d.Text[string(store.Appeals)]
	var appeals []*appeal.Appeal
	for i, id := range slices.Sorted(maps.Keys(rows)) {
		if err := rpc.Report(ctx, i, len(rows), "Читаем "+s.name); err != nil {
			return err
		}
		var ap appeal.Appeal
		if err := json.Unmarshal(rows[id], &ap); err != nil {
			s.leaveOut(id, nil, "запись не читается")
			continue
		}
		appeals = append(appeals, &ap)
	}
	slices.SortStableFunc(appeals, func(x, y *appeal.Appeal) int { return strings.Compare(numberKey(x.Number), numberKey(y.Number)) })
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
		s.offers = append(s.offers, offer{Appeal: *ap, Files: files, Source: s.name, Place: p.PersonName})
	}
	return nil
}

// twice reports whether the file was among those before it.
func twice(files []rpc.File, i int) bool {
	return slices.ContainsFunc(files[:i], func(f rpc.File) bool { return bytes.Equal(f, files[i]) })
}
