package source

import (
	"rroform/wasm/archive"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
)

// WrongKind returns the error for a file that is not an archive: it says what the file is and where to open it.
func WrongKind(kind recognise.FileKind) *rpc.Error {
	row := recognise.InfoOf(kind)
	hint := row.Remedy
	if row.Place != recognise.Nowhere {
		hint = "Откройте его кнопкой «Открыть файл» в разделе «Обмен»."
	}
	return rpc.Problem("refused", row.Is, hint+" Ничего не изменилось.")
}

// WalkEntries calls visit with the files of an archive, or with the entries of a plain JSON file. For a file of
// another kind it returns the error of [WrongKind].
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
	case recognise.Unknown, recognise.Executable:
		// Other bytes may be before a zip: its directory is at the end.
		if limits.Walk(data, func(int, int, archive.File) error { return nil }) == nil {
			return limits.Walk(data, visit)
		}
	}
	return WrongKind(kind)
}
