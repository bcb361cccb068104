package app

import (
	"context"
	"errors"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/container"
	"rroform/wasm/explain"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
	"rroform/wasm/source"
)

// OpenArchiveReq comes with the archive as a file.
type OpenArchiveReq struct {
	Name       string `json:"name"`       // of the file
	Passphrase string `json:"passphrase"` // "" = the file has none
}

// OpenArchiveRes describes the open archive.
type OpenArchiveRes struct {
	ID    string `json:"id"`
	Again bool   `json:"again"` // the archive was open already, and keeps its edits
}

// OpenArchive opens an archive of any program. After an error or a cancellation nothing has changed.
func (a *App) OpenArchive(ctx context.Context, req OpenArchiveReq, files []rpc.File) (OpenArchiveRes, []rpc.File,
	error) {
	if len(files) != 1 {
		return OpenArchiveRes{}, nil, rpc.Problem("file", "Файл не выбран.", "Выберите один файл.")
	}
	file, err := incoming.DecryptFile(ctx, files[0], req.Passphrase)
	if err != nil {
		return OpenArchiveRes{}, nil, err
	}
	sum := a.ledger.Checksum(file)
	if id := a.openAlready(sum); id != "" {
		return OpenArchiveRes{id, true}, nil, nil
	}
	o := &opening{app: a, archive: openArchive{ID: ledger.NewID(),
		File: strings.TrimSuffix(appeal.FileName(req.Name), container.Ext), SHA256: sum,
		Size: int64(len(file)), At: a.office.Now().UTC()}}
	err = source.WalkEntries(archive.Usual, req.Name, file, func(i, n int, f archive.File) error {
		if err := rpc.Report(ctx, i, n, "Читаем записи архива"); err != nil {
			return err
		}
		return o.addFile(ctx, f)
	})
	if err == nil && len(o.changes) == 0 && !o.hasUnreadable && !o.hasZero {
		err = &archive.OpenError{Text: "В архиве нет ни одной записи JSON: это не архив раздела РРО"}
	}
	if err == nil {
		err = o.commit(ctx)
	}
	if err != nil {
		return OpenArchiveRes{}, nil, explain.Error(errors.Join(err, o.deleteWritten(ctx)))
	}
	return OpenArchiveRes{ID: o.archive.ID}, nil, nil
}

func (a *App) openAlready(sum string) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, o := range a.openArchives {
		if o.SHA256 == sum {
			return o.ID
		}
	}
	return ""
}
