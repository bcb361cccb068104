package app

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"rroform/static"
	"rroform/wasm/archive"
	"rroform/wasm/container"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// ArchivePartReq names a part, counted from 0.
type ArchivePartReq struct {
	ID   string `json:"id"`
	Part int    `json:"part"`

	Passphrase string `json:"passphrase"` // "" = as it was formed
}

// ArchivePart returns the bytes of a part as they were formed, or in a
// container: then the row describes that. Bytes that no
// longer have the sum of the journal are refused.
func (a *App) ArchivePart(ctx context.Context, req ArchivePartReq, _ []rpc.File) (Part, []rpc.File, error) {
	row, err := a.archive(req.ID)
	if err != nil || req.Part < 0 || req.Part >= len(row.Parts) {
		return Part{}, nil, explain.Error(store.ErrNotFound)
	}
	data, err := a.partBytes(ctx, &row, req.Part)
	if err != nil {
		return Part{}, nil, err
	}
	part := row.Parts[req.Part]
	if req.Passphrase != "" {
		if data, err = a.coverFile(data, req.Passphrase); err != nil {
			return Part{}, nil, err
		}
		part.Name, part.Size, part.SHA256 = part.Name+container.Ext, int64(len(data)), checksum(data)
	}
	return part, []rpc.File{data}, nil
}

// archive returns a row of the journal, of any profile.
func (a *App) archive(id string) (archiveRow, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, row := range a.journal {
		if row.ID == id {
			return row, nil
		}
	}
	return archiveRow{}, explain.Error(store.ErrNotFound)
}

func (a *App) partBytes(ctx context.Context, row *archiveRow, n int) ([]byte, error) {
	if row.Cleared != "" {
		return nil, rpc.Problem("cleared", "Содержимое этого архива удалено по сроку хранения.", "Остались дата, имя файла, контрольная сумма и число записей.")
	}
	kept, err := a.store.Get(ctx, store.Parts, partKey(row.ID, n))
	if err != nil {
		return nil, explain.Error(err)
	}
	if a.sum(kept.Data) != row.Parts[n].SHA256 {
		return nil, rpc.Problem("damaged", "Архив в журнале повреждён: контрольная сумма не сходится.", "Сформируйте его ещё раз.")
	}
	return kept.Data, nil
}

// keptFiles opens all parts of an archive as they were formed.
func (a *App) keptFiles(ctx context.Context, row *archiveRow) ([]archive.File, error) {
	var files []archive.File
	for n := range row.Parts {
		data, err := a.partBytes(ctx, row, n)
		if err != nil {
			return nil, err
		}
		of, err := archive.Open(data)
		if err != nil {
			return nil, explain.Error(err)
		}
		files = append(files, of...)
	}
	return files, nil
}

func partKey(id string, n int) string { return fmt.Sprintf("%s/%d", id, n) }

// largePart is the size, in bytes, from which the garbage of a part is collected
// at once: there is as much of it as the part has bytes, the collector would let
// it double the memory, and that of WebAssembly never shrinks.
const largePart = 16 << 20

// partKeeper stores the parts of an archive as they become ready, each while the
// next one is written.
type partKeeper struct {
	app     *App
	ctx     context.Context // of the call
	row     *archiveRow     // gets the parts
	writing chan error      // of the last part; nil = none
}

// take stores a part and hands it to the page ([rpc.Emit], one block a part, in
// their order), which keeps it until the answer says that it stands in the
// journal. When it returns, the part before is on disk.
func (k *partKeeper) take(data []byte, entries int) error {
	if err := k.wait(); err != nil {
		return err
	}
	if len(data) >= largePart {
		runtime.GC()
	}
	n := len(k.row.Parts)
	k.row.Parts = append(k.row.Parts, Part{Size: int64(len(data)), Entries: entries})
	k.writing = make(chan error, 1)
	go func() {
		k.writing <- rpc.Guard(func() error {
			k.row.Parts[n].SHA256 = k.app.sum(data)
			op := store.Op{Table: store.Parts, Key: partKey(k.row.ID, n), Rev: store.AnyRev, Data: data}
			_, err := k.app.store.Write(k.ctx, []store.Op{op})
			return err
		})
	}()
	return rpc.Emit(k.ctx, data)
}

// wait returns when the last part is on disk, and its sum is in the row.
func (k *partKeeper) wait() error {
	if k.writing == nil {
		return nil
	}
	err := <-k.writing
	k.writing = nil
	return explain.Error(err)
}

// forget removes the parts of an archive that does not come to stand in the
// journal, because of cause.
func (k *partKeeper) forget(cause error) error {
	_ = k.wait() // it failed, or does not count any more
	var ops []store.Op
	for n := range k.row.Parts {
		ops = append(ops, store.Op{Table: store.Parts, Key: partKey(k.row.ID, n), Rev: store.AnyRev})
	}
	if len(ops) == 0 {
		return cause
	}
	if _, err := k.app.store.Write(context.WithoutCancel(k.ctx), ops); err != nil {
		return errors.Join(cause, err)
	}
	return cause
}

// keepArchive writes the row of the journal, after its parts: without it they
// count for nothing. They get the next free names of the stem.
func (a *App) keepArchive(ctx context.Context, row archiveRow, stem string) (archiveRow, error) {
	row.Created = a.now().UTC()
	row.Program = a.program()
	row.Codes = static.ClassifierEdition
	row.State, row.States = StateFormed, []StateChange{{State: StateFormed, At: row.Created, Who: row.Profile.PersonName}}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, x := range a.journal {
		row.Seq = max(row.Seq, x.Seq)
	}
	row.Seq++
	row.Count = len(row.Entries)
	next := a.nextPart(stem)
	for i := range row.Parts {
		row.Parts[i].Name = archive.PartName(stem, next+i)
	}
	rev, err := a.put(ctx, store.Archives, row.ID, 0, row)
	if err != nil {
		return archiveRow{}, explain.Error(err)
	}
	row.Rev = rev
	a.journal = append(a.journal, row)
	a.journalGrew(&row)
	return row, nil
}

// nextPart is the number of the next part of a stem: numbers go on over all
// archives, of bodies of the same name too, so that no file name comes twice
// and the browser never adds "(1)".
func (a *App) nextPart(stem string) int {
	last := 0
	for _, row := range a.journal {
		for _, part := range row.Parts {
			last = max(last, archive.PartNumber(stem, part.Name))
		}
	}
	return last + 1
}
