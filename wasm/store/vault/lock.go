package vault

import (
	"crypto/cipher"
	"crypto/rand"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/scrypt"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
)

// ErrPassphrase says that a passphrase does not open the register.
var ErrPassphrase = errors.New("wrong passphrase")

// maxWork bounds what a deed from a damaged or foreign database may ask for:
// 2^20 takes a gigabyte.
const maxWork = 20

// lock keeps the key of the rows wrapped by a passphrase: another passphrase
// only wraps it anew.
type lock struct {
	Work int    `json:"work"` // log2 of scrypt's N; r = 8, p = 1
	Salt []byte `json:"salt"`
	Key  []byte `json:"key"` // nonce, sealed key
}

const lockLabel = "rroform lock 1"

// newLock wraps a key.
func newLock(passphrase string, work int, key []byte) (*lock, error) {
	l := &lock{Work: work, Salt: make([]byte, 16), Key: make([]byte, chacha20poly1305.NonceSizeX)}
	_, _ = rand.Read(l.Salt) // never fails
	_, _ = rand.Read(l.Key)
	aead, err := l.wrapper(passphrase)
	if err != nil {
		return nil, err
	}
	l.Key = aead.Seal(l.Key, l.Key, key, []byte(lockLabel))
	return l, nil
}

// key unwraps it.
func (l *lock) key(passphrase string) ([]byte, error) {
	if len(l.Key) != chacha20poly1305.NonceSizeX+sealed.KeySize+chacha20poly1305.Overhead || l.Work < 1 || l.Work > maxWork {
		return nil, fmt.Errorf("lock: %w", store.ErrDamaged)
	}
	aead, err := l.wrapper(passphrase)
	if err != nil {
		return nil, err
	}
	key, err := aead.Open(nil, l.Key[:chacha20poly1305.NonceSizeX], l.Key[chacha20poly1305.NonceSizeX:], []byte(lockLabel))
	if err != nil {
		return nil, ErrPassphrase
	}
	return key, nil
}

func (l *lock) wrapper(passphrase string) (cipher.AEAD, error) {
	wrap, err := scrypt.Key([]byte(passphrase), append([]byte(lockLabel), l.Salt...), 1<<l.Work, 8, 1, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	return chacha20poly1305.NewX(wrap)
}
