package recognise

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"rroform/wasm/archive"
	"rroform/wasm/exchange"
	"rroform/wasm/zipdir"
)

// mostFiles is how many files a zip may have to be read: as many as an archive for the
// portal.
const mostFiles = 100_000

// ofZip returns the kind of a zip by the names of its files, and by the content of a
// file if the names do not decide.
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
		return Archive // opening it will report the exceeded limit
	case err != nil:
		return CutZIP
	}
	names := map[string]*zip.File{}
	var entries []*zip.File
	locked := false
	for _, f := range z.File {
		name := path.Clean("/" + strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))) // as Excel looks for parts
		names[name[1:]] = f
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

// partNames are the kinds of Office documents, which are zips, by a file in the zip.
var partNames = []struct {
	name string
	kind FileKind
}{
	{"xl/workbook.bin", XLSB}, {"xl/workbook.xml", XLSX}, {"xl/worksheets/sheet1.xml", XLSX},
	{"xl/sharedstrings.xml", XLSX},
	{"word/document.xml", DOCX}, {"ppt/presentation.xml", Slides}, {"index/document.iwa", Numbers},
	{"index.apxl", Numbers},
}

// ofOpenDocument reads the file «mimetype», which names the kind of an OpenDocument. If
// someone has repacked the document, the file may be missing.
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

// isZero reports whether a file is a zero report, which is small.
func isZero(f *zip.File) bool {
	const most = 4 << 10
	if f.UncompressedSize64 > most {
		return false
	}
	_, is := archive.ReadZero(start(f, most))
	return is
}

// start returns the beginning of a file in a zip, nil if it cannot be read.
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
