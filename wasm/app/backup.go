package app

import (
	"context"
	"encoding/json"
	"fmt"

	"rroform/wasm/exchange"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// BackupReq asks for a backup of everything.
type BackupReq struct{}

// BackupRes names the file whose bytes travel beside it.
type BackupRes struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

// Backup writes every table into one file and remembers when.
func (a *App) Backup(ctx context.Context, _ BackupReq, _ []rpc.File) (BackupRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.options.Now()
	d := exchange.Dump{Created: now.UTC(), Program: Version, Version: store.Version(),
		Text: map[string]map[string]json.RawMessage{}, Binary: map[string]map[string][]byte{}}
	for _, table := range store.Tables() {
		if err := a.dump(ctx, table, &d); err != nil {
			return BackupRes{}, nil, fault(err)
		}
	}
	data, err := exchange.WriteBackup(d)
	if err != nil {
		return BackupRes{}, nil, err
	}
	if _, err := a.put(ctx, store.Settings, settingBackup, store.AnyRev, now.UTC()); err != nil {
		return BackupRes{}, nil, fault(err)
	}
	a.lastSave = now.UTC()
	name := "РРО-форма_резервная_копия_" + now.Format("2006-01-02_15-04") + ".zip"
	return BackupRes{name, int64(len(data))}, []rpc.File{data}, nil
}

func (a *App) dump(ctx context.Context, table store.Table, d *exchange.Dump) error {
	if !store.IsBinary(table) {
		rows, err := a.store.All(ctx, table)
		d.Text[string(table)] = map[string]json.RawMessage{}
		for _, row := range rows {
			d.Text[string(table)][row.Key] = row.Data
		}
		return err
	}
	keys, err := a.store.Keys(ctx, table)
	if err != nil {
		return err
	}
	d.Binary[string(table)] = map[string][]byte{}
	for i, key := range keys {
		if err := rpc.Report(ctx, i, len(keys), "Собираем файлы"); err != nil {
			return err
		}
		row, err := a.store.Get(ctx, table, key)
		if err != nil {
			return err
		}
		d.Binary[string(table)][key] = row.Data
	}
	return nil
}

// RestoreReq replaces everything by the backup whose bytes travel beside it.
type RestoreReq struct{}

// RestoreRes says what is there now.
type RestoreRes struct {
	Created  string `json:"created"` // when the backup was made
	Appeals  int    `json:"appeals"`
	Archives int    `json:"archives"`
}

// Restore puts a backup in place of what is stored, in one step: a damaged
// file, or one of a newer program, changes nothing.
func (a *App) Restore(ctx context.Context, _ RestoreReq, files []rpc.File) (RestoreRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(files) != 1 {
		return RestoreRes{}, nil, problem("file", "Файл не выбран.", "Выберите файл резервной копии.")
	}
	d, err := exchange.ReadBackup(files[0])
	if err != nil {
		return RestoreRes{}, nil, fault(err)
	}
	if d.Version > store.Version() {
		return RestoreRes{}, nil, fault(fmt.Errorf("backup of shape %d: %w", d.Version, store.ErrNewer))
	}
	ops, err := a.replaceAll(ctx, d)
	if err != nil {
		return RestoreRes{}, nil, fault(err)
	}
	if _, err := a.store.Write(ctx, ops); err != nil {
		return RestoreRes{}, nil, fault(err)
	}
	if err := a.load(ctx); err != nil {
		return RestoreRes{}, nil, fault(err)
	}
	return RestoreRes{stamp(d.Created), a.registered(), len(a.journal)}, nil, nil
}

// replaceAll deletes what the backup does not have and writes what it has.
func (a *App) replaceAll(ctx context.Context, d exchange.Dump) ([]store.Op, error) {
	var ops []store.Op
	for _, table := range store.Tables() {
		keys, err := a.store.Keys(ctx, table)
		if err != nil {
			return nil, err
		}
		text, binary := d.Text[string(table)], d.Binary[string(table)]
		for _, key := range keys {
			if _, stays := text[key]; !stays && binary[key] == nil {
				ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev})
			}
		}
		for key, data := range text {
			ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data})
		}
		for key, data := range binary {
			ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data})
		}
	}
	return ops, nil
}
