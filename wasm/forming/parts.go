package forming

import (
	"context"
	"errors"
	"runtime"

	"rroform/static"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// largePart is the size, in bytes, from which the garbage of a part is collected
// at once: there is as much of it as the part has bytes, the collector would let
// it double the memory, and that of WebAssembly never shrinks.
const largePart = 16 << 20

// partKeeper stores the parts of an archive as they become ready, each while the
// next one is written.
type partKeeper struct {
	app     *Forming
	ctx     context.Context // of the call
	row     *journal.Row    // gets the parts
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
	k.row.Parts = append(k.row.Parts, journal.Part{Size: int64(len(data)), Entries: entries})
	k.writing = make(chan error, 1)
	go func() {
		k.writing <- rpc.Guard(func() error {
			k.row.Parts[n].SHA256 = k.app.ledger.Sum(data)
			op := store.Op{Table: store.Parts, Key: journal.PartKey(k.row.ID, n), Rev: store.AnyRev, Data: data}
			_, err := k.app.ledger.Store.Write(k.ctx, []store.Op{op})
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
		ops = append(ops, store.Op{Table: store.Parts, Key: journal.PartKey(k.row.ID, n), Rev: store.AnyRev})
	}
	if len(ops) == 0 {
		return cause
	}
	if _, err := k.app.ledger.Store.Write(context.WithoutCancel(k.ctx), ops); err != nil {
		return errors.Join(cause, err)
	}
	return cause
}

// keepArchive writes the row of the journal, after its parts: without it they
// count for nothing. They get the next free names of the stem.
func (f *Forming) keepArchive(ctx context.Context, row journal.Row, stem string) (journal.Row, error) {
	row.Created = f.office.Now().UTC()
	row.Program = f.office.Program()
	row.Codes = static.ClassifierEdition
	row.State, row.States = journal.StateFormed,
		[]journal.StateChange{{State: journal.StateFormed, At: row.Created, Who: row.Profile.PersonName}}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, x := range f.journal.Rows {
		row.Seq = max(row.Seq, x.Seq)
	}
	row.Seq++
	row.Count = len(row.Entries)
	next := f.journal.NextPart(stem)
	for i := range row.Parts {
		row.Parts[i].Name = archive.PartName(stem, next+i)
	}
	rev, err := f.ledger.Put(ctx, store.Archives, row.ID, 0, row)
	if err != nil {
		return journal.Row{}, explain.Error(err)
	}
	row.Rev = rev
	f.journal.Rows = append(f.journal.Rows, row)
	f.register.JournalGrew(&row)
	return row, nil
}
