package store

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Check returns an error wrapping [ErrInvalid] if an op names an unknown table,
// or if its key or data would be read back changed. It does not check that text
// data is JSON.
func (h History) Check(ops []Op) error {
	for i, op := range ops {
		text := h.IsText(op.Table)
		if !text && !h.IsBinary(op.Table) {
			return fmt.Errorf("op %d: table %q is unknown: %w", i, op.Table, ErrInvalid)
		}
		if !validKey(op.Key) {
			return fmt.Errorf("op %d: key %q of table %s: %w", i, op.Key, op.Table, ErrInvalid)
		}
		if !text || op.Data == nil {
			continue
		}
		if why := unfitText(op.Data); why != "" {
			return fmt.Errorf("op %d: data of %s/%s %s: %w", i, op.Table, op.Key, why, ErrInvalid)
		}
	}
	return nil
}

// CheckRead returns an error wrapping [ErrInvalid] if the table is unknown.
func (h History) CheckRead(t Table) error {
	if h.IsText(t) || h.IsBinary(t) {
		return nil
	}
	return fmt.Errorf("table %q is unknown: %w", t, ErrInvalid)
}

// CheckAll is [History.CheckRead] for bulk reads, which are refused for binary
// tables: all their values together would not fit into memory.
func (h History) CheckAll(t Table) error {
	if h.IsBinary(t) {
		return fmt.Errorf("table %s is binary and is read by key only: %w", t, ErrInvalid)
	}
	return h.CheckRead(t)
}

// Revise compares the revisions of ops with the stored ones and returns the new
// ones, or a *ConflictError. stored returns the stored revision (0 = no row) for
// op i of a text table. It is called only for the first op on a key: later ops
// on the same key see the result of the earlier ones.
func (h History) Revise(ops []Op, stored func(i int) int64) ([]int64, error) {
	type rowID struct {
		table Table
		key   string
	}
	next := make([]int64, len(ops))
	now := make(map[rowID]int64, len(ops))
	for i, op := range ops {
		if h.IsBinary(op.Table) {
			continue
		}
		id := rowID{op.Table, op.Key}
		have, seen := now[id]
		if !seen {
			have = stored(i)
		}
		if op.Rev != AnyRev && op.Rev != have {
			return nil, &ConflictError{Table: op.Table, Key: op.Key, Want: op.Rev, Have: have}
		}
		switch {
		case op.CheckOnly:
			next[i] = have
		case op.Data != nil && op.NewRev != 0:
			next[i] = op.NewRev
		case op.Data != nil:
			next[i] = have + 1
		}
		now[id] = next[i]
	}
	return next, nil
}

// validKey refuses keys that JavaScript would return changed: broken UTF-8
// becomes U+FFFD and TextDecoder drops a leading U+FEFF, so two different keys
// would become one. Line breaks and tabs are refused because they separate rows
// and their fields.
func validKey(key string) bool {
	return key != "" && utf8.ValidString(key) &&
		!strings.ContainsFunc(key, func(r rune) bool { return unicode.IsControl(r) || r == '\uFEFF' })
}

// unfitText returns why data cannot be a row of a text table, "" if it can.
func unfitText(data []byte) string {
	switch {
	case len(data) == 0:
		return "is empty"
	case bytes.IndexByte(data, '\n') >= 0:
		return "has a raw line break"
	case !utf8.Valid(data):
		return "is not valid UTF-8"
	}
	return ""
}
