package container

import (
	"errors"
	"io"
	"slices"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

const (
	chunkSize   = 64 << 10 // content between two authentication tags of age
	sealedChunk = chunkSize + chacha20poly1305.Overhead
	nonceSize   = 16

	maxHeader = 4 << 10
	// maxWork is log2 of scrypt's N that a file may ask for: 256 MB of memory.
	maxWork = 18
	// verifyStep is how many bytes of content Verify reads between two reports.
	verifyStep = 16 * chunkSize
)

// Opened is the content of a container. It decrypts what is read, piece by
// piece, and never returns bytes that were changed.
type Opened struct {
	content io.ReaderAt
	source  *source
	size    int64
}

// Open reads header and end of a container of size bytes. Errors are the Err
// values of this package, or those of r.
func Open(r io.ReaderAt, size int64, passphrase string) (*Opened, error) {
	from := &source{r: r}
	header, err := age.ExtractHeader(io.NewSectionReader(from, 0, min(size, maxHeader)))
	if err != nil {
		return nil, from.reason(ErrForeign)
	}
	key, err := fileKey(header, passphrase)
	if err != nil {
		return nil, err
	}
	content, inside, err := age.DecryptReaderAt(from, size, age.NewInjectedFileKeyIdentity(key))
	if err != nil {
		if rest := size - int64(len(header)) - nonceSize; rest < 0 || rest%sealedChunk < chacha20poly1305.Overhead {
			return nil, from.reason(ErrCut) // no file of age has this length
		}
		return nil, from.reason(ErrEnd)
	}
	return &Opened{content: content, source: from, size: inside}, nil
}

// fileKey decrypts the key that the header holds under the passphrase.
func fileKey(header []byte, passphrase string) ([]byte, error) {
	scrypt, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase // an empty one
	}
	scrypt.SetMaxWorkFactor(maxWork)
	id := &identity{Identity: scrypt}
	key, err := age.DecryptHeader(header, id)
	var other *age.NoIdentityMatchError
	switch {
	case err == nil:
		return key, nil
	case id.opened: // but the header's MAC is not that of this key
		return nil, ErrChanged
	case errors.As(err, &other) && slices.Contains(other.StanzaTypes, "scrypt"):
		return nil, ErrPassphrase
	}
	return nil, ErrForeign
}

// identity records that the passphrase fits: the errors of age do not say how
// far it came.
type identity struct {
	age.Identity
	opened bool
}

func (i *identity) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	key, err := i.Identity.Unwrap(stanzas)
	i.opened = err == nil
	return key, err
}

// source keeps the error with which a file could not be read, apart from what
// age says of its content.
type source struct {
	r   io.ReaderAt
	err error
}

func (s *source) ReadAt(p []byte, off int64) (int, error) {
	n, err := s.r.ReadAt(p, off)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

func (s *source) reason(otherwise error) error {
	if s.err != nil {
		return s.err
	}
	return otherwise
}

// Size is the length of the content in bytes.
func (o *Opened) Size() int64 { return o.size }

// Verify reads the whole content: after it returned no error, all of the
// content can be read. It calls step with the bytes read so far, and stops with
// the error that step returns.
func (o *Opened) Verify(step func(done, total int64) error) error {
	buf := make([]byte, min(o.size, verifyStep))
	for at := int64(0); at < o.size; at += verifyStep {
		if err := step(at, o.size); err != nil {
			return err
		}
		if _, err := o.content.ReadAt(buf[:min(o.size-at, verifyStep)], at); err != nil && err != io.EOF {
			return o.source.reason(ErrChanged)
		}
	}
	return nil
}

// ReadAt implements [io.ReaderAt].
func (o *Opened) ReadAt(p []byte, off int64) (int, error) {
	if off >= o.size {
		return 0, io.EOF
	}
	n, err := o.content.ReadAt(p, off)
	if err != nil && err != io.EOF {
		err = o.source.reason(ErrChanged)
	}
	return n, err
}
