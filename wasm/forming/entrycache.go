package forming

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Entries that were packed and checked are cached in memory, by record, for the next archive. A saved
// appeal is a new record, so its old entry is dropped with the old record. A changed profile or
// format profile drops all entries.
const (
	maxCachedEntry = 16 << 10 // bytes, packed; larger entries are made each time
	maxCache       = 48 << 20 // bytes of all entries
)

// cacheEntry caches the entry of a record, unless the record, a profile or the format profile has
// changed since the job began.
func (f *Forming) cacheEntry(j *job, it *item, p archive.Packed) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if j.epoch != f.office.Epoch || it.rec.Removed {
		return
	}
	it.rec.EntryHash = it.hash
	if len(p.Data) <= maxCachedEntry && f.packedBytes+len(p.Data) <= maxCache && f.packed[it.rec] == nil {
		p.Data = bytes.Clone(p.Data) // the original has spare capacity
		f.packed[it.rec] = &p
		f.packedBytes += len(p.Data)
	}
}

// DropEntry removes the cached entry of a record.
func (f *Forming) DropEntry(rec *register.Record) {
	if p := f.packed[rec]; p != nil {
		f.packedBytes -= len(p.Data)
		delete(f.packed, rec)
	}
}

// DropEntries removes all cached entries.
func (f *Forming) DropEntries() { f.packed, f.packedBytes = map[*register.Record]*archive.Packed{}, 0 }

// written is an item with everything that its entry consists of.
type written struct {
	item  *item
	text  *archive.Text
	files map[string][]byte // by FileID
	done  func()            // returns the budget that [job.readAhead] reserved
	err   error
}

// each calls f with the packed entry of each item, in the order of the items. It packs those that are
// not in the cache.
func (j *job) each(ctx context.Context, f func(int, *item, archive.Packed) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := j.readSources(ctx); err != nil {
		return err
	}
	next := j.readAhead(ctx)
	for i, it := range j.items {
		if it.entry == nil {
			read, ok := <-next
			if !ok {
				return ctx.Err()
			}
			w := <-read
			p, err := j.pack(ctx, w)
			w.done()
			if err != nil {
				return err
			}
			if err := f(i, it, p); err != nil {
				return err
			}
			continue
		}
		if err := f(i, it, *it.entry); err != nil {
			return err
		}
	}
	return nil
}

// text writes the JSON text of an item's entry, with gaps for the files.
func (j *job) text(it *item) *archive.Text {
	return archive.Write(it.Appeal, j.row.Profile.DepartmentID, &j.format)
}

// read writes the text of an entry and reads its files from the store.
func (j *job) read(ctx context.Context, it *item) *written {
	w := &written{item: it, text: j.text(it), files: map[string][]byte{}}
	for _, gap := range w.text.Files {
		id := gap.File.FileID
		data, err := j.forming.ledger.File(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			err = rpc.Problem("fileLost",
				"В хранилище нет файла ответа обращения "+it.Appeal.ShownNumber()+".",
				"Приложите файл к обращению заново и повторите.")
		}
		if err != nil {
			w.err = err
			break
		}
		w.files[id] = data
	}
	return w
}

// pack packs an entry and checks it against the schema. A failure is a defect of the program or of
// the format profile, so the error names the entry and the place in it.
func (j *job) pack(ctx context.Context, w *written) (archive.Packed, error) {
	if w.err != nil {
		return archive.Packed{}, w.err
	}
	file := func(f *appeal.Attachment) ([]byte, error) { return w.files[f.FileID], nil }
	text, name := w.text, archive.EntryName(w.item.ID)
	if w.item.hash == "" {
		w.item.hash = register.TextHash(text)
	}
	if w.item.Source != nil {
		ours, err := text.Bytes(file)
		if err != nil {
			return archive.Packed{}, err
		}
		original, err := j.originalEntry(ctx, w.item.Appeal, ours)
		if err != nil {
			return archive.Packed{}, err
		}
		if original != nil {
			text = &archive.Text{JSON: original}
		}
	}
	p, err := text.Pack(name, file)
	if err != nil {
		return p, badPart(name + ": " + err.Error())
	}
	// The schema only requires that a file is base64 and not empty, so three bytes of each are enough.
	brief, err := text.Bytes(func(f *appeal.Attachment) ([]byte, error) {
		return w.files[f.FileID][:min(3, len(w.files[f.FileID]))], nil
	})
	if err != nil {
		return p, err
	}
	if wrong := schemaErrors(brief); len(wrong) > 0 {
		return p, badPart(name + ": " + strings.Join(wrong, "; "))
	}
	j.forming.cacheEntry(j, w.item, p)
	return p, nil
}

// readSources reads the original entries of all items in one request, unless they are few.
func (j *job) readSources(ctx context.Context) (err error) {
	n := 0
	for _, it := range j.items {
		if it.entry == nil && it.Source != nil {
			n++
		}
	}
	j.sources, err = j.forming.sources.Preload(ctx, n)
	return err
}

// PrepareArchiveRes has the number of cached entries.
type PrepareArchiveRes struct {
	Ready int `json:"ready"`
}

// PrepareArchive packs the entries of an archive into the cache, so that [Forming.Build] is quicker.
// The page calls it while the clerk does nothing. Without a month in the request it is the month whose
// report is due. It ignores entries that cannot be made: Build reports them.
func (f *Forming) PrepareArchive(ctx context.Context, req PlanReq) (PrepareArchiveRes, error) {
	if err := f.register.CompareAll(ctx, f.register.ActiveProfileID()); err != nil {
		return PrepareArchiveRes{}, err
	}
	j := f.preparation(&req)
	if err := j.readSources(ctx); err != nil {
		return PrepareArchiveRes{}, explain.Error(err)
	}
	n := 0
	for i, it := range j.items {
		if err := rpc.Report(ctx, i, len(j.items), "Готовим записи архива"); err != nil {
			return PrepareArchiveRes{}, err
		}
		if it.entry == nil {
			w := &written{item: it, text: j.text(it)}
			if len(w.text.Files) > 0 {
				continue // with its files it is too large for the cache
			}
			if _, err := j.pack(ctx, w); err != nil {
				continue
			}
		}
		n++
	}
	return PrepareArchiveRes{n}, nil
}

func (f *Forming) preparation(req *PlanReq) *job {
	f.mu.Lock()
	defer f.mu.Unlock()
	if ModeInfo(req.Mode).Period == MonthPeriod && req.Month.IsZero() {
		req.Month = appeal.MonthOf(f.office.Today()).Prev()
	}
	s := f.selectRecords(req)
	if len(s.blocked) > 0 {
		s.in = nil
	}
	return f.job(s)
}
