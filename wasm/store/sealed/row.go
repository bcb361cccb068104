package sealed

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"

	"golang.org/x/crypto/chacha20poly1305"

	"rroform/wasm/store"
)

const (
	nonceSize = chacha20poly1305.NonceSizeX
	overhead  = nonceSize + chacha20poly1305.Overhead
)

// revPrefix begins the text of a row that is bound to its revision. Programs
// before version 4 of [store.Migrations] wrote rows without it.
const revPrefix = `"r:`

// encryptOp makes an op on the inner store encrypt its data. Its key is already
// the inner one; key is the caller's.
func (s *Store) encryptOp(op *store.Op, key string) {
	given, inner := *op, op.Key
	if store.IsBinary(op.Table) {
		op.Data = s.encrypt(op.Data, aad(op.Table, inner))
		return
	}
	op.Encode = func(_ []byte, rev int64) []byte {
		data := given.Encoded(rev)
		if s.hidden[given.Table] {
			data = append(append(binary.AppendUvarint(nil, uint64(len(key))), key...), data...)
		}
		box := s.encrypt(data, aadWithRev(given.Table, inner, rev))
		text := make([]byte, 0, len(revPrefix)+base64.StdEncoding.EncodedLen(len(box))+1)
		return append(base64.StdEncoding.AppendEncode(append(text, revPrefix...), box), '"')
	}
}

// encrypt returns a random nonce and the encrypted data.
func (s *Store) encrypt(data, aad []byte) []byte {
	out := make([]byte, nonceSize, overhead+len(data))
	_, _ = rand.Read(out) // never fails
	return s.aead.Seal(out, out, data, aad)
}

// open decrypts a row of the inner store. If the row was not encrypted with this
// key for this table, key and revision, open returns it marked as damaged and an
// error wrapping store.ErrDamaged. It may overwrite the row's data.
func (s *Store) open(table store.Table, row store.Row) (store.Row, error) {
	key, data, err := s.decrypt(table, row)
	if err != nil {
		row.Damaged = true
		return row, fmt.Errorf("%s/%s: %w: %w", table, row.Key, store.ErrDamaged, err)
	}
	row.Key, row.Data = key, data
	return row, nil
}

// decrypt returns the caller's key and data of a row of the inner store.
func (s *Store) decrypt(table store.Table, row store.Row) (key string, data []byte, err error) {
	data = row.Data
	extra := aad(table, row.Key)
	if store.Migrations.IsText(table) {
		var withRev bool
		if data, withRev, err = decodeText(row.Data); err != nil {
			return "", nil, err
		}
		if withRev {
			extra = aadWithRev(table, row.Key, row.Rev)
		}
	}
	if len(data) < overhead {
		return "", nil, errForm
	}
	box := data[nonceSize:]
	if data, err = s.aead.Open(box[:0], data[:nonceSize], box, extra); err != nil {
		return "", nil, err
	}
	if data == nil {
		data = []byte{} // nil would mean a missing file instead of an empty one
	}
	if !s.hidden[table] {
		return row.Key, data, nil
	}
	n, head := binary.Uvarint(data)
	if head <= 0 || n > uint64(len(data)-head) {
		return "", nil, errForm
	}
	return string(data[head : head+int(n)]), data[head+int(n):], nil
}

var errForm = errors.New("not an encrypted row")

// decodeText returns the nonce and encrypted data in the text of a row, and
// whether the row is bound to its revision.
func decodeText(text []byte) (box []byte, withRev bool, err error) {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return nil, false, errForm
	}
	inside, withRev := bytes.CutPrefix(text[:len(text)-1], []byte(revPrefix))
	if !withRev {
		inside = inside[1:]
	}
	box, err = base64.StdEncoding.AppendDecode(nil, inside)
	return box, withRev, err
}

// LooksSealed reports whether the data of a text row have the form of an
// encrypted row. No row that the program writes unencrypted has it.
func LooksSealed(data []byte) bool {
	box, _, err := decodeText(data)
	return err == nil && len(box) >= overhead
}

// aad is the additional authenticated data of a row without a revision. It makes
// a row that was moved to another table or key fail to decrypt.
func aad(table store.Table, key string) []byte { return []byte(string(table) + "\x00" + key) }

// aadWithRev is [aad] with the revision. It makes older data that someone has
// put back under the present revision fail to decrypt.
func aadWithRev(table store.Table, key string, rev int64) []byte {
	return strconv.AppendInt(append(aad(table, key), 0), rev, 10)
}

// innerKey returns the key of a row in the inner store.
func (s *Store) innerKey(table store.Table, key string) string {
	if !s.hidden[table] || key == "" {
		return key
	}
	return base64.RawURLEncoding.EncodeToString(hmacOf(s.hashKey, string(aad(table, key))))
}

// withCallerKey replaces the inner key in a conflict error by the caller's.
func (s *Store) withCallerKey(err error, ops []store.Op) error {
	var c *store.ConflictError
	if !errors.As(err, &c) || !s.hidden[c.Table] {
		return err
	}
	for _, op := range ops {
		if op.Table == c.Table && s.innerKey(op.Table, op.Key) == c.Key {
			return &store.ConflictError{Table: c.Table, Key: op.Key, Want: c.Want, Have: c.Have}
		}
	}
	return err
}

func hmacOf(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}
