package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"rroform/wasm/rpc"
)

func TestSumFile(t *testing.T) {
	a := startKit(t, "2026-11-02")
	for _, size := range []int{0, 1, 1 << 20, 3<<20 + 5} {
		data := bytes.Repeat([]byte{7}, size)
		got, err := a.SumFile(t.Context(), SumFileReq{}, []rpc.Blob{bytes.NewReader(data)})
		if want := fmt.Sprintf("%x", sha256.Sum256(data)); err != nil || got.SHA256 != want || got.Size != int64(size) {
			t.Errorf("%d bytes: %+v, %v, want %s", size, got, err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := a.SumFile(ctx, SumFileReq{}, []rpc.Blob{bytes.NewReader([]byte("a"))}); !errors.Is(
		err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := a.SumFile(t.Context(), SumFileReq{}, nil); err == nil {
		t.Error("no file, and a sum of it")
	}
}
