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
	// slice is String.prototype.slice: js.Value cannot call methods of a string.
	slice = js.Global().Get("String").Get("prototype").Get("slice")
)

// textRows parses a block of n rows separated by line breaks. If any row is
// damaged it returns only an error, because a damaged row may contain line breaks
// that shift all others.
func textRows(block []byte, n int) ([]store.Row, error) {
	rows := make([]store.Row, 0, n)
	if n == 0 {
		return rows, nil
	}
	// SplitSeq limits the capacity of each line, so appending to a row cannot
	// overwrite the next one.
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

// sortRows sorts by key as Go compares strings. IndexedDB returns rows in the order
// of UTF-16 units.
func sortRows(rows []store.Row) {
	slices.SortFunc(rows, func(a, b store.Row) int { return strings.Compare(a.Key, b.Key) })
}

// textRow parses the value stored under key. A damaged value may not contain its
// key, or may not even be a string.
func textRow(key string, value js.Value) (store.Row, error) {
	var text []byte
	if value.Type() == js.TypeString {
		text = utf8Bytes(value)
	}
	row, err := store.ReadText(text)
	if err == nil && row.Key != key {
		row = store.Row{Rev: row.Rev, Data: text, Damaged: true}
		err = fmt.Errorf("%w: stored under another key", store.ErrDamaged)
	}
	row.Key = key
	return row, err
}

// storedRev is [store.StoredRev] of a JavaScript value, 0 for undefined. It copies
// only the beginning of the value to Go.
func storedRev(value js.Value) int64 {
	if value.Type() != js.TypeString {
		return 0
	}
	return store.StoredRev([]byte(slice.Call("call", value, 0, 18).String()))
}

// binaryRow copies the bytes of a stored Uint8Array to Go.
func binaryRow(key string, value js.Value) (store.Row, error) {
	if !value.InstanceOf(uint8Array) {
		return store.Row{Key: key, Damaged: true}, fmt.Errorf("%w: not bytes", store.ErrDamaged)
	}
	data := make([]byte, value.Length())
	js.CopyBytesToGo(data, value)
	return store.Row{Key: key, Data: data}, nil
}

// bytesValue returns a Uint8Array with a copy of data.
func bytesValue(data []byte) js.Value {
	value := uint8Array.New(len(data))
	js.CopyBytesToJS(value, data)
	return value
}

// utf8Bytes copies a long string to Go. js.Value.String would copy it twice.
func utf8Bytes(s js.Value) []byte {
	encoded := js.Global().Get("TextEncoder").New().Call("encode", s)
	data := make([]byte, encoded.Length())
	js.CopyBytesToGo(data, encoded)
	return data
}
