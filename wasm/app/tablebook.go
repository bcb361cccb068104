package app

import (
	"context"
	"errors"

	"rroform/wasm/rpc"
	"rroform/wasm/table"
)

// UnpackBookReq brings a workbook (XLSX) beside it.
type UnpackBookReq struct{}

// UnpackBookRes names the parts of the workbook whose bytes are beside it.
type UnpackBookRes struct {
	Names []string `json:"names"`
}

// UnpackBook holds a workbook against the limits and unpacks what is text in
// it; nothing is kept. The page makes rows of it for [App.OpenTable].
func (a *App) UnpackBook(ctx context.Context, _ UnpackBookReq, files []rpc.File) (UnpackBookRes, []rpc.File, error) {
	if len(files) != 1 {
		return UnpackBookRes{}, nil, problem("file", "Таблица не прочитана.", "Выберите файл снова.")
	}
	parts, err := table.UnpackBook(files[0], func(done, total int) error {
		return rpc.Report(ctx, done, total, "Распаковываем книгу")
	})
	var refused *table.RefusedError
	if errors.As(err, &refused) {
		return UnpackBookRes{}, nil, refusedTable(refused)
	}
	if err != nil {
		return UnpackBookRes{}, nil, err
	}
	res, out := UnpackBookRes{Names: []string{}}, []rpc.File{}
	for _, part := range parts {
		res.Names, out = append(res.Names, part.Name), append(out, part.Data)
	}
	return res, out, nil
}
