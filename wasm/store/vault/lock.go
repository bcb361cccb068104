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

// ErrStripped says that the rows are sealed, and that the record of how was
// taken away or replaced by something else than this program.
var ErrStripped = errors.New("the register was sealed and its lock is gone")

// maxWork bounds what a deed from a damaged or foreign database may ask for:
// 2^20 takes a gigabyte.
const maxWork = 20

// lock is how a deed keeps the key of the rows: wrapped by a key that is made of
// the passphrase.
type lock struct {
	Work int    `json:"work"` // log2 of scrypt's N; r = 8, p = 1
	Salt []byte `json:"salt"`
	Key  []byte `json:"key"` // nonce, sealed key
}

const lockLabel = "rroform lock 1"

// seal is what an unlocked register is sealed by. The zero seal leaves rows in
// plain.
type seal struct {
	lock *lock
	key  []byte      // of the rows
	wrap cipher.AEAD // what the passphrase gives
}

// newSeal makes a key for rows and locks it by a passphrase.
func newSeal(passphrase string, work int) (seal, error) {
	l := &lock{Work: work, Salt: make([]byte, 16)}
	_, _ = rand.Read(l.Salt) // never fails
	wrap, err := l.wrapper(passphrase)
	if err != nil {
		return seal{}, err
	}
	return seal{lock: l, wrap: wrap}.fresh(), nil
}

// fresh makes another key for rows, locked by the same passphrase.
func (s seal) fresh() seal {
	if s.lock == nil {
		return s
	}
	s.key = make([]byte, sealed.KeySize)
	_, _ = rand.Read(s.key) // never fails
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	_, _ = rand.Read(nonce)
	s.lock = &lock{Work: s.lock.Work, Salt: s.lock.Salt, Key: s.wrap.Seal(nonce, nonce, s.key, []byte(lockLabel))}
	return s
}

// open unwraps the key.
func (l *lock) open(passphrase string) (seal, error) {
	const size = chacha20poly1305.NonceSizeX + sealed.KeySize + chacha20poly1305.Overhead
	if len(l.Key) != size || l.Work < 1 || l.Work > maxWork {
		return seal{}, fmt.Errorf("lock: %w", store.ErrDamaged)
	}
	wrap, err := l.wrapper(passphrase)
	if err != nil {
		return seal{}, err
	}
	nonce, box := l.Key[:chacha20poly1305.NonceSizeX], l.Key[chacha20poly1305.NonceSizeX:]
	key, err := wrap.Open(nil, nonce, box, []byte(lockLabel))
	if err != nil {
		return seal{}, ErrPassphrase
	}
	return seal{l, key, wrap}, nil
}

func (l *lock) wrapper(passphrase string) (cipher.AEAD, error) {
	salt := append([]byte(lockLabel), l.Salt...)
	wrap, err := scrypt.Key([]byte(passphrase), salt, 1<<l.Work, 8, 1, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	return chacha20poly1305.NewX(wrap)
}
