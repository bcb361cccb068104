package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/office"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// RestoreReq comes with a backup that replaces everything.
type RestoreReq struct {
	Readable   bool   `json:"readable"`   // of a damaged backup, use the readable part
	Passphrase string `json:"passphrase"` // "" = the file has none
}

// RestoreRes describes the register afterwards.
type RestoreRes struct {
	Created  string   `json:"created"` // when the backup was made
	Appeals  int      `json:"appeals"`
	Archives int      `json:"archives"`
	Missing  []string `json:"missing"` // parts that a damaged backup did not have
}

// Restore replaces all data by a backup, in one step. A damaged file, or one of a newer version,
// changes nothing.
func (a *App) Restore(ctx context.Context, req RestoreReq, blobs []rpc.Blob) (RestoreRes, error) {
	blobs, err := decrypted(ctx, blobs, req.Passphrase)
	if err != nil {
		return RestoreRes{}, err
	}
	b, content, err := wholeBackup(ctx, blobs)
	var refused *exchange.RefusedError
	if req.Readable && errors.As(err, &refused) && refused.Damaged {
		b, content, err = readableBackup(ctx, blobs)
	} else if err == nil {
		err = content.setBackupTime(b.Head.Created)
	}
	if err != nil {
		return RestoreRes{}, explain.Error(err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.replaceAll(ctx, b, content); err != nil {
		return RestoreRes{}, explain.Error(err)
	}
	if err := a.load(context.WithoutCancel(ctx)); err != nil { // too late to cancel
		return RestoreRes{}, explain.Error(err)
	}
	created := office.FormatTime(b.Head.Created)
	res := RestoreRes{Created: created, Appeals: a.countAppeals(), Archives: len(a.journal.Rows)}
	if req.Readable {
		res.Missing = content.missing(b)
	}
	return res, nil
}

// setBackupTime sets the time of the last backup to that of the restored one. It is not called for a
// damaged backup, so that the program soon asks the clerk for a new one.
func (c *backupContent) setBackupTime(at time.Time) error {
	if at.IsZero() {
		return nil
	}
	data, err := json.Marshal(at.UTC())
	if c.rows[store.Settings] == nil {
		c.rows[store.Settings] = map[string][]byte{}
	}
	c.rows[store.Settings][office.SettingBackup] = data
	return err
}

// replaceAll first writes the files that the store does not have. If the program stops then, [App.Sweep]
// deletes them later, because no record uses them. After that, one batch replaces all rows. If this or an
// earlier write fails, the new files are deleted.
func (a *App) replaceAll(ctx context.Context, b *exchange.Backup, c *backupContent) (err error) {
	have, err := a.binaryKeys(ctx)
	if err != nil {
		return err
	}
	r := &restoring{app: a, have: have}
	defer func() {
		if err != nil {
			r.deleteWritten(ctx)
		}
	}()
	if err := r.writeFiles(ctx, b.Files); err != nil {
		return err
	}
	ops, err := a.replaceOps(ctx, c, have)
	if err != nil {
		return err
	}
	if err := rpc.Report(ctx, len(b.Files), len(b.Files), replacing); err != nil {
		return err
	}
	if _, err = a.ledger.WriteLong(ctx, replacing, append(ops, r.changed...)); err != nil {
		return err
	}
	r.deletions = nil // the restored rows use these files
	return a.writeMissing(context.WithoutCancel(ctx), b.Files)
}

const replacing = "Заменяем записи"

// replaceOps returns the operations that write the rows of the backup and delete all others.
func (a *App) replaceOps(ctx context.Context, c *backupContent, have map[store.Table]map[string]bool) (
	[]store.Op, error) {
	var ops []store.Op
	for _, table := range store.Tables() {
		for key := range have[table] {
			if !c.files[table][key] {
				ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev})
			}
		}
		if store.IsBinary(table) {
			continue
		}
		keys, err := a.ledger.Store.Keys(ctx, table)
		if err != nil {
			return nil, err
		}
		for _, key := range keys {
			if c.rows[table][key] == nil {
				ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev})
			}
		}
		for key, data := range c.rows[table] {
			ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data})
		}
	}
	return ops, nil
}

// binaryKeys returns the keys of the binary tables.
func (a *App) binaryKeys(ctx context.Context) (map[store.Table]map[string]bool, error) {
	all := map[store.Table]map[string]bool{}
	for _, table := range store.Tables() {
		if !store.IsBinary(table) {
			continue
		}
		keys, err := a.ledger.Store.Keys(ctx, table)
		if err != nil {
			return nil, err
		}
		all[table] = map[string]bool{}
		for _, key := range keys {
			all[table][key] = true
		}
	}
	return all, nil
}

// writeMissing writes files again that another tab has deleted while no record used them.
func (a *App) writeMissing(ctx context.Context, files []exchange.File) error {
	have, err := a.binaryKeys(ctx)
	if err != nil {
		return err
	}
	return (&restoring{app: a, have: have, skipStored: true}).writeFiles(ctx, files)
}

// restoring writes the files of a backup, several at a time.
type restoring struct {
	app          *App
	have         map[store.Table]map[string]bool // keys in the store before
	skipStored   bool                            // do not compare the bytes of stored files
	deletions    []store.Op                      // of the written files, if the restore fails
	changed      []store.Op                      // files with other bytes under the same key: written in the last batch
	changedBytes int
	batch        []store.Op // collected for one write, because each write waits for the disk
	batchBytes   int
}

// batchSize is the number of bytes of files in one write.
const batchSize = 8 << 20

// maxChanged limits changedBytes. A file never changes under its key, so backups of
// this program have none.
const maxChanged = 64 << 20

func (r *restoring) writeFiles(ctx context.Context, files []exchange.File) error {
	for i, f := range files {
		if err := rpc.Report(ctx, i, len(files), "Восстанавливаем файлы"); err != nil {
			return err
		}
		stored := r.have[store.Table(f.Table)][f.Key]
		if stored && r.skipStored {
			continue
		}
		data, err := f.Read()
		if err != nil {
			return err
		}
		if err := r.writeFile(ctx, store.Op{Table: store.Table(f.Table), Key: f.Key, Rev: store.AnyRev, Data: data},
			stored); err != nil {
			return err
		}
	}
	return r.flush(ctx)
}

func (r *restoring) flush(ctx context.Context) error {
	if len(r.batch) == 0 {
		return nil
	}
	_, err := r.app.ledger.Store.Write(ctx, r.batch)
	r.batch, r.batchBytes = nil, 0
	return err
}

// writeFile writes a file that is not stored. It puts a file with other bytes than the stored one into changed.
func (r *restoring) writeFile(ctx context.Context, o store.Op, stored bool) error {
	if !stored {
		r.deletions = append(r.deletions, store.Op{Table: o.Table, Key: o.Key, Rev: store.AnyRev})
		r.batch = append(r.batch, o)
		if r.batchBytes += len(o.Data); r.batchBytes < batchSize {
			return nil
		}
		return r.flush(ctx)
	}
	row, err := r.app.ledger.Store.Get(ctx, o.Table, o.Key)
	if err != nil || bytes.Equal(row.Data, o.Data) {
		return err
	}
	if r.changedBytes += len(o.Data); r.changedBytes > maxChanged {
		return &exchange.RefusedError{
			Text: fmt.Sprintf("Копия заменяет содержимое уже имеющихся файлов больше чем на %d МБ: это предел",
				maxChanged>>20)}
	}
	r.changed = append(r.changed, o)
	return nil
}

func (r *restoring) deleteWritten(ctx context.Context) {
	// If the deletion fails, [App.Sweep] deletes the files at the next start.
	_, _ = r.app.ledger.Store.Write(context.WithoutCancel(ctx), r.deletions)
}
