package tables

import (
	"context"
	"slices"

	"rroform/wasm/charset"
	"rroform/wasm/rpc"
	"rroform/wasm/table"
)

// EncodeTableReq has an encoding of TableInfo.Encodings.
type EncodeTableReq struct {
	ID       string           `json:"id"`
	Encoding charset.Encoding `json:"encoding"`
}

// EncodeTable reads the open table, which must be a text, in another encoding and recognises its
// columns again.
func (ts *Tables) EncodeTable(ctx context.Context, req EncodeTableReq) (TableInfo, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return TableInfo{}, err
	}
	if t.data == nil || !slices.Contains(charset.Choices, req.Encoding) {
		return TableInfo{}, rpc.Problem("encoding", "Кодировку этой таблицы не выбирают.", "Выберите файл снова.")
	}
	sheet, err := readTable(TableText, t.Name, t.data, req.Encoding)
	if err != nil {
		return TableInfo{}, err
	}
	if sheet.Columns == 0 {
		return TableInfo{}, rpc.Problem("empty", "В этой кодировке в таблице нет ни одной заполненной ячейки.",
			"Выберите другую кодировку.")
	}
	t.sheet, t.made = sheet, nil
	if err := ts.recognise(ctx, t, table.HeaderRow(sheet)); err != nil {
		return TableInfo{}, err
	}
	return ts.tableInfo(ctx, t)
}
