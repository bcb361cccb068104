package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/report"
)

// ArchiveIDReq names an archive of the journal.
type ArchiveIDReq struct {
	ID string `json:"id"`
}

// Protocol returns a report of what an archive contains and what stayed out, from the stored bytes and
// the journal (G34).
func (a *App) Protocol(ctx context.Context, req ArchiveIDReq) (report.Protocol, error) {
	row, err := a.archive(req.ID)
	if err != nil {
		return report.Protocol{}, err
	}
	files, err := a.journal.Files(ctx, &row)
	if err != nil {
		return report.Protocol{}, err
	}
	var entries []*archive.Opened
	if row.Kind == journal.KindAppeals {
		if entries, err = report.Entries(files); err != nil {
			return report.Protocol{}, explain.Error(err)
		}
		slices.SortStableFunc(entries, func(x, y *archive.Opened) int {
			return strings.Compare(query.NumberKey(x.Appeal.Number), query.NumberKey(y.Appeal.Number))
		})
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	p := report.Protocol{Title: "Протокол архива", Note: report.OwnControl,
		FileName: strings.Replace(journal.Stem(&row.Archive), "РРО_", "Протокол_РРО_", 1) + ".xlsx",
		Table:    report.Questions(entries, a.packs.BodyName), FilesIn: report.FilesIn(entries),
		LeftOut: report.LeftOut(), FilesOut: report.FilesOut()}
	if row.Kind == journal.KindZero {
		p.Title = "Протокол нулевого отчёта"
	}
	for _, out := range row.LeftOut {
		p.LeftOut.Rows = append(p.LeftOut.Rows, []string{out.Number, out.Name, out.Reason})
	}
	for _, out := range row.FilesOut {
		p.FilesOut.Rows = append(p.FilesOut.Rows, []string{out.Number, out.Name, report.WhyFileOut(row.FileRule)})
	}
	p.Head = a.protocolHead(&row.Archive, entered(entries), files)
	return p, nil
}

// entered counts appeals and questions as the clerk entered them: a question for several recipients is
// written once for each, but counts once.
func entered(entries []*archive.Opened) string {
	questions, again := 0, false
	for _, e := range entries {
		seen := map[string]bool{}
		for _, q := range e.Appeal.Questions {
			questions++
			again = again || q.Status == appeal.Transferred && seen[q.Code]
			seen[q.Code] = seen[q.Code] || q.Status == appeal.Transferred
		}
	}
	text := fmt.Sprintf("обращений %d, вопросов %d", len(entries), questions)
	if again {
		text += " (вопрос, направленный в несколько органов, записан для каждого из них отдельно)"
	}
	return text
}

func (a *App) protocolHead(row *journal.Archive, entered string, files []archive.File) [][2]string {
	var head [][2]string
	add := func(label, text string) { head = append(head, [2]string{label, text}) }
	add("Орган", row.Profile.Name)
	add("Идентификатор органа", row.Profile.DepartmentID)
	mode := forming.ModeInfo(row.Mode)
	if row.Kind == journal.KindZero {
		add("Выгрузка", "За указанный месяц обращения не поступали")
	} else {
		add("Выгрузка", mode.Label)
	}
	if mode.Period != forming.NoPeriod {
		add("Период", row.Period)
	}
	if row.Filter != nil {
		add("Дополнительный фильтр", cmp.Or(query.DescribeFilter(row.Filter), "не задан"))
	}
	if row.Kind == journal.KindZero {
		for _, f := range files {
			add("Запись", string(f.Data))
		}
	} else {
		add("Вошло", entered)
		add("Не вошло", fmt.Sprintf("обращений %d", len(row.LeftOut)))
		add("Отчётные месяцы", journal.DescribeMonths(row.Months))
	}
	add("Сформирован", a.office.Moment(row.Created)+", "+row.Profile.PersonName)
	for _, part := range row.Parts {
		add("Файл", fmt.Sprintf("%s, %s, записей %d", part.Name, report.FileSize(part.Size), part.Entries))
		add("Контрольная сумма SHA-256", part.SHA256)
	}
	for _, s := range row.States {
		text := journal.StateLabel(s.State) + " " + a.office.Moment(s.At)
		for _, more := range []string{s.Who, s.Note} {
			if more != "" {
				text += ", " + more
			}
		}
		add("Состояние", text)
	}
	program, _, _ := strings.Cut(row.Program, " (") // the journal has the build too
	add("Для специалиста", "программа "+program+"; формат "+row.Format+"; классификатор "+row.Codes)
	return head
}
