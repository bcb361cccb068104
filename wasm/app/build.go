package app

import (
	"context"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
)

// BuildRes is what «Сформировать архив» made.
type BuildRes struct {
	Archive Archive `json:"archive"`
}

// Build forms the archive that [App.Plan] has listed: everything without
// errors goes in. It is offered only after every part was opened again; each
// entry was unpacked and held against the schema when it was packed. However
// large the archive, no more than two parts of it are in memory. The page gets
// the parts as blocks of the answer.
func (a *App) Build(ctx context.Context, req PlanReq) (BuildRes, error) {
	job, err := a.snapshot(ctx, req)
	if err != nil {
		return BuildRes{}, err
	}
	keeper := &partKeeper{app: a, ctx: ctx, row: &job.row}
	err = job.write(ctx, keeper)
	if err == nil {
		err = keeper.wait()
	}
	if err != nil {
		return BuildRes{}, explain.Error(keeper.forget(err))
	}
	row, err := a.keepArchive(ctx, job.row, job.stem)
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	return BuildRes{row.Archive}, nil
}

// job is a build on its own copy of the records, so that typing goes on.
type job struct {
	app     *App
	row     archiveRow
	format  appeal.FormatProfile
	stem    string // of the parts' names
	items   []*item
	sources *sourceRows
	epoch   int // of what the entries are made by, see [App.forget]
}

// item is one appeal of a job. What it says is never changed in place.
type item struct {
	*appeal.Appeal
	rec   *facts
	entry *archive.Packed // nil = to be made
	hash  string          // "" = to be made
	place int             // in the list that the clerk saw
}

// snapshot takes plan, profile and records at one moment: what is deleted or
// activated meanwhile does not reach a build that has begun.
func (a *App) snapshot(ctx context.Context, req PlanReq) (*job, error) {
	if err := a.compareAll(ctx, a.inUse()); err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.sift(&req)
	switch {
	case len(s.blocked) > 0:
		return nil, rpc.Problem("blocked", "Не заполнен профиль органа: "+s.blocked[0].Text, s.blocked[0].Hint)
	case rules.Worst(s.period) == appeal.Error:
		return nil, rpc.Problem("period", s.period[0].Text, s.period[0].Hint)
	case len(s.in) == 0:
		return nil, nothingToBuild(s.mode, &req)
	}
	p, _ := a.profile(a.active)
	j := a.job(s)
	j.stem = archive.Stem(p.Name, s.mode.name(&req, a.today()))
	j.row.Archive = Archive{ID: newArchiveID(), Kind: KindAppeals, Profile: p, Mode: req.Mode, Month: req.Month, From: req.From, To: req.To,
		Filter: req.Filter, Period: s.mode.words(&req), FileRule: a.format.Format.FileRule, Format: a.format.name(), Written: a.format.written()}
	months := map[appeal.Month]int{}
	for _, in := range s.in {
		ap := &in.rec.appeal
		months[a.monthOf(in.rec)]++
		for _, q := range ap.Questions {
			if row, _ := appeal.StatusOf(q.Status); row.File != appeal.Absent && q.Attachment != nil && !j.format.TakesFile(ap.Number) {
				j.row.FilesOut = append(j.row.FilesOut, FileOut{ap.Number, q.Attachment.Name})
			}
		}
	}
	for _, out := range s.out {
		ap := &out.rec.appeal
		j.row.LeftOut = append(j.row.LeftOut, LeftOut{ap.ID, ap.Number, ap.Name, out.why()})
	}
	j.row.Months = monthCounts(months)
	return j, nil
}

// job begins one on what goes in.
func (a *App) job(s *sifted) *job {
	j := &job{app: a, format: a.format.Format, epoch: a.epoch}
	j.row.Profile, _ = a.profile(a.active)
	for i, in := range s.in {
		j.items = append(j.items, &item{Appeal: &in.rec.appeal, rec: in.rec, entry: a.packed[in.rec], hash: in.rec.hash, place: i})
	}
	return j
}

// why is the reason for the journal and the protocol, which show no findings
// beside it: it names the errors.
func (r *siftedOne) why() string {
	if r.because != OutErrors {
		return r.reason
	}
	words := "Есть ошибки."
	for _, f := range rules.OnlyErrors(r.findings) {
		words += " " + f.Text
	}
	return words
}

func nothingToBuild(mode *ArchiveModeInfo, req *PlanReq) error {
	hint := "Посмотрите в списке «Не войдут», что мешает каждому обращению, или измените период."
	if mode.Mode == ModeMonth {
		hint = "Исправьте ошибки в обращениях этого месяца. Если обращений не было, сформируйте нулевой отчёт."
	}
	return rpc.Problem("nothing", mode.nothing(req)+" нет обращений, готовых к выгрузке.", hint)
}

// write puts the entries into parts, in the order of their names.
func (j *job) write(ctx context.Context, keeper *partKeeper) error {
	for _, it := range j.items {
		j.row.Entries = append(j.row.Entries, Entry{it.ID, it.Rev, it.Number, ""})
	}
	slices.SortFunc(j.items, func(x, y *item) int { return strings.Compare(x.ID, y.ID) })
	n := 0
	parts := archive.Writer{Max: j.format.MaxPartBytes, Full: func(data []byte, entries int) error {
		if err := rpc.Report(ctx, min(n, len(j.items)-1), len(j.items), "Проверяем архив чтением"); err != nil {
			return err
		}
		return keeper.take(data, entries)
	}}
	err := j.each(ctx, func(i int, it *item, p archive.Packed) error {
		n = i
		j.row.Entries[it.place].Hash = it.hash
		if err := rpc.Report(ctx, i, len(j.items), "Записываем обращения"); err != nil {
			return err
		}
		return parts.Add(p)
	})
	if err != nil {
		return err
	}
	return parts.Close()
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
	return rpc.Problem("readBack", "Архив собран, но проверку не прошёл и не выдан: "+what+".",
		"Ничего не потеряно. Сохраните резервную копию и сообщите об этом разработчикам.")
}
