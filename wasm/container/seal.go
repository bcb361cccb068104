package container

import (
	"crypto/cipher"
	"crypto/rand"
	"io"
)

// sealing writes the chunks. The last one is known only when no more comes.
type sealing struct {
	out  io.Writer
	aead cipher.AEAD
	buf  []byte // less than a chunk, or one whole that may be the last
	n    int64
}

// Seal writes the header of a container and returns where its content goes.
// work is log2 of scrypt's N. Close writes the end and does not close out.
func Seal(out io.Writer, passphrase string, work int) (io.WriteCloser, error) {
	random := make([]byte, fileKeySize+saltSize+nonceSize)
	_, _ = rand.Read(random) // never fails
	fileKey, nonce := random[:fileKeySize], random[fileKeySize+saltSize:]
	h := header{salt: random[fileKeySize : fileKeySize+saltSize], work: work}
	wrapper, err := h.wrapper(passphrase)
	if err != nil {
		return nil, err
	}
	h.body = wrapper.Seal(nil, make([]byte, wrapper.NonceSize()), fileKey, nil)
	aead, err := payload(fileKey, nonce)
	if err != nil {
		return nil, err
	}
	head := append(h.text(), " "+raw.EncodeToString(h.mac(fileKey))+"\n"...)
	_, err = out.Write(append(head, nonce...))
	return &sealing{out: out, aead: aead, buf: make([]byte, 0, sealedChunk)}, err
}

func (s *sealing) Write(p []byte) (int, error) {
	all := len(p)
	for len(p) > 0 {
		if len(s.buf) == chunkSize {
			if err := s.chunk(false); err != nil {
				return 0, err
			}
		}
		n := min(len(p), chunkSize-len(s.buf))
		s.buf, p = append(s.buf, p[:n]...), p[n:]
	}
	return all, nil
}

func (s *sealing) Close() error { return s.chunk(true) }

func (s *sealing) chunk(last bool) error {
	_, err := s.out.Write(s.aead.Seal(s.buf[:0], numberOf(s.n, last), s.buf, nil))
	s.buf = s.buf[:0]
	s.n++
	return err
}
