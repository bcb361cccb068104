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

// largePart is the size in bytes from which [partWriter.add] runs the garbage collector. A part leaves
// about as many bytes of garbage as it has itself, and the memory of WebAssembly never shrinks.
const largePart = 16 << 20

// partWriter stores the parts of an archive. While it stores a part, the job makes the next one.
type partWriter struct {
	forming *Forming
	ctx     context.Context // of the call
	row     *journal.Row    // gets the parts
	writing chan error      // result of the last part; nil = no part is being written
}

// add starts to store a part and sends it to the page by [rpc.Emit]. The page keeps it until the answer
// says that the archive is in the journal. When add returns, the part before is stored.
func (w *partWriter) add(data []byte, entries int) error {
	if err := w.wait(); err != nil {
		return err
	}
	if len(data) >= largePart {
		runtime.GC()
	}
	n := len(w.row.Parts)
	w.row.Parts = append(w.row.Parts, journal.Part{Size: int64(len(data)), Entries: entries})
	w.writing = make(chan error, 1)
	go func() {
		w.writing <- rpc.Guard(func() error {
			w.row.Parts[n].SHA256 = w.forming.ledger.Checksum(data)
			op := store.Op{Table: store.Parts, Key: journal.PartKey(w.row.ID, n), Rev: store.AnyRev, Data: data}
			_, err := w.forming.ledger.Store.Write(w.ctx, []store.Op{op})
			return err
		})
	}()
	return rpc.Emit(w.ctx, data)
}

// wait returns when the last part is stored and its SHA-256 is in the row.
func (w *partWriter) wait() error {
	if w.writing == nil {
		return nil
	}
	err := <-w.writing
	w.writing = nil
	return explain.Error(err)
}

// discard deletes the stored parts after the build has failed with cause. It returns cause, joined
// with the error of the deletion.
func (w *partWriter) discard(cause error) error {
	_ = w.wait() // the build has failed already
	var ops []store.Op
	for n := range w.row.Parts {
		ops = append(ops, store.Op{Table: store.Parts, Key: journal.PartKey(w.row.ID, n), Rev: store.AnyRev})
	}
	if len(ops) == 0 {
		return cause
	}
	if _, err := w.forming.ledger.Store.Write(context.WithoutCancel(w.ctx), ops); err != nil {
		return errors.Join(cause, err)
	}
	return cause
}

// addToJournal writes the row of the journal, after the parts: without a row nothing uses the parts.
// It gives the parts the next free names that start with stem.
func (f *Forming) addToJournal(ctx context.Context, row journal.Row, stem string) (journal.Row, error) {
	row.Created = f.office.Now().UTC()
	row.Program = f.office.Program()
	row.Codes = static.ClassifierEdition
	row.State = journal.StateFormed
	row.States = []journal.StateChange{{State: row.State, At: row.Created, Who: row.Profile.PersonName}}
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
	f.register.JournalAppended(&row)
	row.HandOver = row.HandOverDay()
	return row, nil
}
