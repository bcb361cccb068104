package idb

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"syscall/js"

	"rroform/wasm/store"
)

var uint8Array = js.Global().Get("Uint8Array")

// textValue is how a row of a text table is stored: "rev\tkey\tjson".
func textValue(rev int64, key string, data []byte) string {
	b := make([]byte, 0, 20+len(key)+len(data))
	b = strconv.AppendInt(b, rev, 10)
	b = append(append(b, '\t'), key...)
	b = append(append(b, '\t'), data...)
	return string(b)
}

// textRow is the way back; the row's Data is the end of value, up to its capacity.
func textRow(value []byte) (store.Row, error) {
	rev, rest, ok1 := bytes.Cut(value, []byte{'\t'})
	key, data, ok2 := bytes.Cut(rest, []byte{'\t'})
	n, err := strconv.ParseInt(string(rev), 10, 64)
	if !ok1 || !ok2 || err != nil {
		return store.Row{}, fmt.Errorf("a stored row is damaged: %.40q", value)
	}
	return store.Row{Key: string(key), Rev: n, Data: data}, nil
}

// textRows are the rows of a block in which line breaks separate them, sorted.
func textRows(block []byte) ([]store.Row, error) {
	if len(block) == 0 {
		return nil, nil
	}
	rows := make([]store.Row, 0, bytes.Count(block, []byte{'\n'})+1)
	// SplitSeq ends the capacity of each line with the line, so that no row can
	// be appended to into the next.
	for line := range bytes.SplitSeq(block, []byte{'\n'}) {
		row, err := textRow(line)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	// IndexedDB orders by UTF-16 units, Go by code points.
	sort.Slice(rows, func(i, j int) bool { return rows[i].Key < rows[j].Key }) // nearly sorted already
	return rows, nil
}

// storedRev is the revision at the start of a text value, 0 for undefined. It
// is read in JavaScript, so that the row itself need not come over.
func storedRev(value js.Value) int64 {
	if value.IsUndefined() {
		return 0
	}
	return int64(js.Global().Call("parseInt", value, 10).Int())
}

// binaryRow copies the bytes of a stored Uint8Array.
func binaryRow(key string, value js.Value) (store.Row, error) {
	if !value.InstanceOf(uint8Array) {
		return store.Row{}, errors.New("a stored row is damaged: not bytes")
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
