package recognise

import (
	"archive/zip"
	"errors"
	"io"
	"slices"
	"strings"

	"rroform/wasm/archive"
	"rroform/wasm/exchange"
	"rroform/wasm/zipdir"
)

// mostFiles is how many files of a zip are looked at: an archive of the portal
// may have that many.
const mostFiles = 100_000

// ofZip looks at the names in a zip, and into a file where they do not tell.
func ofZip(r io.ReaderAt, size int64) FileKind {
	if kind, is := exchange.KindAt(r, size); is {
		if kind == exchange.KindHandover {
			return Handover
		}
		return Backup
	}
	z, err := zipdir.Open(r, size, mostFiles)
	switch {
	case errors.Is(err, zipdir.ErrTooMany):
		return Archive // the limits of an archive say what is wrong
	case err != nil:
		return CutZIP
	}
	names := map[string]*zip.File{}
	var entries []*zip.File
	locked := false
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		names[name] = f
		locked = locked || f.Flags&1 != 0
		if archive.IsEntry(f.Name) {
			entries = append(entries, f)
		}
	}
	for _, known := range partNames {
		if names[known.name] != nil {
			return known.kind
		}
	}
	if kind, is := ofOpenDocument(names); is {
		return kind
	}
	switch {
	case locked:
		return LockedZIP
	case len(entries) == 0:
		return ZIP
	case !slices.ContainsFunc(entries, func(f *zip.File) bool { return !isZero(f) }):
		return Zero
	}
	return Archive
}

// partNames tell documents of Office, which are zips, by a part that each kind has.
var partNames = []struct {
	name string
	kind FileKind
}{
	{"xl/workbook.bin", XLSB}, {"xl/workbook.xml", XLSX}, {"xl/worksheets/sheet1.xml", XLSX},
	{"xl/sharedstrings.xml", XLSX},
	{"word/document.xml", DOCX}, {"ppt/presentation.xml", Slides}, {"index/document.iwa", Numbers},
	{"index.apxl", Numbers},
}

// ofOpenDocument reads the part «mimetype», which says what a document is; one
// that was packed again by hand may lack the part.
func ofOpenDocument(names map[string]*zip.File) (FileKind, bool) {
	if names["content.xml"] == nil {
		return Unknown, false
	}
	said := string(start(names["mimetype"], 100))
	if said == "" {
		said = string(start(names["content.xml"], 8<<10))
	}
	switch {
	case strings.Contains(said, "presentation"):
		return Slides, true
	case strings.Contains(said, "opendocument.text") || strings.Contains(said, "<office:text"):
		return ODT, true
	}
	return ODS, true
}

// isZero looks into an entry: a zero report is small.
func isZero(f *zip.File) bool {
	const most = 4 << 10
	if f.UncompressedSize64 > most {
		return false
	}
	_, is := archive.ReadZero(start(f, most))
	return is
}

// start is the beginning of a file in a zip, nil where it cannot be read.
func start(f *zip.File, most int64) []byte {
	if f == nil {
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return nil
	}
	defer in.Close()
	data, _ := io.ReadAll(io.LimitReader(in, most))
	return data
}
