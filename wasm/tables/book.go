package tables

import (
	"bytes"
	"context"
	"errors"

	"rroform/wasm/charset"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
	"rroform/wasm/sheet"
)

// UnpackBookReq comes with one file that has a table.
type UnpackBookReq struct {
	Name string `json:"name"`
}

// UnpackBookRes says how the page calls [Tables.OpenTable]: with the file as it is, or with rows that
// it reads from the parts of a workbook. The parts come with this answer, in the order of Names.
type UnpackBookRes struct {
	Kind  TableKind `json:"kind"`
	Names []string  `json:"names"`
}

// UnpackBook recognises a file by its content. It checks a workbook against the limits and returns
// those parts from which cells can be read. It keeps nothing in memory.
func (ts *Tables) UnpackBook(ctx context.Context, req UnpackBookReq, files []rpc.File) (UnpackBookRes, []rpc.File,
	error) {
	if len(files) != 1 {
		return UnpackBookRes{}, nil, noTableFile()
	}
	unpack, err := unpacking(recognise.Bytes(req.Name, files[0]), files[0])
	if err != nil {
		return UnpackBookRes{}, nil, err
	}
	res, out := UnpackBookRes{TableText, []string{}}, []rpc.File{}
	if unpack == nil {
		return res, out, nil
	}
	parts, err := unpack(files[0], func(done, total int) error {
		return rpc.Report(ctx, done, total, "Распаковываем книгу")
	})
	if err != nil {
		return UnpackBookRes{}, nil, tableError(err)
	}
	res.Kind = TableRows
	for _, part := range parts {
		res.Names, out = append(res.Names, part.Name), append(out, part.Data)
	}
	return res, out, nil
}

type unpacker func(data []byte, step func(done, total int) error) ([]sheet.BookPart, error)

// unpacking returns the function that unpacks a kind of file; nil = the file is a text.
func unpacking(kind recognise.FileKind, data []byte) (unpacker, error) {
	whole := func(read func([]byte) ([]sheet.BookPart, error)) unpacker {
		return func(data []byte, _ func(done, total int) error) ([]sheet.BookPart, error) { return read(data) }
	}
	switch {
	case kind == recognise.XLS:
		return whole(sheet.OldBook), nil
	case kind == recognise.XML2003, kind == recognise.ODS && !bytes.HasPrefix(data, []byte("PK")):
		return whole(sheet.FlatBook), nil
	case kind == recognise.XLSX, kind == recognise.XLSB, kind == recognise.ODS:
		return sheet.UnpackBook, nil
	}
	return nil, noTable(kind)
}

// texts are the kinds of files that may be tables of appeals: a table of three columns looks like a
// list of codes or of days, and a table of one column like a text.
var texts = map[recognise.FileKind]bool{
	recognise.Table: true, recognise.HTML: true, recognise.Text: true, recognise.Classifier: true,
	recognise.Bodies: true, recognise.Calendar: true,
	recognise.Empty: true,
}

// noTable returns an error that says what a file is and what to do with it; nil = it may have a table.
func noTable(kind recognise.FileKind) error {
	if texts[kind] {
		return nil
	}
	info := recognise.InfoOf(kind)
	hint := info.Remedy
	if hint == "" {
		hint = "Такой файл открывает «Обмен»: выберите его там."
	}
	return rpc.Problem("refused", info.Is, hint)
}

func noTableFile() error {
	return rpc.Problem("file", "Таблица не прочитана.", "Выберите файл снова.")
}

// readTable reads a table. encoding applies to texts; "" = detect it.
func readTable(kind TableKind, name string, data []byte, encoding charset.Encoding) (*sheet.Sheet, error) {
	if kind == TableRows {
		rows, err := sheet.ReadRows(data)
		return rows, tableError(err)
	}
	is := recognise.Bytes(name, data)
	if err := noTable(is); err != nil && encoding == "" {
		return nil, err
	}
	read := sheet.ReadText
	if is == recognise.HTML {
		read = sheet.ReadHTML
	}
	sheet, err := read(data, encoding)
	return sheet, tableError(err)
}

func tableError(err error) error {
	var refused *sheet.RefusedError
	if errors.As(err, &refused) {
		return refusedTable(refused)
	}
	return err
}
