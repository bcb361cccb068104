package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"rroform/wasm/rpc"
)

// SumFileReq comes with one file.
type SumFileReq struct{}

// SumFileRes is the SHA-256 of the file in hexadecimal, as sha256sum and
// certutil write it.
type SumFileRes struct {
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"` // bytes
}

// SumFile computes the checksum of a file of any size. The page cannot do that itself over plain http.
func (a *App) SumFile(ctx context.Context, _ SumFileReq, blobs []rpc.Blob) (SumFileRes, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return SumFileRes{}, err
	}
	const block = 1 << 20
	sum := sha256.New()
	for at := int64(0); at < blob.Size(); at += block {
		if err := rpc.Report(ctx, int(at>>20), int(blob.Size()>>20), "Считаем контрольную сумму, МБ"); err != nil {
			return SumFileRes{}, err
		}
		if _, err := io.Copy(sum, io.NewSectionReader(blob, at, block)); err != nil {
			return SumFileRes{},
				rpc.Problem("file", "Файл не читается до конца.", "Проверьте, доступен ли он, и выберите его снова.")
		}
	}
	return SumFileRes{hex.EncodeToString(sum.Sum(nil)), blob.Size()}, nil
}
