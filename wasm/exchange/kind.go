package exchange

import (
	"bytes"
	"io"

	"rroform/wasm/zipdir"
)

// Kinds of a backup: all of a register, or some appeals of it for a colleague.
const (
	KindBackup   = ""
	KindHandover = "handover"
)

// IsBackup reports whether a file is a zip with a manifest of [WriteBackup],
// whole or not: anything else may be an archive for the portal.
func IsBackup(data []byte) bool {
	_, is := KindAt(bytes.NewReader(data), int64(len(data)))
	return is
}

// KindAt is [IsBackup] for a file that is not in memory; it returns the kind,
// too. What is cut or damaged is still a backup.
func KindAt(r io.ReaderAt, size int64) (kind string, is bool) {
	if e, ok := readLocal(r, 0); ok && e.name == headName { // it stands first
		h, _ := readHead(inflate(r, size, e, maxHead))
		return h.Kind, true
	}
	const few = 1000 // of a copy that was packed anew by hand
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

// maxHead is far above the bytes of a [Head].
const maxHead = 1 << 20
