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
	r, err := zipdir.Open(bytes.NewReader(data), int64(len(data)), maxEntries)
	return err == nil && slices.ContainsFunc(r.File, func(f *zip.File) bool { return f.Name == headName })
}
