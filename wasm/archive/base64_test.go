package archive

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand"
	"testing"

	klauspost "github.com/klauspost/compress/flate"

	"rroform/wasm/appeal"
	"rroform/wasm/zipdir"
)

// TestTextPack: the standard library unpacks an entry with files of any kind and length
// to the text that encoding/json writes.
func TestTextPack(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	noise := make([]byte, 200<<10)
	r.Read(noise)
	files := map[string][]byte{}
	file := func(f *appeal.Attachment) ([]byte, error) { return files[f.FileID], nil }
	format := &appeal.FormatProfile{FileRule: appeal.FilesAlways}
	for i := range 400 {
		a := nastyAppeal(r)
		for j := range a.Questions {
			q := &a.Questions[j]
			if q.Status = appeal.Answered; r.Intn(2) == 0 {
				size := oneOf(r, r.Intn(5), r.Intn(20_000), 3*chunk+r.Intn(9), 2*chunk-r.Intn(20), 12<<10,
					r.Intn(len(noise)))
				data := noise[len(noise)-size:]
				if r.Intn(5) == 0 {
					data = bytes.Repeat([]byte("Уважаемый заявитель! "), size/40)
				}
				id := fmt.Sprint(i, j)
				files[id] = data
				q.Attachment = &appeal.Attachment{FileID: id, Name: "Ответ.pdf"}
			} else {
				q.Attachment = nil
			}
		}
		want, err := slowMarshal(a, "body", format, func(id string) ([]byte, error) { return files[id], nil })
		if err != nil {
			t.Fatal(err)
		}
		p, err := Write(a, "body", format).Pack("a.json", file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(p.Data)))
		if err != nil || !bytes.Equal(got, want) || p.Size != len(want) || p.CRC != crc32.ChecksumIEEE(want) {
			t.Fatalf("%d: %d bytes of %d, %v", i, len(got), len(want), err)
		}
	}
}

// TestBase64Size: the fixed code is as short as one made for the text.
func TestBase64Size(t *testing.T) {
	data := make([]byte, 3<<20)
	rand.New(rand.NewSource(1)).Read(data)
	out, _, ok := appendBase64(nil, data, 0)
	made, err := Pack("x", []byte(base64.StdEncoding.EncodeToString(data)))
	if !ok || err != nil || len(out) > len(made.Data)*1001/1000 {
		t.Errorf("%d bytes, %d by Huffman coding: %v, %v", len(out), len(made.Data), ok, err)
	}
}

// TestReadsBack: every changed bit is noticed.
func TestReadsBack(t *testing.T) {
	data := make([]byte, 600)
	rand.New(rand.NewSource(1)).Read(data)
	makePairs()
	w := bits{}
	w.put(5, 3)
	from := w.mark()
	crc := w.writePairs(data, 7)
	text := base64.StdEncoding.EncodeToString(data[:groups(data)])
	if crc != crc32.Update(7, crc32.IEEETable, []byte(text)) || !w.readsPairs(from, data) {
		t.Fatal("does not read back")
	}
	for bit := 3; bit < len(w.out)*8; bit += 7 {
		w.out[bit/8] ^= 1 << (bit % 8)
		if w.readsPairs(from, data) {
			t.Errorf("bit %d changed and was not seen", bit)
		}
		w.out[bit/8] ^= 1 << (bit % 8)
	}
	if err := compares(bytes.NewReader([]byte("abc")), []byte("abd")); err == nil {
		t.Error("another text")
	}
	for _, text := range []string{"ab", "abcd"} {
		if err := compares(bytes.NewReader([]byte("abc")), []byte(text)); err == nil {
			t.Error(text)
		}
	}
}

func TestEvenly(t *testing.T) {
	noise := make([]byte, 100<<10)
	rand.New(rand.NewSource(1)).Read(noise)
	text := bytes.Repeat([]byte("Уважаемый заявитель! "), 3000)
	for name, row := range map[string]struct {
		data []byte
		want bool
	}{"noise": {noise, true}, "text": {text, false}, "small": {noise[:1000], false}, "none": {nil, false},
		"zeros": {make([]byte, 1<<20), false}} {
		if got := evenly(row.data); got != row.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// BenchmarkBase64 compares our code with the library's Huffman-only deflate doing the
// same work, including the CRC and reading everything back.
func BenchmarkBase64(b *testing.B) {
	data := make([]byte, 3<<20)
	rand.New(rand.NewSource(1)).Read(data)
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(4 << 20)
		for b.Loop() {
			appendBase64(make([]byte, 0, 4<<20), data, 0)
		}
	})
	b.Run("library", func(b *testing.B) {
		b.SetBytes(4 << 20)
		w, err := klauspost.NewWriter(nil, klauspost.HuffmanOnly)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			text := base64.StdEncoding.AppendEncode(nil, data)
			crc32.ChecksumIEEE(text)
			var out bytes.Buffer
			out.Grow(4 << 20)
			w.Reset(&out)
			if _, err := w.Write(text); err != nil || w.Close() != nil {
				b.Fatal("deflate")
			}
			r := zipdir.Inflate(&out)
			if compares(r, text) != nil {
				b.Fatal("inflate")
			}
			r.Close()
		}
	})
}
