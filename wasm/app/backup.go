package app

import (
	"context"
	"errors"
	"io"
	"slices"

	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// BackupReq asks for a backup of all data.
type BackupReq struct {
	Passphrase string `json:"passphrase"` // "" = not encrypted
}

// BackupRes describes the file, whose bytes went to the page by [rpc.Emit].
type BackupRes struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Content string `json:"content"` // SHA-256 of the content: equal registers have equal values
}

// Backup writes all data into one file and stores the time of this backup. It does not hold the lock
// while it reads the rows of binary tables.
func (a *App) Backup(ctx context.Context, req BackupReq, _ []rpc.Blob) (BackupRes, error) {
	now := a.office.Now()
	out := &blocks{ctx: ctx}
	encrypted, err := a.encrypt(out, req.Passphrase)
	if err != nil {
		return BackupRes{}, err
	}
	var w *exchange.Writer
	var binaryRows []store.Op
	var from store.Store
	err = office.Locked(a.mu, func() (err error) {
		w, binaryRows, err = a.backupRows(ctx, encrypted)
		from = a.ledger.Store
		return err
	})
	if err != nil {
		return BackupRes{}, explain.Error(err)
	}
	for i, op := range binaryRows {
		if err := rpc.Report(ctx, i, len(binaryRows), "Записываем файлы"); err != nil {
			return BackupRes{}, err
		}
		row, err := from.Get(ctx, op.Table, op.Key)
		switch {
		case errors.Is(err, store.ErrNotFound):
			continue // deleted meanwhile, for example by [App.Sweep]
		case err != nil:
			return BackupRes{}, explain.Error(err)
		}
		if err := w.File(string(op.Table), op.Key, row.Data); err != nil {
			return BackupRes{}, err
		}
	}
	content, err := w.Close()
	if err == nil {
		err = encrypted.Close()
	}
	if err == nil {
		err = out.flush()
	}
	if err != nil {
		return BackupRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, err := a.ledger.Put(ctx, store.Settings, office.SettingBackup, store.AnyRev, now.UTC()); err != nil {
		return BackupRes{}, explain.Error(err)
	}
	a.lastBackup = now.UTC()
	name := "РРО-форма_резервная_копия_" + now.Format("2006-01-02_15-04") + ".zip"
	return BackupRes{encryptedName(name, req.Passphrase), out.size, content}, nil
}

// staysHere reports whether a row is left out of backups. Only the time of the last backup is.
func staysHere(table store.Table, key string) bool {
	return table == store.Settings && key == office.SettingBackup
}

// heavyTables have large rows, so backupRows reads their rows one at a time.
var heavyTables = []store.Table{store.Sources, store.Opened}

// backupRows writes the text tables and returns which binary rows to write next.
func (a *App) backupRows(ctx context.Context, out io.Writer) (*exchange.Writer, []store.Op, error) {
	keys := map[store.Table][]string{}
	head := exchange.Head{Created: a.office.Now().UTC(), Program: Version, Version: store.Version(),
		Rows: map[string]int{}}
	for _, table := range store.Tables() {
		list, err := a.ledger.Store.Keys(ctx, table)
		if err != nil {
			return nil, nil, err
		}
		list = slices.DeleteFunc(list, func(key string) bool { return staysHere(table, key) })
		keys[table], head.Rows[string(table)] = list, len(list)
	}
	w, err := exchange.NewWriter(out, head)
	if err != nil {
		return nil, nil, err
	}
	var binaryRows []store.Op
	for i, table := range store.Tables() {
		if err := rpc.Report(ctx, i, len(store.Tables()), "Записываем таблицы"); err != nil {
			return nil, nil, err
		}
		switch {
		case store.IsBinary(table):
			for _, key := range keys[table] {
				binaryRows = append(binaryRows, store.Op{Table: table, Key: key})
			}
		case slices.Contains(heavyTables, table):
			err = a.rowByRow(ctx, w, table, keys[table])
		default:
			err = a.allRows(ctx, w, table)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return w, binaryRows, nil
}

func (a *App) allRows(ctx context.Context, w *exchange.Writer, table store.Table) error {
	rows, err := a.ledger.Store.All(ctx, table)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if staysHere(table, row.Key) {
			continue
		}
		if row.Damaged {
			err = writeDamaged(w, table, row)
		} else {
			err = w.Row(string(table), row.Key, row.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writeDamaged writes a damaged row as a row of [store.Damaged].
func writeDamaged(w *exchange.Writer, table store.Table, row store.Row) error {
	key, data := ledger.DamagedRow(table, row)
	return w.File(string(store.Damaged), key, data)
}

func (a *App) rowByRow(ctx context.Context, w *exchange.Writer, table store.Table, keys []string) error {
	for i, key := range keys {
		if err := rpc.Report(ctx, i, len(keys), "Записываем таблицы"); err != nil {
			return err
		}
		row, err := a.ledger.Store.Get(ctx, table, key)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted meanwhile: another tab has closed its archive
		}
		switch {
		case errors.Is(err, store.ErrDamaged):
			row.Key = key
			err = writeDamaged(w, table, row)
		case err == nil:
			err = w.Row(string(table), key, row.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// blocks collects what is written and sends it to the page in blocks of one megabyte.
type blocks struct {
	ctx  context.Context
	buf  []byte
	size int64 // bytes so far
}

const blockSize = 1 << 20

func (b *blocks) Write(p []byte) (int, error) {
	all := len(p)
	b.size += int64(all)
	for len(p) > 0 {
		n := min(len(p), blockSize-len(b.buf))
		b.buf, p = append(b.buf, p[:n]...), p[n:]
		if len(b.buf) == blockSize {
			if err := b.flush(); err != nil {
				return 0, err
			}
		}
	}
	return all, nil
}

func (b *blocks) flush() error {
	if len(b.buf) == 0 {
		return nil
	}
	err := rpc.Emit(b.ctx, b.buf)
	b.buf = b.buf[:0]
	return err
}
