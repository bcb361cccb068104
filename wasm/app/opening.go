package app

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/foreign"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
	"rroform/wasm/schema"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// opening is an archive that is being read. It writes bytes to the store as it reads, so that memory
// does not grow; it writes the records at the end, in one batch.
type opening struct {
	app           *App
	archive       openArchive
	changes       []ledger.Change
	sources       source.Writer
	batch         []store.Op // files for one write
	batchBytes    int
	written       []string // keys of written files
	hasUnreadable bool     // the archive has an unreadable entry
	hasZero       bool     // the archive has a zero report
}

// addFile reads an entry of the archive, or stores the bytes of any other file.
func (o *opening) addFile(ctx context.Context, f archive.File) error {
	e := openEntry{Name: f.Name}
	if f.Raw != f.Name {
		e.Raw = []byte(f.Raw)
	}
	var err error
	switch {
	case f.Err != nil:
		e.Why = &foreign.Error{Text: f.Err.Error()}
		e.Packed = &packedEntry{f.Kept.CRC, f.Kept.Size, f.Kept.Method}
		e.FileID, err = o.putFile(ctx, f.Kept.Data)
		o.hasUnreadable = o.hasUnreadable || archive.IsEntry(f.Name)
	case archive.IsZip(f.Data):
		e.Foreign, e.Why = true, &foreign.Error{Text: "Архив внутри архива не открывается (ограничение на вложенные " +
			"архивы). Извлеките его и откройте отдельно"}
		e.FileID, err = o.putFile(ctx, f.Data)
	case !archive.IsEntry(f.Name):
		e.Foreign = true
		e.FileID, err = o.putFile(ctx, f.Data)
	default:
		err = o.read(ctx, &e, f.Data)
	}
	o.archive.Entries = append(o.archive.Entries, e)
	return err
}

// read makes a record from an entry, or stores its bytes if it is not an appeal.
func (o *opening) read(ctx context.Context, e *openEntry, data []byte) error {
	in, err := archive.Unmarshal(data)
	if zero, is := incoming.ReadZero(in, data); is {
		e.Zero, o.hasZero = &zero, true
		e.FileID, err = o.putFile(ctx, data)
		return err
	}
	if err != nil {
		o.hasUnreadable = true
		if !errors.As(err, &e.Why) {
			e.Why = &foreign.Error{Text: err.Error()}
		}
		e.FileID, err = o.putFile(ctx, data)
		return err
	}
	files, err := o.putFiles(ctx, in)
	if err != nil {
		return err
	}
	e.Repairs = in.Repairs
	if len(in.Repairs) == 0 && !in.Fits {
		for _, v := range schema.Validate(schema.Entry, data) {
			e.Wrong = append(e.Wrong, entryFault{fieldOf(v.Path), v.Text})
		}
	}
	ap := &in.Appeal
	ap.ID, ap.ProfileID, ap.DepartmentID = ledger.NewID(), o.archive.ID, in.DepartmentID
	o.normalise(ap)
	hash := ap.ContentHash()
	ap.Source = &appeal.Source{File: o.archive.File, Place: e.Name, Hash: hash}
	e.ID = ap.ID
	o.changes = append(o.changes, ledger.Change{After: ap, ContentHash: hash})
	return o.sources.Add(ap.Source, &source.Source{Hash: hash, Body: in.DepartmentID,
		Plain: len(in.Repairs)+len(e.Wrong) == 0, Parts: source.CutFiles(data, files)})
}

func (o *opening) normalise(ap *appeal.Appeal) {
	o.app.mu.Lock()
	defer o.app.mu.Unlock()
	o.app.packs.Normalise(ap)
}

// putFiles stores the answer files of an entry.
func (o *opening) putFiles(ctx context.Context, in *archive.Opened) ([]source.StoredFile, error) {
	var files []source.StoredFile
	for i := range in.Appeal.Questions {
		at := in.Appeal.Questions[i].Attachment
		if at == nil {
			continue
		}
		data := in.Files[at.FileID]
		id, err := o.putFile(ctx, data)
		if err != nil {
			return nil, err
		}
		at.FileID, at.SHA256 = id, o.app.ledger.Checksum(data)
		files = append(files, source.StoredFile{ID: id, SHA256: at.SHA256, Data: data})
	}
	return files, nil
}

// putFile stores bytes and returns their id. The id contains the time, so that [App.Sweep] does not delete
// new files.
func (o *opening) putFile(ctx context.Context, data []byte) (string, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return "", fmt.Errorf("id of a file: %w", err)
	}
	if data == nil {
		data = []byte{} // nil means a deletion
	}
	o.batch = append(o.batch, store.Op{Table: store.Files, Key: id.String(), Rev: store.AnyRev, Data: data})
	if o.batchBytes += len(data); o.batchBytes >= batchSize {
		err = o.flush(ctx)
	}
	return id.String(), err
}

func (o *opening) flush(ctx context.Context) error {
	if len(o.batch) == 0 {
		return nil
	}
	if _, err := o.app.ledger.Store.Write(ctx, o.batch); err != nil {
		return err
	}
	for _, f := range o.batch {
		o.written = append(o.written, f.Key)
	}
	o.batch, o.batchBytes = nil, 0
	return nil
}

// commit writes the records and the row of the archive in one batch.
func (o *opening) commit(ctx context.Context) error {
	a := o.app
	if err := o.flush(ctx); err != nil {
		return err
	}
	if err := rpc.Report(ctx, len(o.archive.Entries), len(o.archive.Entries), "Сохраняем записи архива"); err != nil {
		return err
	}
	o.sources.End()
	o.archive.Sources = []string{}
	for _, block := range o.sources.Ops {
		o.archive.Sources = append(o.archive.Sources, block.Key)
	}
	row, err := ledger.Op(store.Opened, o.archive.ID, 0, o.archive)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.addOpen(&o.archive) // so that Commit does not move its records to the active profile
	if err := a.ledger.Commit(ctx, o.changes, append(o.sources.Ops, row)...); err != nil {
		a.removeOpen(o.archive.ID)
		return err
	}
	return nil
}

// deleteWritten deletes the stored bytes after the opening has failed.
func (o *opening) deleteWritten(ctx context.Context) error {
	if len(o.written) == 0 {
		return nil
	}
	var ops []store.Op
	for _, key := range o.written {
		ops = append(ops, store.Op{Table: store.Files, Key: key, Rev: store.AnyRev})
	}
	_, err := o.app.ledger.Store.Write(context.WithoutCancel(ctx), ops)
	return err
}
