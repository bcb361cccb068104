package container

import (
	"crypto/cipher"
	"crypto/hmac"
	"errors"
	"io"
	"sync"
)

// Opened is the content of a container. It is decrypted piece by piece as it is
// read; what was changed is never returned.
type Opened struct {
	r    io.ReaderAt
	from int64 // of the first chunk
	size int64 // of the content
	aead cipher.AEAD

	mu   sync.Mutex
	at   int64 // number of chunk, -1 = none
	held []byte
	buf  []byte
}

// Open reads header and end of a container of size bytes. Errors wrap one of
// the Err values, or are those of r.
func Open(r io.ReaderAt, size int64, passphrase string) (*Opened, error) {
	data := make([]byte, min(size, maxHeader))
	if n, err := r.ReadAt(data, 0); n < len(data) && err != nil {
		return nil, err
	}
	h, mac, from, err := parse(data)
	if err != nil {
		return nil, err
	}
	wrapper, err := h.wrapper(passphrase)
	if err != nil {
		return nil, err
	}
	fileKey, err := wrapper.Open(nil, make([]byte, wrapper.NonceSize()), h.body, nil)
	if err != nil {
		return nil, ErrPassphrase
	}
	if !hmac.Equal(h.mac(fileKey), mac) {
		return nil, ErrChanged
	}
	if from+nonceSize > len(data) {
		return nil, ErrCut
	}
	o := &Opened{r: r, from: int64(from + nonceSize), at: -1, buf: make([]byte, sealedChunk)}
	if o.aead, err = payload(fileKey, data[from:from+nonceSize]); err != nil {
		return nil, err
	}
	return o, o.end(size)
}

// end finds the length of the content by the last chunk, which proves it.
func (o *Opened) end(size int64) error {
	rest := size - o.from
	full, last := rest/sealedChunk, rest%sealedChunk
	if last == 0 && full > 0 {
		full, last = full-1, sealedChunk
	}
	if last < int64(o.aead.Overhead()) {
		return ErrCut
	}
	o.size = rest - (full+1)*int64(o.aead.Overhead())
	err := o.chunk(full)
	if errors.Is(err, ErrChanged) {
		o.size += chunkSize // as if more followed
		whole := last == sealedChunk && o.chunk(full) == nil
		if whole {
			return ErrCut
		}
		return ErrEnd
	}
	if last == int64(o.aead.Overhead()) && full > 0 {
		return ErrChanged // age never writes an empty last chunk
	}
	return err
}

// Size is the length of the content in bytes.
func (o *Opened) Size() int64 { return o.size }

// Verify reads the whole content: what returns without an error can be read to
// its end. step hears how far it is and can end it.
func (o *Opened) Verify(step func(done, total int64) error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	for n := int64(0); n*chunkSize < o.size; n++ {
		if n%16 == 0 {
			if err := step(n*chunkSize, o.size); err != nil {
				return err
			}
		}
		if err := o.chunk(n); err != nil {
			return err
		}
	}
	return nil
}

// ReadAt implements [io.ReaderAt].
func (o *Opened) ReadAt(p []byte, off int64) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := 0
	for n < len(p) {
		at := off + int64(n)
		if at >= o.size {
			return n, io.EOF
		}
		if at/chunkSize != o.at {
			if err := o.chunk(at / chunkSize); err != nil {
				return n, err
			}
		}
		n += copy(p[n:], o.held[at%chunkSize:])
	}
	return n, nil
}

// chunk decrypts chunk n into held.
func (o *Opened) chunk(n int64) error {
	size := min(chunkSize, o.size-n*chunkSize)
	box := o.buf[:size+int64(o.aead.Overhead())]
	o.at = -1
	if got, err := o.r.ReadAt(box, o.from+n*sealedChunk); got < len(box) {
		return errors.Join(ErrCut, err)
	}
	held, err := o.aead.Open(box[:0], numberOf(n, (n+1)*chunkSize >= o.size), box, nil)
	if err != nil {
		return ErrChanged
	}
	o.at, o.held = n, held
	return nil
}
