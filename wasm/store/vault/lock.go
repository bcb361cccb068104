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

// ErrPassphrase means that the passphrase does not open the register.
var ErrPassphrase = errors.New("wrong passphrase")

// ErrStripped means that the rows are encrypted but the manifest does not say
// how: something other than this program has removed or replaced it.
var ErrStripped = errors.New("the register was sealed and its lock is gone")

// maxWork limits the memory that a damaged or foreign manifest can make scrypt
// use: N = 2^20 takes a gigabyte.
const maxWork = 20

// lock is the part of a manifest that holds the key of the rows, encrypted with
// a key that scrypt derives from the passphrase. The JSON must stay as it is.
type lock struct {
	Work int    `json:"work"` // log2 of scrypt's N; r = 8, p = 1
	Salt []byte `json:"salt"`
	Key  []byte `json:"key"` // nonce, then the encrypted key
}

// lockLabel separates this use of scrypt and of the cipher from any other.
const lockLabel = "rroform lock 1"

// seal holds the keys of an unlocked register. The zero seal means that rows are
// not encrypted.
type seal struct {
	lock *lock
	key  []byte      // encrypts the rows
	wrap cipher.AEAD // encrypts key; derived from the passphrase
}

// newSeal makes a random key for rows and encrypts it under a passphrase.
func newSeal(passphrase string, work int) (seal, error) {
	l := &lock{Work: work, Salt: make([]byte, 16)}
	_, _ = rand.Read(l.Salt) // never fails
	wrap, err := l.wrapper(passphrase)
	if err != nil {
		return seal{}, err
	}
	return seal{lock: l, wrap: wrap}.rekeyed(), nil
}

// rekeyed returns a seal with a new key for rows, under the same passphrase.
func (s seal) rekeyed() seal {
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

// open decrypts the key of the rows.
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

// wrapper derives the cipher that encrypts the key of the rows.
func (l *lock) wrapper(passphrase string) (cipher.AEAD, error) {
	salt := append([]byte(lockLabel), l.Salt...)
	key, err := scrypt.Key([]byte(passphrase), salt, 1<<l.Work, 8, 1, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	return chacha20poly1305.NewX(key)
}
