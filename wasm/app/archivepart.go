package app

import (
	"context"

	"rroform/wasm/container"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// ArchivePartReq names a part, counted from 0.
type ArchivePartReq struct {
	ID   string `json:"id"`
	Part int    `json:"part"`

	Passphrase string `json:"passphrase"` // "" = not encrypted
}

// ArchivePart returns the stored bytes of a part, encrypted if there is a passphrase; then the
// returned row describes the encrypted file. It refuses bytes that do not have the SHA-256 of the
// journal.
func (a *App) ArchivePart(ctx context.Context, req ArchivePartReq, _ []rpc.File) (journal.Part, []rpc.File, error) {
	row, err := a.archive(req.ID)
	if err != nil || req.Part < 0 || req.Part >= len(row.Parts) {
		return journal.Part{}, nil, explain.Error(store.ErrNotFound)
	}
	data, err := a.journal.PartBytes(ctx, &row, req.Part)
	if err != nil {
		return journal.Part{}, nil, err
	}
	part := row.Parts[req.Part]
	if req.Passphrase != "" {
		if data, err = a.encryptFile(data, req.Passphrase); err != nil {
			return journal.Part{}, nil, err
		}
		part.Name, part.Size, part.SHA256 = part.Name+container.Ext, int64(len(data)), ledger.Checksum(data)
	}
	return part, []rpc.File{data}, nil
}

// archive returns a row of the journal, of any profile.
func (a *App) archive(id string) (journal.Row, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, row := range a.journal.Rows {
		if row.ID == id {
			return row, nil
		}
	}
	return journal.Row{}, explain.Error(store.ErrNotFound)
}
