package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
	"rroform/wasm/store"
)

// BuildRes is what «Сформировать архив» made.
type BuildRes struct {
	Archive Archive `json:"archive"`
}

// Build forms the archive that [App.Plan] has listed: everything without
// errors goes in. It is offered only after every part was read back and every
// entry in it fits the schema.
func (a *App) Build(ctx context.Context, req PlanReq) (BuildRes, error) {
	job, err := a.snapshot(req)
	if err != nil {
		return BuildRes{}, err
	}
	packed, err := job.pack(ctx, a)
	if err != nil {
		return BuildRes{}, fault(err)
	}
	var files [][]byte
	parts := archive.Split(packed, job.format.MaxPartBytes)
	for i, entries := range parts {
		if err := rpc.Report(ctx, i, len(parts), "Проверяем архив чтением"); err != nil {
			return BuildRes{}, err
		}
		data, err := readBack(entries)
		if err != nil {
			return BuildRes{}, err
		}
		files = append(files, data)
		job.row.Parts = append(job.row.Parts, Part{Entries: len(entries)})
	}
	row, err := a.keepArchive(ctx, job.row, job.stem, files)
	return BuildRes{row}, err
}

// job is a build on its own copy of the records, so that typing goes on.
type job struct {
	row     Archive
	format  appeal.FormatProfile
	appeals []appeal.Appeal
	stem    string // of the parts' names
}

// snapshot takes plan, profile and records at one moment: what is deleted or
// activated meanwhile does not reach a build that has begun.
func (a *App) snapshot(req PlanReq) (*job, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	plan := a.plan(req)
	mode := a.readPeriod(&req)
	switch {
	case len(plan.Blocked) > 0:
		return nil, problem("blocked", "Не заполнен профиль органа: "+plan.Blocked[0].Text, plan.Blocked[0].Hint)
	case rules.Worst(plan.Period) == appeal.Error:
		return nil, problem("period", plan.Period[0].Text, plan.Period[0].Hint)
	case len(plan.In) == 0:
		return nil, nothingToBuild(mode, &req)
	}
	p, _ := a.profile(a.active)
	j := &job{format: a.format.Format, stem: archive.Stem(p.Name, mode.name(&req, a.today())), row: Archive{
		ID: newArchiveID(), Kind: KindAppeals, Profile: p, Mode: req.Mode, Month: req.Month, From: req.From, To: req.To,
		Filter: req.Filter, Period: mode.words(&req), FileRule: a.format.Format.FileRule, Format: a.format.name()}}
	months := map[appeal.Month]int{}
	for _, in := range plan.In {
		rec := a.records[in.ID]
		ap := rec.appeal
		months[in.Month]++
		j.appeals = append(j.appeals, ap)
		j.row.Entries = append(j.row.Entries, Entry{ap.ID, ap.Rev, ap.Number, a.hash(rec)})
		for _, q := range ap.Questions {
			if row, _ := appeal.StatusOf(q.Status); row.File != appeal.Absent && q.Attachment != nil && !j.format.TakesFile(ap.Number) {
				j.row.FilesOut = append(j.row.FilesOut, FileOut{ap.Number, q.Attachment.Name})
			}
		}
	}
	for _, out := range plan.Out {
		j.row.LeftOut = append(j.row.LeftOut, LeftOut{out.ID, out.Number, out.Name, out.why()})
	}
	j.row.Months = monthCounts(months)
	return j, nil
}

// why is the reason for the journal and the protocol, which show no findings
// beside it: it names the errors.
func (r *PlanRow) why() string {
	if r.Because != OutErrors {
		return r.Reason
	}
	words := "Есть ошибки."
	for _, f := range onlyErrors(r.Findings) {
		words += " " + f.Text
	}
	return strings.TrimSuffix(words, ".")
}

func nothingToBuild(mode *ArchiveModeInfo, req *PlanReq) error {
	hint := "Посмотрите в списке «Не войдут», что мешает каждому обращению, или измените период."
	if mode.Mode == ModeMonth {
		hint = "Исправьте ошибки в обращениях этого месяца. Если обращений не было, сформируйте нулевой отчёт."
	}
	return problem("nothing", mode.nothing(req)+" нет обращений, готовых к выгрузке.", hint)
}

func (j *job) pack(ctx context.Context, a *App) ([]archive.Packed, error) {
	var packed []archive.Packed
	for i := range j.appeals {
		if err := rpc.Report(ctx, i, len(j.appeals), "Записываем обращения"); err != nil {
			return nil, err
		}
		ap := &j.appeals[i]
		data, err := archive.Marshal(ap, j.row.Profile.DepartmentID, &j.format, func(id string) ([]byte, error) {
			content, err := a.file(ctx, id)
			if errors.Is(err, store.ErrNotFound) {
				return nil, problem("fileLost", "В хранилище нет файла ответа обращения "+numberOf(ap)+".", "Приложите файл к обращению заново и повторите.")
			}
			return content, err
		})
		if err != nil {
			return nil, err
		}
		came, err := a.asItCame(ctx, ap, j.row.Profile.DepartmentID, data)
		if err != nil {
			return nil, err
		}
		if came != nil {
			data = came
		}
		p, err := archive.Pack(archive.EntryName(ap.ID), data)
		if err != nil {
			return nil, err
		}
		packed = append(packed, p)
	}
	return packed, nil
}

// readBack assembles a part, opens it as the portal would, and holds every
// entry against the schema. A failure is a defect of ours or of the format
// profile, so it says which entry and place.
func readBack(entries []archive.Packed) ([]byte, error) {
	data, err := archive.Assemble(entries)
	if err != nil {
		return nil, err
	}
	files, err := archive.Open(data)
	if err != nil {
		return nil, fault(err)
	}
	if len(files) != len(entries) {
		return nil, badPart(fmt.Sprintf("записано %d файлов, прочитано %d", len(entries), len(files)))
	}
	for i, f := range files {
		if f.Err != nil || f.Name != entries[i].Name {
			return nil, badPart("не читается " + entries[i].Name)
		}
		if wrong := misfits(f.Data); len(wrong) > 0 {
			return nil, badPart(f.Name + ": " + strings.Join(wrong, "; "))
		}
	}
	return data, nil
}

// misfits lists what of an entry does not fit the schema. The reader that finds
// nothing to mend is a hundred times as quick as the schema, and a test holds
// the two against each other; only what it is not sure of goes to the schema.
func misfits(data []byte) []string {
	if read, err := archive.Unmarshal(data); err == nil && read.Fits {
		return nil
	}
	var places []string
	for _, v := range schema.Validate(schema.Entry, data) {
		places = append(places, v.String())
	}
	return places
}

func badPart(what string) error {
	return problem("readBack", "Архив собран, но проверку не прошёл и не выдан: "+what+".",
		"Ничего не потеряно. Сохраните резервную копию и сообщите об этом разработчикам.")
}
