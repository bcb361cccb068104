package forming

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"strings"

	"rroform/wasm/appeal"
)

// asItCame returns the bytes of an untouched appeal's entry where they may
// stand for ours in the archive of the job: nothing in them had to be mended,
// they fit the schema and say the same. nil = write ours.
func (j *job) asItCame(ctx context.Context, ap *appeal.Appeal, ours []byte) ([]byte, error) {
	s, err := j.app.sources.SourceAmong(ctx, ap, j.sources)
	if err != nil || s == nil || !s.Plain || !appeal.SameGUID(s.Body, j.row.Profile.DepartmentID) {
		return nil, err
	}
	raw, err := s.Bytes(ap, func(id string) ([]byte, error) { return j.app.ledger.File(ctx, id) })
	if err != nil || !sameMeaning(raw, ours) {
		return nil, err
	}
	return raw, nil
}

// sameMeaning reports whether two entries hold the same values; the letter
// case of the body's GUID does not count.
func sameMeaning(x, y []byte) bool {
	if bytes.Equal(x, y) {
		return true // as our own archives come
	}
	read := func(data []byte) map[string]any {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.UseNumber()
		var v map[string]any
		if err := dec.Decode(&v); err != nil {
			return nil
		}
		if id, ok := v["departmentId"].(string); ok {
			v["departmentId"] = strings.ToLower(id)
		}
		return v
	}
	was := read(x)
	return was != nil && reflect.DeepEqual(was, read(y))
}
