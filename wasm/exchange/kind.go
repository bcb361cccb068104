package exchange

import (
	"archive/zip"
	"bytes"
	"slices"

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
	if len(data) > localHeader && string(data[:len(localSign)]) == localSign && bytes.HasPrefix(data[localHeader:], []byte(headName)) {
		return true // it stands first
	}
	const few = 1000 // of a copy that was packed anew by hand
	r, err := zipdir.Open(bytes.NewReader(data), int64(len(data)), few)
	return err == nil && slices.ContainsFunc(r.File, func(f *zip.File) bool { return f.Name == headName })
}
