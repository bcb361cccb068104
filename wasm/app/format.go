package app

import (
	"context"
	"fmt"

	"rroform/wasm/explain"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/schema"
	"rroform/wasm/store"
)

// FormatReq is empty.
type FormatReq struct{}

// FormatRes has the format profile in force. If a file was refused, Violations says why.
type FormatRes struct {
	Format     office.FormatRow   `json:"format"`
	Violations []schema.Violation `json:"violations"` // of a refused file
}

// Format returns the format profile in force.
func (a *App) Format(context.Context, FormatReq) (FormatRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return FormatRes{Format: a.office.Format}, nil
}

// LoadFormatReq comes with a format profile as a file.
type LoadFormatReq struct {
	Older bool `json:"older"` // accept an older version than the one in force
}

// LoadFormat puts a format profile from a file in force. If the file does not match the schema,
// nothing changes, and the answer lists all violations.
func (a *App) LoadFormat(ctx context.Context, req LoadFormatReq, files []rpc.File) (FormatRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(files) != 1 {
		return FormatRes{}, nil, rpc.Problem("file", "Файл не выбран.", "Выберите один файл профиля формата.")
	}
	row := office.FormatRow{Loaded: a.office.Now().UTC()}
	if wrong := packs.CheckFormat(files[0], &row.Format); len(wrong) > 0 {
		return FormatRes{a.office.Format, wrong}, nil, nil
	}
	if n, ok := packs.CompareEditions(row.Format.Version, a.office.Format.Format.Version); ok && n < 0 && !req.Older {
		return FormatRes{}, nil,
			rpc.Problem("older", fmt.Sprintf("Профиль формата в файле старше действующего: %s, а действует %s.",
				row.Format.Version, a.office.Format.Format.Version),
				"Если старый профиль нужен намеренно, отметьте «Взять, хотя он старше» и выберите файл снова.")
	}
	res, err := a.setFormat(ctx, row)
	return res, nil, err
}

// ResetFormat puts the built-in format profile in force.
func (a *App) ResetFormat(ctx context.Context, _ FormatReq) (FormatRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, err := a.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Settings, Key: office.SettingFormat, Rev: store.AnyRev}}); err != nil {
		return FormatRes{}, explain.Error(err)
	}
	a.office.Format = office.BuiltinFormat()
	a.forget()
	return FormatRes{Format: a.office.Format}, nil
}

func (a *App) setFormat(ctx context.Context, row office.FormatRow) (FormatRes, error) {
	row.Builtin = false
	if row.Loaded.IsZero() {
		row.Loaded = a.office.Now().UTC()
	}
	if _, err := a.ledger.Put(ctx, store.Settings, office.SettingFormat, store.AnyRev, row); err != nil {
		return FormatRes{}, explain.Error(err)
	}
	a.office.Format = row
	a.forget()
	return FormatRes{Format: row}, nil
}
