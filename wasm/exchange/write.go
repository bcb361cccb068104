package exchange

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// chunkSize is how many bytes of rows go into one entry: few, to need little memory
// and to lose little by a damage.
const chunkSize = 1 << 20

// Writer writes a backup: first all rows, table by table, then the files. The same
// rows in the same order give the same bytes.
type Writer struct {
	seal    *sealer
	zip     *zip.Writer
	sums    []entrySum
	content hash.Hash
	deflate *flate.Writer

	table string // of chunk
	chunk bytes.Buffer
	parts int // entries of the table written so far
}

// entrySum is one item of the last entry.
type entrySum struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// sums is the JSON of the last entry.
type sums struct {
	Content string     `json:"content"` // see [Backup.Content]
	Entries []entrySum `json:"entries"`
}

// NewWriter begins a backup. It sets Head.Format.
func NewWriter(out io.Writer, h Head) (*Writer, error) {
	h.Format = format2
	s := newSealer(out)
	deflate, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	w := &Writer{seal: s, zip: zip.NewWriter(s), content: sha256.New(), deflate: deflate}
	head, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return nil, err
	}
	return w, w.entry(headName, head, true)
}

// Row adds a row of a text table.
func (w *Writer) Row(table, key string, data []byte) error {
	if table != w.table {
		if err := w.flush(); err != nil {
			return err
		}
		w.table, w.parts = table, 0
	}
	fmt.Fprintf(&w.chunk, "%08x\t%s\t", rowSum(key, data), key)
	w.chunk.Write(data)
	w.chunk.WriteByte('\n')
	if w.chunk.Len() < chunkSize {
		return nil
	}
	return w.flush()
}

func rowSum(key string, data []byte) uint32 {
	return crc32.Update(crc32.ChecksumIEEE([]byte(key+"\t")), crc32.IEEETable, data)
}

func (w *Writer) flush() error {
	if w.chunk.Len() == 0 {
		return nil
	}
	w.parts++
	err := w.entry(fmt.Sprintf("tables/%s/%04d.txt", w.table, w.parts), w.chunk.Bytes(), true)
	w.chunk.Reset()
	return err
}

// File adds a row of a binary table. Such files are mostly compressed already, so
// they are stored without compression.
func (w *Writer) File(table, key string, data []byte) error {
	if err := w.flush(); err != nil {
		return err
	}
	return w.entry("files/"+table+"/"+key, data, false)
}

// Close completes the backup and returns its [Backup.Content].
func (w *Writer) Close() (string, error) {
	if err := w.flush(); err != nil {
		return "", err
	}
	last := sums{hex.EncodeToString(w.content.Sum(nil)), w.sums}
	data, err := json.Marshal(last)
	if err != nil {
		return "", err
	}
	if err := w.entry(sumsName, data, true); err != nil {
		return "", err
	}
	if err := w.zip.SetComment(strings.Repeat("0", sealSize)); err != nil {
		return "", err
	}
	if err := w.zip.Close(); err != nil {
		return "", fmt.Errorf("zip: %w", err)
	}
	return last.Content, w.seal.close()
}

// entry writes one entry with its sizes in the local header.
func (w *Writer) entry(name string, data []byte, pack bool) error {
	sum := sha256.Sum256(data)
	w.sums = append(w.sums, entrySum{name, hex.EncodeToString(sum[:])})
	if name != headName {
		fmt.Fprintf(w.content, "%s %x\n", name, sum)
	}
	header := &zip.FileHeader{
		Name:               name,
		Method:             zip.Store,
		CRC32:              crc32.ChecksumIEEE(data),
		UncompressedSize64: uint64(len(data)),
	}
	//lint:ignore SA1019 the deprecated field is the one without a time zone
	header.ModifiedDate = 1<<5 | 1 // 1 January 1980
	if pack {
		var buf bytes.Buffer
		w.deflate.Reset(&buf)
		if _, err := w.deflate.Write(data); err != nil {
			return fmt.Errorf("deflate %s: %w", name, err)
		}
		if err := w.deflate.Close(); err != nil {
			return fmt.Errorf("deflate %s: %w", name, err)
		}
		header.Method, data = zip.Deflate, buf.Bytes()
	}
	header.CompressedSize64 = uint64(len(data))
	f, err := w.zip.CreateRaw(header)
	if err == nil {
		_, err = f.Write(data)
	}
	if err != nil {
		return fmt.Errorf("zip %s: %w", name, err)
	}
	return nil
}
