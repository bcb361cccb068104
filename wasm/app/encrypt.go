package app

import (
	"bytes"
	"context"
	"io"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/container"
	"rroform/wasm/explain"
	"rroform/wasm/incoming"
	"rroform/wasm/rpc"
)

// usualWork is log2 of scrypt's N: about a second in a browser, 128 MB of memory.
const usualWork = 17

// encrypt returns a writer that encrypts under a passphrase into out; "" = no encryption.
func (a *App) encrypt(out io.Writer, passphrase string) (io.WriteCloser, error) {
	if passphrase == "" {
		return bare{out}, nil
	}
	if err := unfitPassphrase(passphrase); err != nil {
		return nil, err
	}
	work := a.options.Work
	if work == 0 {
		work = usualWork
	}
	return container.Seal(out, passphrase, work)
}

type bare struct{ io.Writer }

func (bare) Close() error { return nil }

// encryptFile is [App.encrypt] for a file in memory.
func (a *App) encryptFile(file rpc.File, passphrase string) (rpc.File, error) {
	if passphrase == "" {
		return file, nil
	}
	var out bytes.Buffer
	w, err := a.encrypt(&out, passphrase)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(file); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// encryptedName adds the extension that shows that a file is under a passphrase.
func encryptedName(name, passphrase string) string {
	if passphrase == "" {
		return name
	}
	return strings.TrimSuffix(name, ".zip") + "_под_паролем.zip" + container.Ext
}

// UncoverReq has the passphrase of the encrypted file that comes with it.
type UncoverReq struct {
	Name       string `json:"name"`
	Passphrase string `json:"passphrase"`
}

// UncoverRes names the decrypted file, whose bytes went to the page by [rpc.Emit].
type UncoverRes struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

// Uncover decrypts a file for download, after it has checked all of its bytes.
func (a *App) Uncover(ctx context.Context, req UncoverReq, blobs []rpc.Blob) (UncoverRes, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return UncoverRes{}, err
	}
	if !container.Is(blob) {
		return UncoverRes{}, rpc.Problem("refused", "Этот файл не под паролем.",
			"Открывайте его в том разделе, для которого он создан.")
	}
	inside, err := incoming.Decrypt(ctx, blob, req.Passphrase)
	if err != nil {
		return UncoverRes{}, err
	}
	out := &blocks{ctx: ctx}
	step := incoming.Reading(ctx, "Расшифровываем, МБ")
	for at := int64(0); at < inside.Size(); at += blockSize {
		if err := step(at, inside.Size()); err != nil {
			return UncoverRes{}, err
		}
		if _, err := io.Copy(out, io.NewSectionReader(inside, at, min(blockSize, inside.Size()-at))); err != nil {
			return UncoverRes{}, explain.Error(err)
		}
	}
	name := strings.TrimSuffix(appeal.FileName(req.Name), container.Ext)
	return UncoverRes{strings.Replace(name, "_под_паролем.", ".", 1), inside.Size()}, out.flush()
}
