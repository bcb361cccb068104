package sealed

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"

	"rroform/wasm/store"
)

const (
	nonceSize = chacha20poly1305.NonceSizeX
	overhead  = nonceSize + chacha20poly1305.Overhead
)

// seal returns the data of a row as the inner store keeps it.
func (s *Store) seal(table store.Table, key string, data []byte) []byte {
	name := s.nameOf(table, key)
	if s.hidden[table] {
		data = append(append(binary.AppendUvarint(nil, uint64(len(key))), key...), data...)
	}
	out := make([]byte, nonceSize, overhead+len(data))
	_, _ = rand.Read(out) // never fails
	out = s.aead.Seal(out, out, data, place(table, name))
	if !store.Migrations.IsText(table) {
		return out
	}
	text := make([]byte, base64.StdEncoding.EncodedLen(len(out))+2)
	text[0], text[len(text)-1] = '"', '"'
	base64.StdEncoding.Encode(text[1:], out)
	return text
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
	if data = row.Data; store.Migrations.IsText(table) {
		if len(data) < 2 || data[0] != '"' {
			return "", nil, errForm
		}
		data = make([]byte, base64.StdEncoding.DecodedLen(len(row.Data)-2))
		n, err := base64.StdEncoding.Decode(data, row.Data[1:len(row.Data)-1])
		if data = data[:n]; err != nil {
			return "", nil, err
		}
	}
	if len(data) < overhead {
		return "", nil, errForm
	}
	box := data[nonceSize:]
	if data, err = s.aead.Open(box[:0], data[:nonceSize], box, place(table, row.Key)); err != nil {
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
