package app

import (
	"context"
	"fmt"

	"rroform/static"
	"rroform/wasm/archive"
	"rroform/wasm/container"
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
		return Part{}, nil, fault(store.ErrNotFound)
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
func (a *App) archive(id string) (Archive, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, row := range a.journal {
		if row.ID == id {
			return row, nil
		}
	}
	return Archive{}, fault(store.ErrNotFound)
}

func (a *App) partBytes(ctx context.Context, row *Archive, n int) ([]byte, error) {
	if row.Cleared != "" {
		return nil, problem("cleared", "Содержимое этого архива удалено по сроку хранения.", "Остались дата, имя файла, контрольная сумма и число записей.")
	}
	kept, err := a.store.Get(ctx, store.Parts, partKey(row.ID, n))
	if err != nil {
		return nil, fault(err)
	}
	if checksum(kept.Data) != row.Parts[n].SHA256 {
		return nil, problem("damaged", "Архив в журнале повреждён: контрольная сумма не сходится.", "Сформируйте его ещё раз.")
	}
	return kept.Data, nil
}

// keptFiles opens all parts of an archive as they were formed.
func (a *App) keptFiles(ctx context.Context, row *Archive) ([]archive.File, error) {
	var files []archive.File
	for n := range row.Parts {
		data, err := a.partBytes(ctx, row, n)
		if err != nil {
			return nil, err
		}
		of, err := archive.Open(data)
		if err != nil {
			return nil, fault(err)
		}
		files = append(files, of...)
	}
	return files, nil
}

func partKey(id string, n int) string { return fmt.Sprintf("%s/%d", id, n) }

// keepArchive stores parts, each by itself so that memory does not grow with
// their number, and the row of the journal last: without it nothing counts.
// The parts get the next free names of the stem.
func (a *App) keepArchive(ctx context.Context, row Archive, stem string, parts [][]byte) (Archive, error) {
	for i, data := range parts {
		if _, err := a.store.Write(ctx, []store.Op{{Table: store.Parts, Key: partKey(row.ID, i), Rev: store.AnyRev, Data: data}}); err != nil {
			return Archive{}, fault(err)
		}
	}
	row.Created = a.options.Now().UTC()
	row.Program = Version + " (" + a.options.Build + ")"
	row.Codes = static.ClassifierEdition
	row.State, row.States = StateFormed, []StateChange{{State: StateFormed, At: row.Created, Who: row.Profile.PersonName}}
	a.mu.Lock()
	defer a.mu.Unlock()
	next := a.nextPart(stem)
	for i, data := range parts {
		row.Parts[i].Name, row.Parts[i].Size, row.Parts[i].SHA256 = archive.PartName(stem, next+i), int64(len(data)), checksum(data)
	}
	rev, err := a.put(ctx, store.Archives, row.ID, 0, row)
	if err != nil {
		return Archive{}, fault(err)
	}
	row.Rev = rev
	a.journal = append(a.journal, row)
	a.journalChanged()
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
