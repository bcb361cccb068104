package forming

import (
	"context"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
	"rroform/wasm/source"
)

// BuildRes is what «Сформировать архив» made.
type BuildRes struct {
	Archive journal.Archive `json:"archive"`
}

// Build forms the archive that [App.Plan] has listed: everything without
// errors goes in. It is offered only after every part was opened again; each
// entry was unpacked and held against the schema when it was packed. However
// large the archive, no more than two parts of it are in memory. The page gets
// the parts as blocks of the answer.
func (f *Forming) Build(ctx context.Context, req PlanReq) (BuildRes, error) {
	job, err := f.snapshot(ctx, req)
	if err != nil {
		return BuildRes{}, err
	}
	keeper := &partKeeper{app: f, ctx: ctx, row: &job.row}
	err = job.write(ctx, keeper)
	if err == nil {
		err = keeper.wait()
	}
	if err != nil {
		return BuildRes{}, explain.Error(keeper.forget(err))
	}
	row, err := f.keepArchive(ctx, job.row, job.stem)
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	return BuildRes{row.Archive}, nil
}

// job is a build on its own copy of the records, so that typing goes on.
type job struct {
	app     *Forming
	row     journal.Row
	format  appeal.FormatProfile
	stem    string // of the parts' names
	items   []*item
	sources *source.Rows
	epoch   int // of what the entries are made by, see [App.forget]
}

// item is one appeal of a job. What it says is never changed in place.
type item struct {
	*appeal.Appeal
	rec   *register.Record
	entry *archive.Packed // nil = to be made
	hash  string          // "" = to be made
	place int             // in the list that the clerk saw
}

// snapshot takes plan, profile and records at one moment: what is deleted or
// activated meanwhile does not reach a build that has begun.
func (f *Forming) snapshot(ctx context.Context, req PlanReq) (*job, error) {
	if err := f.register.CompareAll(ctx, f.register.InUse()); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.sift(&req)
	switch {
	case len(s.blocked) > 0:
		return nil, rpc.Problem("blocked", "Не заполнен профиль органа: "+s.blocked[0].Text, s.blocked[0].Hint)
	case rules.Worst(s.period) == appeal.Error:
		return nil, rpc.Problem("period", s.period[0].Text, s.period[0].Hint)
	case len(s.in) == 0:
		return nil, nothingToBuild(s.mode, &req)
	}
	p, _ := f.office.Profile(f.office.Active)
	j := f.job(s)
	j.stem = archive.Stem(p.Name, s.mode.name(&req, f.office.Today()))
	j.row.Archive = journal.Archive{ID: ledger.NewArchiveID(), Kind: journal.KindAppeals, Profile: p, Mode: req.Mode,
		Month: req.Month, From: req.From, To: req.To,
		Filter: req.Filter, Period: s.mode.words(&req), FileRule: f.office.Format.Format.FileRule,
		Format: f.office.Format.Name(), Written: f.office.Format.Written()}
	months := map[appeal.Month]int{}
	for _, in := range s.in {
		ap := &in.rec.Appeal
		months[f.register.MonthOf(in.rec)]++
		for _, q := range ap.Questions {
			if row, _ := appeal.StatusOf(q.Status); row.File != appeal.Absent && q.Attachment != nil &&
				!j.format.TakesFile(ap.Number) {
				j.row.FilesOut = append(j.row.FilesOut, journal.FileOut{Number: ap.Number, Name: q.Attachment.Name})
			}
		}
	}
	for _, out := range s.out {
		ap := &out.rec.Appeal
		j.row.LeftOut = append(j.row.LeftOut,
			journal.LeftOut{ID: ap.ID, Number: ap.Number, Name: ap.Name, Reason: out.why()})
	}
	j.row.Months = journal.MonthCounts(months)
	return j, nil
}

// job begins one on what goes in.
func (f *Forming) job(s *sifted) *job {
	j := &job{app: f, format: f.office.Format.Format, epoch: f.office.Epoch}
	j.row.Profile, _ = f.office.Profile(f.office.Active)
	for i, in := range s.in {
		j.items = append(j.items,
			&item{Appeal: &in.rec.Appeal, rec: in.rec, entry: f.packed[in.rec], hash: in.rec.EntryHash, place: i})
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
	if mode.Mode == journal.ModeMonth {
		hint = "Исправьте ошибки в обращениях этого месяца. Если обращений не было, сформируйте нулевой отчёт."
	}
	return rpc.Problem("nothing", mode.nothing(req)+" нет обращений, готовых к выгрузке.", hint)
}

// write puts the entries into parts, in the order of their names.
func (j *job) write(ctx context.Context, keeper *partKeeper) error {
	for _, it := range j.items {
		j.row.Entries = append(j.row.Entries, journal.Entry{ID: it.ID, Rev: it.Rev, Number: it.Number})
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
