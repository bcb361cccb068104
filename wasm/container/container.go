// Package container puts files under a passphrase in the age format, version 1
// (age-encryption.org/v1, recipient type scrypt), so that any age program opens
// them, too. filippo.io/age itself would add 150 KB to the page (it brings every
// elliptic curve along); tests hold this package against it.
//
//	age-encryption.org/v1
//	-> scrypt SALT LOG2N
//	FILE KEY, sealed by scrypt(passphrase)
//	--- HMAC of the header
//	NONCE, then chunks of 64 KB, each sealed with its number; the last is marked
package container

import (
	"bytes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"strconv"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/scrypt"
)

// Ext ends the names of containers: «архив.zip.age».
const Ext = ".age"

// What opening can come to.
var (
	ErrPassphrase = errors.New("wrong passphrase")
	ErrForeign    = errors.New("not a container under a passphrase")
	ErrCut        = errors.New("the end is missing")
	ErrEnd        = errors.New("the end is missing or was changed")
	ErrChanged    = errors.New("the file was changed")
)

const (
	intro     = "age-encryption.org/v1\n"
	saltLabel = "age-encryption.org/v1/scrypt"

	fileKeySize = 16
	saltSize    = 16
	nonceSize   = 16
	chunkSize   = 64 << 10
	sealedChunk = chunkSize + chacha20poly1305.Overhead

	maxHeader = 4 << 10
	// maxWork is log2 of scrypt's N that a file may ask for: 256 MB of memory,
	// as age itself takes.
	maxWork = 18
)

// raw is base64 as age writes it: without padding, and nothing left over.
var raw = base64.RawStdEncoding.Strict()

// Is reports whether a file begins as a container does.
func Is(r io.ReaderAt) bool {
	head := make([]byte, len(intro))
	_, err := r.ReadAt(head, 0)
	return (err == nil || err == io.EOF) && string(head) == intro
}

// header is the part before the payload.
type header struct {
	salt []byte
	work int
	body []byte // the sealed file key
}

// text is the header up to and with the three dashes.
func (h header) text() []byte {
	return []byte(intro + "-> scrypt " + raw.EncodeToString(h.salt) + " " + strconv.Itoa(h.work) + "\n" + raw.EncodeToString(h.body) + "\n---")
}

// wrapper seals the file key.
func (h header) wrapper(passphrase string) (cipher.AEAD, error) {
	key, err := scrypt.Key([]byte(passphrase), append([]byte(saltLabel), h.salt...), 1<<h.work, 8, 1, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	return chacha20poly1305.New(key)
}

func (h header) mac(fileKey []byte) []byte {
	return hash(derive(fileKey, nil, "header"), h.text())
}

// payload is the cipher of the chunks.
func payload(fileKey, nonce []byte) (cipher.AEAD, error) {
	return chacha20poly1305.New(derive(fileKey, nonce, "payload"))
}

// derive is HKDF-SHA-256 (RFC 5869) for a key of one block.
func derive(secret, salt []byte, info string) []byte {
	return hash(hash(salt, secret), append([]byte(info), 1))
}

func hash(key, data []byte) []byte {
	m := hmac.New(sha256.New, key)
	m.Write(data)
	return m.Sum(nil)
}

// numberOf is the nonce of chunk n.
func numberOf(n int64, last bool) []byte {
	nonce := make([]byte, chacha20poly1305.NonceSize)
	for i := range 8 {
		nonce[10-i] = byte(n >> (8 * i))
	}
	if last {
		nonce[11] = 1
	}
	return nonce
}

// parse reads a header and returns its length in bytes. A file whose header is
// written in another way than ours but in its order is refused by its sum.
func parse(data []byte) (h header, mac []byte, size int, err error) {
	end := bytes.Index(data, []byte("\n--- "))
	if end < 0 || !bytes.HasPrefix(data, []byte(intro+"-> scrypt ")) {
		return h, nil, 0, ErrForeign
	}
	stanza, body, _ := bytes.Cut(data[len(intro)+len("-> scrypt "):end], []byte("\n"))
	salt, work, _ := bytes.Cut(stanza, []byte(" "))
	last, _, whole := bytes.Cut(data[end+len("\n--- "):], []byte("\n"))
	size = end + len("\n--- ") + len(last) + 1
	var errs [4]error
	h.salt, errs[0] = raw.DecodeString(string(salt))
	h.work, errs[1] = strconv.Atoi(string(work))
	h.body, errs[2] = raw.DecodeString(string(body))
	mac, errs[3] = raw.DecodeString(string(last))
	if errors.Join(errs[:]...) != nil || !whole || len(h.salt) != saltSize || len(h.body) != fileKeySize+chacha20poly1305.Overhead ||
		h.work < 1 || h.work > maxWork || len(mac) != sha256.Size || !bytes.HasPrefix(data, h.text()) {
		return h, nil, 0, ErrForeign
	}
	return h, mac, size, nil
}
