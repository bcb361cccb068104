package exchange

import (
	"bytes"
	"io"

	"rroform/wasm/zipdir"
)

// Kinds of a backup: a whole register, or some of its appeals for a colleague.
const (
	KindBackup   = ""
	KindHandover = "handover"
)

// IsBackup reports whether a file is a backup, possibly truncated or damaged. Any
// other zip may be an archive for the portal.
func IsBackup(data []byte) bool {
	_, is := KindAt(bytes.NewReader(data), int64(len(data)))
	return is
}

// KindAt is [IsBackup] for a file that is not in memory. It also returns the kind.
func KindAt(r io.ReaderAt, size int64) (kind string, is bool) {
	if e, ok := readLocal(r, 0); ok && e.name == headName { // our files begin with the head
		h, _ := readHead(inflate(r, size, e, maxHead))
		return h.Kind, true
	}
	const few = 1000 // entries to search in a backup that someone has repacked by hand
	z, err := zipdir.Open(r, size, few)
	if err != nil {
		return KindBackup, false
	}
	for _, f := range z.File {
		if f.Name == headName {
			data, _ := unpack(f)
			h, _ := readHead(data)
			return h.Kind, true
		}
	}
	return KindBackup, false
}

// maxHead limits the size of a [Head], in bytes. It is far larger than any real one.
const maxHead = 1 << 20
