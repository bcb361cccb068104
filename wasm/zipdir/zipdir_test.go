package zipdir

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"testing"
)

func zipOf(t *testing.T, n int) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := range n {
		f, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i), Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte{byte(i)})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestOpen(t *testing.T) {
	for _, c := range []struct {
		files, most int
		err         error
	}{{0, 0, nil}, {1000, 1000, nil}, {20_000, 20_000, nil}, {20_000, 10_000, ErrTooMany}, {70_000, 1000, ErrTooMany}} {
		data := zipOf(t, c.files)
		z, err := Open(bytes.NewReader(data), int64(len(data)), c.most)
		if !errors.Is(err, c.err) {
			t.Fatalf("%d files of %d: %v", c.files, c.most, err)
		}
		if err != nil {
			continue
		}
		if len(z.File) != c.files || Overlap(z.File, int64(len(data))) {
			t.Errorf("%d files of %d, overlapping: %v", len(z.File), c.files, Overlap(z.File, int64(len(data))))
		}
		for i, f := range z.File {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(in); err != nil || got[0] != byte(i) {
				t.Fatalf("file %d holds %v, %v", i, got, err)
			}
		}
	}
}

func TestOverlap(t *testing.T) {
	files := []*zip.File{
		{FileHeader: zip.FileHeader{CompressedSize64: 60}},
		{FileHeader: zip.FileHeader{CompressedSize64: 60}},
	}
	if Overlap(files, 120) || !Overlap(files, 119) {
		t.Error("the sum of the sizes does not decide")
	}
	files[0].CompressedSize64 = 1 << 63
	if !Overlap(files, 1<<40) {
		t.Error("an impossible size passes")
	}
}
