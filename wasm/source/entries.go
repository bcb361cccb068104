package source

import (
	"rroform/wasm/archive"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
)

// WrongKind says what a file is that the part cannot take, and where it
// belongs.
func WrongKind(kind recognise.FileKind) *rpc.Error {
	row := recognise.InfoOf(kind)
	hint := row.Remedy
	if row.Place != recognise.Nowhere {
		hint = "Откройте его кнопкой «Открыть файл» в разделе «Обмен»."
	}
	return rpc.Problem("refused", row.Is, hint+" Ничего не изменилось.")
}

// WalkEntries reads the files of an archive, or the entries of bare JSON. A
// file of another kind is an *rpc.Error that names it.
func WalkEntries(limits archive.Limits, name string, data []byte, visit func(i, n int, f archive.File) error) error {
	kind := recognise.Bytes(name, data)
	switch kind {
	case recognise.Archive, recognise.ZIP, recognise.LockedZIP, recognise.CutZIP:
		return limits.Walk(data, visit)
	case recognise.Zero, recognise.Entries, recognise.JSON:
		if archive.IsZip(data) {
			return limits.Walk(data, visit)
		}
		return limits.Bare(data, visit)
	case recognise.Unknown, recognise.Executable: // a zip may have something before it: it begins at its end
		if limits.Walk(data, func(int, int, archive.File) error { return nil }) == nil {
			return limits.Walk(data, visit)
		}
	}
	return WrongKind(kind)
}
