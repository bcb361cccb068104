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

// bound begins the text of a row that is bound to its revision. Without it a
// row is of a program before version 4 of the tables.
const bound = `"r:`

// sealed makes an op of the inner store seal its data; key is the caller's.
func (s *Store) sealed(op *store.Op, key string) {
	given, name := *op, op.Key
	if store.IsBinary(op.Table) {
		op.Data = s.box(op.Data, place(op.Table, name))
		return
	}
	op.Bind = func(_ []byte, rev int64) []byte {
		data := given.Kept(rev)
		if s.hidden[given.Table] {
			data = append(append(binary.AppendUvarint(nil, uint64(len(key))), key...), data...)
		}
		box := s.box(data, placeOfRev(given.Table, name, rev))
		text := make([]byte, 0, len(bound)+base64.StdEncoding.EncodedLen(len(box))+1)
		return append(base64.StdEncoding.AppendEncode(append(text, bound...), box), '"')
	}
}

// box returns nonce and sealed data.
func (s *Store) box(data, place []byte) []byte {
	out := make([]byte, nonceSize, overhead+len(data))
	_, _ = rand.Read(out) // never fails
	return s.aead.Seal(out, out, data, place)
}

// open is the way back. Of a row that is not as it was sealed under this key
// for its place it returns what is left, marked, and store.ErrDamaged. The
// row's data may be overwritten.
func (s *Store) open(table store.Table, row store.Row) (store.Row, error) {
	key, data, err := s.unseal(table, row)
	if err != nil {
		row.Damaged = true
		return row, fmt.Errorf("%s/%s: %w: %w", table, row.Key, store.ErrDamaged, err)
	}
	row.Key, row.Data = key, data
	return row, nil
}

func (s *Store) unseal(table store.Table, row store.Row) (key string, data []byte, err error) {
	data = row.Data
	where := place(table, row.Key)
	if store.Migrations.IsText(table) {
		var isBound bool
		if data, isBound, err = boxIn(row.Data); err != nil {
			return "", nil, err
		}
		if isBound {
			where = placeOfRev(table, row.Key, row.Rev)
		}
	}
	if len(data) < overhead {
		return "", nil, errForm
	}
	box := data[nonceSize:]
	if data, err = s.aead.Open(box[:0], data[:nonceSize], box, where); err != nil {
		return "", nil, err
	}
	if data == nil {
		data = []byte{} // an empty file is not a missing one
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

var errForm = errors.New("not a sealed row")

// boxIn takes the box out of the text of a row.
func boxIn(text []byte) (box []byte, isBound bool, err error) {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return nil, false, errForm
	}
	inside, isBound := bytes.CutPrefix(text[:len(text)-1], []byte(bound))
	if !isBound {
		inside = inside[1:]
	}
	box, err = base64.StdEncoding.AppendDecode(nil, inside)
	return box, isBound, err
}

// Looks reports whether the data of a text row look like those of a sealed one:
// no row in plain does.
func Looks(data []byte) bool {
	box, _, err := boxIn(data)
	return err == nil && len(box) >= overhead
}

// placeOfRev binds a row to where it stands and to its revision.
func placeOfRev(table store.Table, name string, rev int64) []byte {
	return strconv.AppendInt(append(place(table, name), 0), rev, 10)
}

// place binds a row to where it stands.
func place(table store.Table, name string) []byte { return []byte(string(table) + "\x00" + name) }

// nameOf is the key under which a row stands in the inner store.
func (s *Store) nameOf(table store.Table, key string) string {
	if !s.hidden[table] || key == "" {
		return key
	}
	return base64.RawURLEncoding.EncodeToString(hash(s.names, string(place(table, key))))
}

// named puts the caller's key into a conflict.
func (s *Store) named(err error, ops []store.Op) error {
	var c *store.ConflictError
	if !errors.As(err, &c) || !s.hidden[c.Table] {
		return err
	}
	for _, op := range ops {
		if op.Table == c.Table && s.nameOf(op.Table, op.Key) == c.Key {
			return &store.ConflictError{Table: c.Table, Key: op.Key, Want: c.Want, Have: c.Have}
		}
	}
	return err
}

func hash(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}
