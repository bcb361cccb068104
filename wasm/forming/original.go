package forming

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"strings"

	"rroform/wasm/appeal"
)

// originalEntry returns the bytes of the entry from which the appeal was read, if the archive may
// hold exactly these bytes: the reader repaired nothing, and they have the same values as ours, the
// entry that the program would write. Otherwise it returns nil.
func (j *job) originalEntry(ctx context.Context, ap *appeal.Appeal, ours []byte) ([]byte, error) {
	s, err := j.forming.sources.Find(ctx, ap, j.sources)
	if err != nil || s == nil || !s.Plain || !appeal.SameGUID(s.Body, j.row.Profile.DepartmentID) {
		return nil, err
	}
	raw, err := s.Bytes(ap, func(id string) ([]byte, error) { return j.forming.ledger.File(ctx, id) })
	if err != nil || !sameMeaning(raw, ours) {
		return nil, err
	}
	return raw, nil
}

// sameMeaning reports whether two entries have the same JSON values. It ignores the order of keys,
// spaces, and the letter case of the body's GUID.
func sameMeaning(x, y []byte) bool {
	if bytes.Equal(x, y) {
		return true // usual for archives that this program made
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
