package archive

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

// hasExtra reports whether anything beside the known keys is to be written:
// nearly never, and then the plain way is the quicker one.
func (e *entry) hasExtra() bool {
	return len(e.extra) > 0 || slices.ContainsFunc(e.Questions, func(q question) bool {
		return len(q.extra) > 0 || q.Attachment != nil && len(q.Attachment.extra) > 0 ||
			slices.ContainsFunc(q.Transfer, func(t transfer) bool { return len(t.extra) > 0 })
	})
}

// encodeExtra writes an entry with the keys beside the known ones, each behind
// those of its own object.
func (e *entry) encodeExtra() ([]byte, error) {
	list := make([]json.RawMessage, len(e.Questions))
	for i := range e.Questions {
		text, err := e.Questions[i].encodeExtra()
		if err != nil {
			return nil, err
		}
		list[i] = text
	}
	return withExtra(struct {
		entry
		Questions []json.RawMessage `json:"questions"`
	}{*e, list}, e.extra, entryFields)
}

func (q *question) encodeExtra() ([]byte, error) {
	type plain question // without this method
	parts := struct {
		plain
		Attachment json.RawMessage `json:"attachment,omitempty"`
		Transfer   json.RawMessage `json:"transfer,omitempty"`
	}{plain: plain(*q)}
	var err error
	if q.Attachment != nil {
		if parts.Attachment, err = withExtra(q.Attachment, q.Attachment.extra, attachmentFields); err != nil {
			return nil, err
		}
	}
	if parts.Transfer, err = encodeTransfers(q.Transfer); err != nil {
		return nil, err
	}
	return withExtra(parts, q.extra, questionFields)
}

func encodeTransfers(list transfers) (json.RawMessage, error) {
	if len(list) == 0 {
		return nil, nil
	}
	var texts []json.RawMessage
	for _, t := range list {
		text, err := withExtra(t, t.extra, transferFields)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	if len(texts) == 1 {
		return texts[0], nil
	}
	return encode(texts)
}

// withExtra writes an object and puts extra behind its keys, in the order of
// names. A key of ours is never overridden: only the flag isExtend may stand
// in extra, where the status does not tell it.
func withExtra[T any](object any, extra appeal.Extra, known []field[T]) ([]byte, error) {
	text, err := encode(object)
	if err != nil || len(extra) == 0 {
		return text, err
	}
	out := bytes.NewBuffer(text[:len(text)-1])
	for _, key := range slices.Sorted(maps.Keys(extra)) {
		ours := slices.ContainsFunc(known, func(f field[T]) bool { return strings.EqualFold(f.key, key) })
		if ours && (key != "isExtend" || bytes.Contains(text, []byte(`"isExtend":`))) {
			continue
		}
		name, err := encode(key)
		if err != nil {
			return nil, err
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(extra[key])
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
