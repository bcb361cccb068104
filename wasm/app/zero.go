package app

import (
	"bytes"
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// ZeroReq is what a clerk ticked on the zero report; what the register knows
// is filled in by the core.
type ZeroReq struct {
	Zero  rules.Zero `json:"zero"`
	Early bool       `json:"early"` // form it although the month is not over; the clerk was asked
}

// ZeroRes says whether the zero report may be formed.
type ZeroRes struct {
	Findings []rules.Finding `json:"findings"` // of the profile and of the report
	Blocked  bool            `json:"blocked"`
	Appeals  []RegisterRow   `json:"appeals"` // that stand against it
	Body     string          `json:"body"`    // name of the body that reports
	Preview  string          `json:"preview"` // the record that would be written, "" without a month
	Earlier  []Archive       `json:"earlier"`
}

// CheckZero judges a zero report before it is formed.
func (a *App) CheckZero(_ context.Context, req ZeroReq) (ZeroRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.judgeZero(req.Zero)
}

func (a *App) judgeZero(z rules.Zero) (ZeroRes, error) {
	p, _ := a.profile(a.active)
	env := a.env(p.ID)
	z.Appeals, z.NotReceived = nil, nil
	res := ZeroRes{Body: p.Name, Earlier: a.archivesOf(p.ID, z.Month)}
	for _, rec := range a.ofProfile(p.ID) {
		if !z.Month.Valid() || a.monthOf(rec) != z.Month {
			continue
		}
		res.Appeals = append(res.Appeals, a.row(rec, env))
		if rec.appeal.Waits() {
			z.NotReceived = append(z.NotReceived, rec.appeal.ShownNumber())
		} else {
			z.Appeals = append(z.Appeals, rec.appeal.ShownNumber())
		}
	}
	res.Findings = append(rules.OnlyErrors(a.checkProfile(p)), rules.Check(rules.Subject{Zero: &z}, env)...)
	res.Blocked = rules.Worst(res.Findings) == appeal.Error
	if z.Month.Valid() {
		text, err := archive.RenderZero(a.format.Format.ZeroReport.Template, p.DepartmentID, z.Month)
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
func (a *App) BuildZero(ctx context.Context, req ZeroReq) (BuildRes, error) {
	row, stem, text, err := a.zeroSnapshot(req)
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
	keeper := &partKeeper{app: a, ctx: ctx, row: &row}
	if err = keeper.take(data, 1); err == nil {
		err = keeper.wait()
	}
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	kept, err := a.keepArchive(ctx, row, stem)
	if err != nil {
		return BuildRes{}, keeper.forget(err)
	}
	return BuildRes{kept.Archive}, nil
}

// zeroSnapshot judges the report and begins the journal's row at one moment;
// it returns the stem of the file's name and the record to write too.
func (a *App) zeroSnapshot(req ZeroReq) (row archiveRow, stem string, text []byte, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	z := req.Zero
	check, err := a.judgeZero(z)
	if err != nil {
		return archiveRow{}, "", nil, err
	}
	if check.Blocked {
		first := rules.OnlyErrors(check.Findings)[0]
		return archiveRow{}, "", nil, rpc.Problem("blocked", first.Text, first.Hint)
	}
	if !req.Early && !z.Month.Last().Before(a.today()) {
		return archiveRow{}, "", nil, rpc.Problem("early", "Месяц ещё не закончился: обращения за "+z.Month.Russian()+" ещё могут поступить.",
			"Нулевой отчёт подают, когда месяц истёк. Если обращение поступит, придётся сообщать, что отчёт был неверен.")
	}
	p, _ := a.profile(a.active)
	z.Appeals, z.NotReceived = nil, nil
	row.Archive = Archive{ID: newArchiveID(), Kind: KindZero, Profile: p, Mode: ModeMonth, Month: z.Month, Period: z.Month.Russian(), Zero: &z,
		Format: a.format.name(), Confirmed: a.format.Format.ZeroReport.Confirmed}
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
func (a *App) ReadZeroTemplate(_ context.Context, req ZeroTemplateReq, files []rpc.File) (ZeroTemplateRes, []rpc.File, error) {
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
	p := held(a.mu, a.activeProfile)
	month := req.Month
	if !month.Valid() {
		month = appeal.MonthOf(a.today()).Prev()
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
		return nil, otherKind(recognise.Bytes("", file))
	}
	if len(files) != 1 {
		return nil, &archive.OpenError{Text: "В архиве нулевого отчёта должен быть один файл, а здесь их больше или нет совсем"}
	}
	return files[0].Data, files[0].Err
}

// SaveZeroTemplateReq puts a template into the format profile in force.
type SaveZeroTemplateReq struct {
	Template  string `json:"template"`
	Confirmed bool   `json:"confirmed"` // the clerk says that it is the official shape
	Source    string `json:"source"`
}

// SaveZeroTemplate stores the template.
func (a *App) SaveZeroTemplate(ctx context.Context, req SaveZeroTemplateReq) (FormatRes, error) {
	if text := archive.CheckTemplate(req.Template); text != "" {
		return FormatRes{}, rpc.Problem("template", text+".", "Вставьте образец п. 3.4 «Порядка импорта» или откройте готовый нулевой отчёт.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	row := a.format
	row.Format.ZeroReport = appeal.ZeroReport{Template: req.Template, Confirmed: req.Confirmed, Source: req.Source}
	return a.setFormat(ctx, row)
}
