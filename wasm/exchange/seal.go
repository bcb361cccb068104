package exchange

import (
	"fmt"
	"hash"
	"hash/crc64"
	"io"
)

// sealSize is the length of the zip's comment: a CRC-64 in hexadecimal.
const sealSize = 16

func newSeal() hash.Hash64 { return crc64.New(crc64.MakeTable(crc64.ECMA)) }

func sealText(sum hash.Hash64) string { return fmt.Sprintf("%016x", sum.Sum64()) }

// sealer is a writer that replaces the last [sealSize] bytes of a zip, which are
// its comment, by the CRC-64 of all bytes before them.
type sealer struct {
	out  io.Writer
	sum  hash.Hash64
	tail []byte // the last bytes written, not passed on yet
}

func newSealer(out io.Writer) *sealer { return &sealer{out: out, sum: newSeal()} }

func (s *sealer) Write(p []byte) (int, error) {
	if len(p) < sealSize {
		s.tail = append(s.tail, p...)
		over := max(0, len(s.tail)-sealSize)
		err := s.pass(s.tail[:over])
		s.tail = append(s.tail[:0], s.tail[over:]...)
		return len(p), err
	}
	if err := s.pass(s.tail); err != nil {
		return 0, err
	}
	body := p[:len(p)-sealSize]
	s.tail = append(s.tail[:0], p[len(body):]...)
	return len(p), s.pass(body)
}

func (s *sealer) pass(p []byte) error {
	s.sum.Write(p) // never fails
	_, err := s.out.Write(p)
	return err
}

func (s *sealer) close() error {
	_, err := io.WriteString(s.out, sealText(s.sum))
	return err
}

// checkSeal reads the whole file and compares its CRC-64 with its comment.
func checkSeal(r io.ReaderAt, size int64, step Step) error {
	const block = 1 << 20
	sum, buf := newSeal(), make([]byte, block)
	body := io.NewSectionReader(r, 0, size-sealSize)
	for at := int64(0); at < body.Size(); {
		if err := step(at, size); err != nil {
			return err
		}
		n, err := io.ReadFull(body, buf[:min(block, body.Size()-at)])
		if err != nil {
			return damaged("Файл резервной копии не читается до конца")
		}
		sum.Write(buf[:n])
		at += int64(n)
	}
	end := buf[:sealSize]
	if _, err := r.ReadAt(end, size-sealSize); err != nil && err != io.EOF {
		return damaged("Файл резервной копии не читается до конца")
	}
	if string(end) != sealText(sum) {
		return damaged("Резервная копия повреждена: контрольная сумма файла не сходится")
	}
	return nil
}
