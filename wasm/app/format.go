package app

import (
	"context"
	"encoding/json"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
	"rroform/wasm/store"
)

// FormatReq asks for the format profile in force.
type FormatReq struct{}

// FormatRes is the format profile in force, or says why a file is none.
type FormatRes struct {
	Format     FormatRow          `json:"format"`
	Violations []schema.Violation `json:"violations"` // of a file that was refused; then Format is as before
}

// Format returns the format profile in force.
func (a *App) Format(context.Context, FormatReq) (FormatRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return FormatRes{Format: a.format}, nil
}

// LoadFormatReq offers a format profile; its bytes travel beside it.
type LoadFormatReq struct {
	Older bool `json:"older"` // take it although its version is older than the one in force
}

// LoadFormat takes a format profile from a file. A file that does not match
// the schema changes nothing; every place is named.
func (a *App) LoadFormat(ctx context.Context, req LoadFormatReq, files []rpc.File) (FormatRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(files) != 1 {
		return FormatRes{}, nil, rpc.Problem("file", "Файл не выбран.", "Выберите один файл профиля формата.")
	}
	row := FormatRow{Loaded: a.now().UTC()}
	if wrong := checkFormat(files[0], &row.Format); len(wrong) > 0 {
		return FormatRes{a.format, wrong}, nil, nil
	}
	if n, ok := compareEditions(row.Format.Version, a.format.Format.Version); ok && n < 0 && !req.Older {
		return FormatRes{}, nil, rpc.Problem("older", fmt.Sprintf("Профиль формата в файле старше действующего: %s, а действует %s.", row.Format.Version, a.format.Format.Version),
			"Если старый профиль нужен намеренно, отметьте «Взять, хотя он старше» и выберите файл снова.")
	}
	res, err := a.setFormat(ctx, row)
	return res, nil, err
}

// checkFormat reads a format profile and names every place that is wrong.
func checkFormat(data []byte, into *appeal.FormatProfile) []schema.Violation {
	wrong := schema.Validate(schema.Profile, data)
	if len(wrong) > 0 {
		return wrong
	}
	if err := json.Unmarshal(data, into); err != nil {
		return []schema.Violation{{Text: "не читается"}}
	}
	if text := archive.CheckTemplate(into.ZeroReport.Template); text != "" {
		wrong = append(wrong, schema.Violation{Path: "/zeroReport/template", Text: text})
	}
	for code := range into.Levels {
		if _, known := rules.ByCode(code); !known {
			wrong = append(wrong, schema.Violation{Path: "/levels/" + code, Text: "такого правила нет"})
		}
	}
	return wrong
}

// ResetFormat goes back to the built-in format profile.
func (a *App) ResetFormat(ctx context.Context, _ FormatReq) (FormatRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, err := a.store.Write(ctx, []store.Op{{Table: store.Settings, Key: settingFormat, Rev: store.AnyRev}}); err != nil {
		return FormatRes{}, explain.Error(err)
	}
	a.format = builtinFormat()
	a.forget()
	return FormatRes{Format: a.format}, nil
}

func (a *App) setFormat(ctx context.Context, row FormatRow) (FormatRes, error) {
	row.Builtin = false
	if row.Loaded.IsZero() {
		row.Loaded = a.now().UTC()
	}
	if _, err := a.put(ctx, store.Settings, settingFormat, store.AnyRev, row); err != nil {
		return FormatRes{}, explain.Error(err)
	}
	a.format = row
	a.forget()
	return FormatRes{Format: row}, nil
}
