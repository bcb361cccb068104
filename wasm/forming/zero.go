package forming

import (
	"bytes"
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/recognise"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/source"
)

// ZeroReq has the month of a zero report and what the clerk confirmed. The core adds what the register
// knows.
type ZeroReq struct {
	Zero  rules.Zero `json:"zero"`
	Early bool       `json:"early"` // the clerk agreed to make the report although the month is not over
}

// ZeroRes says whether the zero report can be made.
type ZeroRes struct {
	Findings []rules.Finding        `json:"findings"` // about the profile and the report
	Blocked  bool                   `json:"blocked"`
	Appeals  []register.RegisterRow `json:"appeals"` // appeals of this month: with one there is no zero report
	Body     string                 `json:"body"`    // name of the body that reports
	Preview  string                 `json:"preview"` // text of the entry; "" without a month
	Earlier  []journal.Archive      `json:"earlier"` // archives of this month
}

// CheckZero checks a zero report before it is made.
func (f *Forming) CheckZero(_ context.Context, req ZeroReq) (ZeroRes, error) {
	return f.checkZero(req.Zero)
}

func (f *Forming) checkZero(z rules.Zero) (ZeroRes, error) {
	p, _ := f.office.Profile(f.office.Active)
	env := f.register.Env(p.ID)
	z.Appeals, z.NotReceived = nil, nil
	res := ZeroRes{Body: p.Name, Earlier: f.journal.OfMonth(p.ID, z.Month)}
	for _, rec := range f.register.ByNumber(p.ID) {
		if !z.Month.Valid() || f.register.MonthOf(rec) != z.Month {
			continue
		}
		res.Appeals = append(res.Appeals, f.register.Row(rec, env))
		if rec.Appeal.Waits() {
			z.NotReceived = append(z.NotReceived, rec.Appeal.ShownNumber())
		} else {
			z.Appeals = append(z.Appeals, rec.Appeal.ShownNumber())
		}
	}
	res.Findings = append(rules.OnlyErrors(f.register.CheckProfile(p)), rules.Check(rules.Subject{Zero: &z}, env)...)
	res.Blocked = rules.Worst(res.Findings) == appeal.Error
	if z.Month.Valid() {
		text, err := archive.RenderZero(f.office.Format.Format.ZeroReport.Template, p.DepartmentID, z.Month)
		if err != nil {
			return ZeroRes{}, explain.Error(err)
		}
		res.Preview = string(text)
	}
	return res, nil
}

// BuildZero makes the zero report of a month, unless [Forming.CheckZero] finds an error. The journal
// keeps the confirmations (B-52). The page receives the file as a block of the answer.
func (f *Forming) BuildZero(ctx context.Context, req ZeroReq) (BuildRes, error) {
	row, stem, text, err := f.zeroSnapshot(req)
	if err != nil {
		return BuildRes{}, err
	}
	packed, err := archive.Pack(archive.EntryName(row.ID), text)
	if err != nil {
		return BuildRes{}, err
	}
	data, err := archive.Assemble([]archive.Packed{packed})
	if err != nil {
		return BuildRes{}, err
	}
	files, err := archive.Open(data)
	if err != nil || len(files) != 1 || files[0].Err != nil || !bytes.Equal(files[0].Data, text) {
		return BuildRes{}, badPart("нулевой отчёт не читается")
	}
	parts := &partWriter{forming: f, ctx: ctx, row: &row}
	if err = parts.add(data, 1); err == nil {
		err = parts.wait()
	}
	if err != nil {
		return BuildRes{}, parts.discard(err)
	}
	row, err = f.addToJournal(ctx, row, stem)
	if err != nil {
		return BuildRes{}, parts.discard(err)
	}
	return BuildRes{row.Archive}, nil
}

// zeroSnapshot checks the report and makes the row of the journal under one lock. stem is the start of
// the file's name, text the entry.
func (f *Forming) zeroSnapshot(req ZeroReq) (row journal.Row, stem string, text []byte, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	z := req.Zero
	check, err := f.checkZero(z)
	if err != nil {
		return journal.Row{}, "", nil, err
	}
	if check.Blocked {
		first := rules.OnlyErrors(check.Findings)[0]
		return journal.Row{}, "", nil, rpc.Problem("blocked", first.Text, first.Hint)
	}
	if !req.Early && !z.Month.Last().Before(f.office.Today()) {
		return journal.Row{}, "", nil, rpc.Problem("early",
			"Месяц ещё не закончился: обращения за "+z.Month.Russian()+" ещё могут поступить.",
			"Нулевой отчёт подают, когда месяц истёк. "+
				"Если обращение поступит, придётся сообщать, что отчёт был неверен.")
	}
	p, _ := f.office.Profile(f.office.Active)
	z.Appeals, z.NotReceived = nil, nil
	row.Archive = journal.Archive{
		ID:        ledger.NewArchiveID(),
		Kind:      journal.KindZero,
		Profile:   p,
		Mode:      journal.ModeMonth,
		Month:     z.Month,
		Period:    z.Month.Russian(),
		Zero:      &z,
		Format:    f.office.Format.Name(),
		Confirmed: f.office.Format.Format.ZeroReport.Confirmed,
	}
	return row, archive.Stem(p.Name, archive.ZeroName(z.Month)), []byte(check.Preview), nil
}

// ZeroTemplateReq has a sample of a zero report: either as text (from п. 3.4 of the portal's «Порядок
// импорта»), or as one file of the request, a zip or JSON that another program wrote.
type ZeroTemplateReq struct {
	Text  string       `json:"text"`
	Month appeal.Month `json:"month"` // for the preview
}

// ZeroTemplateRes has the template and an entry written with it.
type ZeroTemplateRes struct {
	Template string `json:"template"`
	Preview  string `json:"preview"`
}

// ReadZeroTemplate makes a template from a sample. It stores nothing.
// It takes the lock itself.
func (f *Forming) ReadZeroTemplate(
	_ context.Context, req ZeroTemplateReq, files []rpc.File,
) (ZeroTemplateRes, []rpc.File, error) {
	sample := []byte(req.Text)
	if len(files) > 0 {
		var err error
		if sample, err = sampleOf(files[0]); err != nil {
			return ZeroTemplateRes{}, nil, explain.Error(err)
		}
	}
	template := string(bytes.TrimSpace(sample))
	if archive.CheckTemplate(template) != "" {
		var err error
		if template, err = archive.LearnZero(sample); err != nil {
			return ZeroTemplateRes{}, nil, explain.Error(err)
		}
	}
	p := office.Locked(f.mu, f.office.ActiveProfile)
	month := req.Month
	if !month.Valid() {
		month = appeal.MonthOf(f.office.Today()).Prev()
	}
	preview, err := archive.RenderZero(template, p.DepartmentID, month)
	return ZeroTemplateRes{template, string(preview)}, nil, explain.Error(err)
}

// sampleOf returns the file if it is JSON, or else the only file of the zip.
func sampleOf(file []byte) ([]byte, error) {
	if most := archive.Sample.Total; int64(len(file)) > most {
		return nil, &archive.OpenError{Text: fmt.Sprintf("Файл образца больше %d МБ (ограничение)", most>>20)}
	}
	if text := bytes.TrimSpace(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))); bytes.HasPrefix(text, []byte("{")) {
		return file, nil
	}
	files, err := archive.Sample.Open(file)
	if err != nil && archive.IsZip(file) {
		return nil, err
	}
	if err != nil {
		return nil, source.WrongKind(recognise.Bytes("", file))
	}
	if len(files) != 1 {
		return nil, &archive.OpenError{
			Text: "В архиве нулевого отчёта должен быть один файл, а здесь их больше или нет совсем",
		}
	}
	return files[0].Data, files[0].Err
}
