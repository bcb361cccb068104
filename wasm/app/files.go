package app

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// PutFileReq describes what a clerk chose as the answer file of a question. The bytes of the first
// file come with it.
type PutFileReq struct {
	Files []rules.FileInfo `json:"files"` // all files that were chosen or dropped
}

// PutFileRes has the attachment for the question, or findings that say why the file was refused; then
// the earlier attachment stays.
type PutFileRes struct {
	Attachment *appeal.Attachment `json:"attachment,omitempty"`
	Findings   []rules.Finding    `json:"findings"`
}

// PutFile stores the bytes of an answer file, in a row of its own.
func (a *App) PutFile(ctx context.Context, req PutFileReq, files []rpc.File) (PutFileRes, []rpc.File, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i := range req.Files {
		req.Files[i].Name = appeal.FileName(req.Files[i].Name)
	}
	found := rules.Check(rules.Subject{Choice: &rules.FileChoice{Files: req.Files}}, a.register.Env(a.office.Active))
	if rules.Worst(found) == appeal.Error {
		return PutFileRes{Findings: found}, nil, nil
	}
	if len(files) != 1 || int64(len(files[0])) != req.Files[0].Size {
		return PutFileRes{}, nil,
			rpc.Problem("file", "Файл прочитан не полностью.",
				"Проверьте, что он не открыт в другой программе, и выберите его снова.")
	}
	// The id contains the time, so that [App.Sweep] does not delete a file that was attached just now
	// and is not in a saved record yet.
	id, err := uuid.NewV7()
	if err != nil {
		return PutFileRes{}, nil, err
	}
	key := id.String()
	if _, err := a.ledger.Store.Write(
		ctx, []store.Op{{Table: store.Files, Key: key, Rev: store.AnyRev, Data: files[0]}}); err != nil {
		return PutFileRes{}, nil, explain.Error(err)
	}
	return PutFileRes{&appeal.Attachment{FileID: key, Name: req.Files[0].Name, Size: req.Files[0].Size,
		SHA256: a.ledger.Checksum(files[0])}, found}, nil, nil
}

// GetFileReq names a stored answer file.
type GetFileReq struct {
	FileID string `json:"fileId"`
}

// GetFileRes is empty; the file comes with it.
type GetFileRes struct{}

// GetFile returns the bytes of an answer file.
func (a *App) GetFile(ctx context.Context, req GetFileReq, _ []rpc.File) (GetFileRes, []rpc.File, error) {
	data, err := a.ledger.File(ctx, req.FileID)
	if err != nil {
		return GetFileRes{}, nil, explain.Error(err)
	}
	return GetFileRes{}, []rpc.File{data}, nil
}

// SweepReq is empty.
type SweepReq struct{}

// SweepRes counts what was deleted.
type SweepRes struct {
	Files int `json:"files"`
	Parts int `json:"parts"` // of archives that were never finished
}

// Sweep deletes what nothing uses: answer files that are in no record and in no action that can be
// undone, parts of builds that failed, and original entries whose appeals were deleted. The page calls
// it once after the start.
func (a *App) Sweep(ctx context.Context, _ SweepReq) (SweepRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.ledger.Aside) > 0 {
		return SweepRes{}, nil // the damaged rows may use any file
	}
	files, err := a.orphanFiles(ctx)
	if errors.Is(err, store.ErrDamaged) {
		return SweepRes{}, nil
	}
	if err != nil {
		return SweepRes{}, explain.Error(err)
	}
	parts, err := a.orphanParts(ctx)
	if err != nil {
		return SweepRes{}, explain.Error(err)
	}
	sources, err := a.orphanSources(ctx)
	if errors.Is(err, store.ErrDamaged) {
		return SweepRes{}, nil
	}
	if err != nil || len(files)+len(parts)+len(sources) == 0 {
		return SweepRes{}, explain.Error(err)
	}
	if _, err = a.ledger.Store.Write(ctx, slices.Concat(files, parts, sources)); err != nil {
		return SweepRes{}, explain.Error(err)
	}
	return SweepRes{len(files), len(parts)}, nil
}

// orphanFiles returns the deletion of answer files that nothing uses. A comparison of keys with memory
// usually finds none. Only if it finds some, all records are read again, because another tab may have
// written records that this one does not know.
func (a *App) orphanFiles(ctx context.Context) ([]store.Op, error) {
	keys, err := a.ledger.Store.Keys(ctx, store.Files)
	if err != nil {
		return nil, err
	}
	keys = slices.DeleteFunc(keys, func(key string) bool { return !a.ledger.Old(key) })
	if keys = a.notInMemory(keys); len(keys) == 0 {
		return nil, nil
	}
	used, err := a.usedFiles(ctx)
	if err != nil {
		return nil, err
	}
	var ops []store.Op
	for _, key := range keys {
		if !used[key] {
			ops = append(ops, store.Op{Table: store.Files, Key: key, Rev: store.AnyRev})
		}
	}
	return ops, nil
}

// notInMemory returns the keys of answer files that no record, open archive or action in memory uses.
func (a *App) notInMemory(keys []string) []string {
	held := map[string]bool{}
	for _, rec := range a.register.All() {
		for _, q := range rec.Appeal.Questions {
			if q.Attachment != nil {
				held[q.Attachment.FileID] = true
			}
		}
	}
	for _, o := range a.openArchives {
		for _, e := range o.Entries {
			held[e.FileID] = true
		}
	}
	return slices.DeleteFunc(keys, func(key string) bool { return held[key] || a.actionHolds(key) })
}

// actionHolds reports whether an action that can be undone uses a file.
func (a *App) actionHolds(fileID string) bool {
	for _, action := range a.ledger.Actions {
		for _, step := range action.Steps {
			if bytes.Contains(step.Before, []byte(fileID)) {
				return true
			}
		}
	}
	return false
}

func (a *App) usedFiles(ctx context.Context) (map[string]bool, error) {
	used := map[string]bool{}
	if err := a.openedFiles(ctx, func(id string) { used[id] = true }); err != nil {
		return nil, err
	}
	mark := func(ap *appeal.Appeal) {
		for _, q := range ap.Questions {
			if q.Attachment != nil {
				used[q.Attachment.FileID] = true
			}
		}
	}
	return used, a.ledger.EveryState(ctx, mark)
}
