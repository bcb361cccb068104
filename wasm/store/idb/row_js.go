package idb

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"syscall/js"

	"rroform/wasm/store"
)

var (
	uint8Array = js.Global().Get("Uint8Array")
	slice      = js.Global().Get("String").Get("prototype").Get("slice") // a string is no object to call it on
)

// textRows are the n rows of a block in which line breaks separate them. The
// error is that of a damaged one, whose lines may not even be its own.
func textRows(block []byte, n int) ([]store.Row, error) {
	rows := make([]store.Row, 0, n)
	if n == 0 {
		return rows, nil
	}
	// SplitSeq ends the capacity of each line with the line, so that no row can
	// be appended to into the next.
	for line := range bytes.SplitSeq(block, []byte{'\n'}) {
		row, err := store.ReadText(line)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	if len(rows) != n {
		return nil, fmt.Errorf("%w: %d lines of %d rows", store.ErrDamaged, len(rows), n)
	}
	return rows, nil
}

// sortRows: IndexedDB orders by UTF-16 units, Go by code points.
func sortRows(rows []store.Row) {
	slices.SortFunc(rows, func(a, b store.Row) int { return strings.Compare(a.Key, b.Key) }) // nearly sorted already
}

// textRow reads the value under a key, which may be damaged and then tells no
// key, or not be text at all.
func textRow(key string, value js.Value) (store.Row, error) {
	var text []byte
	if value.Type() == js.TypeString {
		text = utf8Bytes(value)
	}
	row, err := store.ReadText(text)
	if err == nil && row.Key != key {
		row, err = store.Row{Rev: row.Rev, Data: text, Damaged: true}, fmt.Errorf("%w: stands under another key", store.ErrDamaged)
	}
	row.Key = key
	return row, err
}

// storedRev is [store.StoredRev] of a value, 0 for undefined. Only its beginning
// comes over.
func storedRev(value js.Value) int64 {
	if value.Type() != js.TypeString {
		return 0
	}
	return store.StoredRev([]byte(slice.Call("call", value, 0, 18).String()))
}

// binaryRow copies the bytes of a stored Uint8Array.
func binaryRow(key string, value js.Value) (store.Row, error) {
	if !value.InstanceOf(uint8Array) {
		return store.Row{Key: key, Damaged: true}, fmt.Errorf("%w: not bytes", store.ErrDamaged)
	}
	data := make([]byte, value.Length())
	js.CopyBytesToGo(data, value)
	return store.Row{Key: key, Data: data}, nil
}

// bytesValue is the Uint8Array with a copy of data.
func bytesValue(data []byte) js.Value {
	value := uint8Array.New(len(data))
	js.CopyBytesToJS(value, data)
	return value
}

// utf8Bytes brings a long string over in one piece; js.Value.String would copy
// it once more.
func utf8Bytes(s js.Value) []byte {
	encoded := js.Global().Get("TextEncoder").New().Call("encode", s)
	data := make([]byte, encoded.Length())
	js.CopyBytesToGo(data, encoded)
	return data
}
