package app

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rpc"
)

// SaveZeroTemplateReq has a template for the format profile in force.
type SaveZeroTemplateReq struct {
	Template  string `json:"template"`
	Confirmed bool   `json:"confirmed"` // the clerk confirms that it is the official form
	Source    string `json:"source"`
}

// SaveZeroTemplate stores the template.
func (a *App) SaveZeroTemplate(ctx context.Context, req SaveZeroTemplateReq) (FormatRes, error) {
	if text := archive.CheckTemplate(req.Template); text != "" {
		return FormatRes{}, rpc.Problem("template", text+".",
			"Вставьте образец п. 3.4 «Порядка импорта» или откройте готовый нулевой отчёт.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	row := a.office.Format
	row.Format.ZeroReport = appeal.ZeroReport{Template: req.Template, Confirmed: req.Confirmed, Source: req.Source}
	return a.setFormat(ctx, row)
}
