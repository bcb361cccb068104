package app

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
)

// ReadPack reads a pack, compares it and keeps the offer in memory for [App.TakePack].
func (a *App) ReadPack(ctx context.Context, req packs.ReadPackReq, files []rpc.File) (packs.PackOffer, []rpc.File,
	error) {
	data := []byte(req.Text)
	if len(files) == 1 {
		data = files[0]
	}
	switch {
	case len(strings.TrimSpace(string(data))) == 0:
		return packs.PackOffer{}, nil,
			rpc.Problem("file", "Файл не выбран, и текст не вставлен.", "Выберите файл или вставьте текст справочника.")
	case packs.PackSizes[req.Kind] == 0:
		return packs.PackOffer{}, nil, rpc.Problem("kind", "Такого справочника нет.", "Выберите справочник из списка.")
	case len(data) > packs.PackSizes[req.Kind]:
		return packs.PackOffer{}, nil,
			rpc.Problem("file", fmt.Sprintf("Файл больше %d МБ: это предел для справочника.",
				packs.PackSizes[req.Kind]>>20), "Проверьте, тот ли файл выбран.")
	case bytes.Count(data, []byte{'{'}) > packs.MaxPackObjects || bytes.Count(data, []byte{','}) > packs.MaxPackValues:
		return packs.PackOffer{}, nil,
			rpc.Problem("file", fmt.Sprintf("В файле больше %d записей или %d значений: это предел для справочника.",
				packs.MaxPackObjects, packs.MaxPackValues), "Проверьте, тот ли файл выбран.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if req.Name = appeal.Visible(req.Name); req.Name == "" {
		req.Name = "вставленный текст"
	}
	if err := rpc.Report(ctx, 0, 1, "Читаем справочник"); err != nil {
		return packs.PackOffer{}, nil, err
	}
	rows, remarks, err := packs.PackReaders[req.Kind](a.packs, req, data)
	if err != nil {
		return packs.PackOffer{}, nil, err
	}
	offer := &packs.Offered{ID: ledger.NewID()}
	for i, row := range rows {
		if err := rpc.Report(ctx, i, len(rows), "Сравниваем с действующим"); err != nil {
			return packs.PackOffer{}, nil, err
		}
		part, err := a.packs.Compare(&row)
		if err != nil {
			return packs.PackOffer{}, nil, err
		}
		part.Remarks = append(part.Remarks, remarks...)
		remarks = nil // they are about the whole file: show them once, with the first part
		offer.Rows, offer.Compared = append(offer.Rows, row), append(offer.Compared, part)
	}
	a.packs.Offered = offer
	return packs.PackOffer{ID: offer.ID, Parts: offer.Compared}, nil, nil
}
