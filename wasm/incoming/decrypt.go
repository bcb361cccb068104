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

// Decrypt opens an encrypted file, see [container]. It checks all bytes before it returns the
// decrypted content. It returns any other file as it is.
func Decrypt(ctx context.Context, blob rpc.Blob, passphrase string) (rpc.Blob, error) {
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

// DecryptFile is [Decrypt] for a file in memory.
func DecryptFile(ctx context.Context, file rpc.File, passphrase string) (rpc.File, error) {
	if !container.Is(bytes.NewReader(file)) {
		return file, nil
	}
	blob, err := Decrypt(ctx, bytes.NewReader(file), passphrase)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(blob, 0, blob.Size()))
}

// withFileName puts the name of the file before the text of an error: the clerk has chosen several.
func withFileName(name string, err error) error {
	var problem *rpc.Error
	if errors.As(err, &problem) {
		return rpc.Problem(problem.Code, "«"+name+"»: "+problem.Text, problem.Hint)
	}
	return err
}

// Reading returns a function that reports progress in megabytes.
func Reading(ctx context.Context, text string) exchange.Step {
	return func(done, total int64) error { return rpc.Report(ctx, int(done>>20), int(total>>20), text) }
}
