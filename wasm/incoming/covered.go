package incoming

import (
	"bytes"
	"context"
	"errors"
	"io"

	"rroform/wasm/container"
	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
)

// Uncover returns the content of a container of which every byte is right; any
// other file as it is.
func Uncover(ctx context.Context, blob rpc.Blob, passphrase string) (rpc.Blob, error) {
	if !container.Is(blob) {
		return blob, nil
	}
	if passphrase == "" {
		return nil, rpc.Problem("passphrase", "Файл под паролем.", "Введите пароль: его сообщает тот, кто создал файл.")
	}
	o, err := container.Open(blob, blob.Size(), passphrase)
	if err == nil {
		err = o.Verify(Reading(ctx, "Проверяем файл под паролем, МБ"))
	}
	if err != nil {
		return nil, explain.Error(err)
	}
	return o, nil
}

// UncoverFile is [uncover] for a file in memory.
func UncoverFile(ctx context.Context, file rpc.File, passphrase string) (rpc.File, error) {
	if !container.Is(bytes.NewReader(file)) {
		return file, nil
	}
	blob, err := Uncover(ctx, bytes.NewReader(file), passphrase)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(blob, 0, blob.Size()))
}

// ofFile names the file, of several, that a passphrase is asked for.
func ofFile(name string, err error) error {
	var spoken *rpc.Error
	if errors.As(err, &spoken) {
		return rpc.Problem(spoken.Code, "«"+name+"»: "+spoken.Text, spoken.Hint)
	}
	return err
}

// Reading reports progress in megabytes.
func Reading(ctx context.Context, text string) exchange.Step {
	return func(done, total int64) error { return rpc.Report(ctx, int(done>>20), int(total>>20), text) }
}
