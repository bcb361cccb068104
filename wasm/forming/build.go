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

// BuildRes describes the archive that was made.
type BuildRes struct {
	Archive journal.Archive `json:"archive"`
}

// Build makes the archive that [Forming.Plan] lists. Each entry is decompressed and checked against
// the JSON Schema when it is packed, and each part is opened again before the journal gets the
// archive. The page receives the parts as blocks of the answer. At most two parts are in memory.
func (f *Forming) Build(ctx context.Context, req PlanReq) (BuildRes, error) {
	job, err := f.snapshot(ctx, req)
	if err != nil {
		return BuildRes{}, err
	}
	f.ledger.Store.Expect(job.packedBytes())
	parts := &partWriter{forming: f, ctx: ctx, row: &job.row}
	err = job.write(ctx, parts)
	if err == nil {
		err = parts.wait()
	}
	if err != nil {
		return BuildRes{}, explain.Error(parts.discard(err))
	}
	row, err := f.addToJournal(ctx, job.row, job.stem)
	if err != nil {
		return BuildRes{}, parts.discard(err)
	}
	return BuildRes{row.Archive}, nil
}

// job is a build in progress. It has its own list of records and its own copies of the settings, so
// that clerks can go on typing.
type job struct {
	forming *Forming
	row     journal.Row
	format  appeal.FormatProfile
	stem    string // start of the parts' file names
	items   []*item
	sources *source.Rows
	epoch   int // [office.Office.Epoch] when the job began
}

// item is one appeal of a job. An appeal in memory never changes in place: a save replaces it.
type item struct {
	*appeal.Appeal
	rec   *register.Record
	entry *archive.Packed // nil = not packed yet
	hash  string          // EntryHash; "" = not computed yet
	place int             // index in the list that the clerk saw
}

// snapshot reads plan, profile and records under one lock, so that a deletion or another active
// profile does not change a build that has begun.
func (f *Forming) snapshot(ctx context.Context, req PlanReq) (*job, error) {
	if err := f.register.CompareAll(ctx, f.register.ActiveProfileID()); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.selectRecords(&req)
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
	j.row.Archive = journal.Archive{
		ID:       ledger.NewArchiveID(),
		Kind:     journal.KindAppeals,
		Profile:  p,
		Mode:     req.Mode,
		Month:    req.Month,
		From:     req.From,
		To:       req.To,
		Filter:   req.Filter,
		Period:   s.mode.words(&req),
		FileRule: f.office.Format.Format.FileRule,
		Format:   f.office.Format.Name(),
		Written:  f.office.Format.EntrySettings(),
	}
	months := map[appeal.Month]int{}
	for _, in := range s.in {
		ap := &in.rec.Appeal
		months[f.register.MonthOf(in.rec)]++
		for _, q := range ap.Questions {
			row, _ := appeal.StatusOf(q.Status)
			if row.File != appeal.Absent && q.Attachment != nil && !j.format.TakesFile(ap.Number) {
				j.row.FilesOut = append(j.row.FilesOut, journal.FileOut{Number: ap.Number, Name: q.Attachment.Name})
			}
		}
	}
	for _, out := range s.out {
		ap := &out.rec.Appeal
		left := journal.LeftOut{ID: ap.ID, Number: ap.Number, Name: ap.Name, Reason: out.reasonWithErrors()}
		j.row.LeftOut = append(j.row.LeftOut, left)
	}
	j.row.Months = journal.MonthCounts(months)
	return j, nil
}

// job returns a job for the selected records.
func (f *Forming) job(s *selection) *job {
	j := &job{forming: f, format: f.office.Format.Format, epoch: f.office.Epoch}
	j.row.Profile, _ = f.office.Profile(f.office.Active)
	for i, in := range s.in {
		it := &item{Appeal: &in.rec.Appeal, rec: in.rec, entry: f.packed[in.rec], hash: in.rec.EntryHash, place: i}
		j.items = append(j.items, it)
	}
	return j
}

// headerBytes is about what a zip archive takes for the name of an entry, twice, and for its headers.
const headerBytes = 200

// packedBytes returns the size of the entries that are packed already. An archive of entries that
// are not takes much longer than finding space for it.
func (j *job) packedBytes() int {
	n := 0
	for _, it := range j.items {
		if it.entry != nil {
			n += len(it.entry.Data) + headerBytes
		}
	}
	return n
}

// reasonWithErrors is the reason for the journal and the protocol. They do not show findings, so it
// includes the texts of the errors.
func (c *candidate) reasonWithErrors() string {
	if c.because != OutErrors {
		return c.reason
	}
	words := "Есть ошибки."
	for _, f := range rules.OnlyErrors(c.findings) {
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

// write puts the entries into parts, ordered by their names.
func (j *job) write(ctx context.Context, out *partWriter) error {
	for _, it := range j.items {
		j.row.Entries = append(j.row.Entries, journal.Entry{ID: it.ID, Rev: it.Rev, Number: it.Number})
	}
	slices.SortFunc(j.items, func(x, y *item) int { return strings.Compare(x.ID, y.ID) })
	n := 0
	parts := archive.Writer{Max: j.format.MaxPartBytes, Full: func(data []byte, entries int) error {
		if err := rpc.Report(ctx, min(n, len(j.items)-1), len(j.items), "Проверяем архив чтением"); err != nil {
			return err
		}
		return out.add(data, entries)
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

// schemaErrors lists where an entry breaks the JSON Schema. [archive.Unmarshal] is a hundred times
// faster than the schema, and a test ensures that what it reports as fitting passes the schema. So
// only the other entries are checked by the schema.
func schemaErrors(data []byte) []string {
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
