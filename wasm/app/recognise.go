package app

import (
	"context"

	"rroform/wasm/incoming"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
)

// RecogniseFileReq comes with one file.
type RecogniseFileReq struct {
	Name       string `json:"name"`
	Passphrase string `json:"passphrase"` // of an encrypted file: the kind then is that of the content
	// without a passphrase, refuse an encrypted file instead of returning its outer kind
	Inside bool `json:"inside"`
}

// RecogniseFileRes has the kind of the file; [recognise.Kinds] has the words for people.
type RecogniseFileRes struct {
	Kind recognise.FileKind `json:"kind"`
}

// RecogniseFile recognises a file of any size. It stores nothing.
func (a *App) RecogniseFile(ctx context.Context, req RecogniseFileReq, blobs []rpc.Blob) (RecogniseFileRes, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return RecogniseFileRes{}, err
	}
	if req.Passphrase != "" || req.Inside {
		if blob, err = incoming.Decrypt(ctx, blob, req.Passphrase); err != nil {
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
