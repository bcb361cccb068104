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

// The entry of a record as an archive takes it, packed, read back and held
// against the schema, stays beside the record until something changes that it
// was made of: the record (then there is a new one, see [App.keep]), a profile
// or the format profile (see [App.forget]). It is made when an archive is
// planned or built and is in memory only.
const (
	keptEntry   = 16 << 10 // bytes, packed; what is larger is made each time
	keptEntries = 48 << 20 // bytes of all
)

// keepEntry remembers what was made for a record, unless something has changed
// since the job began.
func (f *Forming) keepEntry(j *job, it *item, p archive.Packed) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if j.epoch != f.office.Epoch || it.rec.Gone {
		return
	}
	it.rec.EntryHash = it.hash
	if len(p.Data) <= keptEntry && f.packedBytes+len(p.Data) <= keptEntries && f.packed[it.rec] == nil {
		p.Data = bytes.Clone(p.Data) // without the room behind it
		f.packed[it.rec] = &p
		f.packedBytes += len(p.Data)
	}
}

// DropEntry drops what was made for a record.
func (f *Forming) DropEntry(rec *register.Record) {
	if p := f.packed[rec]; p != nil {
		f.packedBytes -= len(p.Data)
		delete(f.packed, rec)
	}
}

// DropPacked drops what was made for all records.
func (f *Forming) DropPacked() { f.packed, f.packedBytes = map[*register.Record]*archive.Packed{}, 0 }

// written is an item with all that its entry is made of.
type written struct {
	item  *item
	text  *archive.Text
	files map[string][]byte // by FileID
	done  func()            // see [job.readAhead]
	err   error
}

// each makes the entries that are not ready and calls f with all of them, in
// their order.
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

// read writes the text of an entry and fetches its files.
func (j *job) read(ctx context.Context, it *item) *written {
	w := &written{item: it, text: archive.Write(it.Appeal, j.row.Profile.DepartmentID, &j.format),
		files: map[string][]byte{}}
	for _, hole := range w.text.Files {
		id := hole.File.FileID
		data, err := j.app.ledger.File(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			err = rpc.Problem("fileLost", "В хранилище нет файла ответа обращения "+it.Appeal.ShownNumber()+".",
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

// pack packs an entry and judges it. A failure is a defect of ours or of the
// format profile, so it says which entry and place.
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
		came, err := j.asItCame(ctx, w.item.Appeal, ours)
		if err != nil {
			return archive.Packed{}, err
		}
		if came != nil {
			text = &archive.Text{JSON: came}
		}
	}
	p, err := text.Pack(name, file)
	if err != nil {
		return p, badPart(name + ": " + err.Error())
	}
	// The schema asks of a file only that it is base64 and not empty.
	brief, err := text.Bytes(func(f *appeal.Attachment) ([]byte, error) {
		return w.files[f.FileID][:min(3, len(w.files[f.FileID]))], nil
	})
	if err != nil {
		return p, err
	}
	if wrong := misfits(brief); len(wrong) > 0 {
		return p, badPart(name + ": " + strings.Join(wrong, "; "))
	}
	j.app.keepEntry(j, w.item, p)
	return p, nil
}

// readSources reads how entries came in one request, unless they are few.
func (j *job) readSources(ctx context.Context) (err error) {
	n := 0
	for _, it := range j.items {
		if it.entry == nil && it.Source != nil {
			n++
		}
	}
	j.sources, err = j.app.sources.AllSources(ctx, n)
	return err
}

// PrepareArchiveRes says how many entries are ready.
type PrepareArchiveRes struct {
	Ready int `json:"ready"`
}

// PrepareArchive makes the entries of an archive that will be built soon. The
// page asks for it when nobody waits; without a month it is the one whose
// report is due. What cannot be made is left to [App.Build] to speak of.
func (f *Forming) PrepareArchive(ctx context.Context, req PlanReq) (PrepareArchiveRes, error) {
	if err := f.register.CompareAll(ctx, f.register.InUse()); err != nil {
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
			w := &written{item: it, text: archive.Write(it.Appeal, j.row.Profile.DepartmentID, &j.format)}
			if len(w.text.Files) > 0 {
				continue // too large to be kept
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
	s := f.sift(req)
	if len(s.blocked) > 0 {
		s.in = nil
	}
	return f.job(s)
}
