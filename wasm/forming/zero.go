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

// ZeroReq is what a clerk ticked on the zero report; what the register knows
// is filled in by the core.
type ZeroReq struct {
	Zero  rules.Zero `json:"zero"`
	Early bool       `json:"early"` // form it although the month is not over; the clerk was asked
}

// ZeroRes says whether the zero report may be formed.
type ZeroRes struct {
	Findings []rules.Finding        `json:"findings"` // of the profile and of the report
	Blocked  bool                   `json:"blocked"`
	Appeals  []register.RegisterRow `json:"appeals"` // that stand against it
	Body     string                 `json:"body"`    // name of the body that reports
	Preview  string                 `json:"preview"` // the record that would be written, "" without a month
	Earlier  []journal.Archive      `json:"earlier"`
}

// CheckZero judges a zero report before it is formed.
func (f *Forming) CheckZero(_ context.Context, req ZeroReq) (ZeroRes, error) {
	return f.judgeZero(req.Zero)
}

func (f *Forming) judgeZero(z rules.Zero) (ZeroRes, error) {
	p, _ := f.office.Profile(f.office.Active)
	env := f.register.Env(p.ID)
	z.Appeals, z.NotReceived = nil, nil
	res := ZeroRes{Body: p.Name, Earlier: f.journal.ArchivesOf(p.ID, z.Month)}
	for _, rec := range f.register.OfProfile(p.ID) {
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

// BuildZero forms the zero report of a month, unless something stands against
// it. The confirmations are kept in the journal (B-52). The page gets the one part
// as a block of the answer.
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
	keeper := &partKeeper{app: f, ctx: ctx, row: &row}
	if err = keeper.take(data, 1); err == nil {
		err = keeper.wait()
	}
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	kept, err := f.keepArchive(ctx, row, stem)
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	return BuildRes{kept.Archive}, nil
}

// zeroSnapshot judges the report and begins the journal's row at one moment;
// it returns the stem of the file's name and the record to write too.
func (f *Forming) zeroSnapshot(req ZeroReq) (row journal.Row, stem string, text []byte, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	z := req.Zero
	check, err := f.judgeZero(z)
	if err != nil {
		return journal.Row{}, "", nil, err
	}
	if check.Blocked {
		first := rules.OnlyErrors(check.Findings)[0]
		return journal.Row{}, "", nil, rpc.Problem("blocked", first.Text, first.Hint)
	}
	if !req.Early && !z.Month.Last().Before(f.office.Today()) {
		return journal.Row{}, "", nil,
			rpc.Problem("early", "Месяц ещё не закончился: обращения за "+z.Month.Russian()+" ещё могут поступить.",
				"Нулевой отчёт подают, когда месяц истёк. Если обращение поступит, придётся сообщать, что отчёт был "+
					"неверен.")
	}
	p, _ := f.office.Profile(f.office.Active)
	z.Appeals, z.NotReceived = nil, nil
	row.Archive = journal.Archive{ID: ledger.NewArchiveID(), Kind: journal.KindZero, Profile: p,
		Mode: journal.ModeMonth, Month: z.Month, Period: z.Month.Russian(), Zero: &z,
		Format: f.office.Format.Name(), Confirmed: f.office.Format.Format.ZeroReport.Confirmed}
	return row, archive.Stem(p.Name, archive.ZeroName(z.Month)), []byte(check.Preview), nil
}

// ZeroTemplateReq proposes a template, as text (п. 3.4 of «Порядок импорта»)
// or as a file beside it: a zero report that another program wrote, zip or JSON.
type ZeroTemplateReq struct {
	Text  string       `json:"text"`
	Month appeal.Month `json:"month"` // for the preview
}

// ZeroTemplateRes shows what the template would write.
type ZeroTemplateRes struct {
	Template string `json:"template"`
	Preview  string `json:"preview"`
}

// ReadZeroTemplate makes a template of a sample; nothing is stored yet.
func (f *Forming) ReadZeroTemplate(_ context.Context, req ZeroTemplateReq, files []rpc.File) (
	ZeroTemplateRes, []rpc.File, error) {
	sample := []byte(req.Text)
	if len(files) > 0 {
		var err error
		if sample, err = sampleOf(files[0]); err != nil {
			return ZeroTemplateRes{}, nil, explain.Error(err)
		}
	}
	template := string(bytes.TrimSpace(sample))
	if archive.CheckTemplate(template) != "" {
		learnt, err := archive.LearnZero(sample)
		if err != nil {
			return ZeroTemplateRes{}, nil, explain.Error(err)
		}
		template = learnt
	}
	p := office.Held(f.mu, f.office.ActiveProfile)
	month := req.Month
	if !month.Valid() {
		month = appeal.MonthOf(f.office.Today()).Prev()
	}
	preview, err := archive.RenderZero(template, p.DepartmentID, month)
	return ZeroTemplateRes{template, string(preview)}, nil, explain.Error(err)
}

// sampleOf returns the one JSON file of a zip, or the file itself when it is
// JSON.
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
		return nil, source.OtherKind(recognise.Bytes("", file))
	}
	if len(files) != 1 {
		return nil, &archive.OpenError{
			Text: "В архиве нулевого отчёта должен быть один файл, а здесь их больше или нет совсем"}
	}
	return files[0].Data, files[0].Err
}
