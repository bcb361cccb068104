package app

import (
	"context"

	"rroform/wasm/incoming"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
)

// RecogniseFileReq asks what the file beside it is.
type RecogniseFileReq struct {
	Name       string `json:"name"`
	Passphrase string `json:"passphrase"` // of a file under one: then the kind is that of what is inside
	Inside     bool   `json:"inside"`     // ask for the passphrase of a file under one
}

// RecogniseFileRes says what it is. The words for people of each kind are
// in the table of kinds.
type RecogniseFileRes struct {
	Kind recognise.FileKind `json:"kind"`
}

// RecogniseFile tells the kind of a file of any size; nothing is kept.
func (a *App) RecogniseFile(ctx context.Context, req RecogniseFileReq, blobs []rpc.Blob) (RecogniseFileRes, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return RecogniseFileRes{}, err
	}
	if req.Passphrase != "" || req.Inside {
		if blob, err = incoming.Uncover(ctx, blob, req.Passphrase); err != nil {
			return RecogniseFileRes{}, err
		}
	}
	kind, err := recognise.File(req.Name, blob, blob.Size())
	if err != nil {
		return RecogniseFileRes{}, rpc.Problem("file", "Браузер не смог прочитать этот файл.",
			"Проверьте, не удалён ли он, не открыт ли в другой программе и доступна ли его папка, и выберите его "+
				"снова.")
	}
	return RecogniseFileRes{kind}, nil
}
