package recognise

import (
	"io"

	"github.com/richardlehane/mscfb"
)

// streams are the names of streams at the root of Microsoft's compound files, by which
// the kind of document is recognised. Deeper streams do not count: a document may
// contain another of a different kind.
var streams = map[string]FileKind{
	"Workbook": XLS, "Book": XLS, "WordDocument": DOC, "PowerPoint Document": Slides, "EncryptedPackage": Sealed,
	"__properties_version1.0": Letter,
}

// ofCompound returns the kind of a compound file by its streams.
func ofCompound(r io.ReaderAt, size int64) FileKind {
	doc, err := mscfb.New(io.NewSectionReader(r, 0, size))
	if err != nil {
		return Unknown
	}
	for _, f := range doc.File {
		if kind, known := streams[f.Name]; known && len(f.Path) == 0 {
			return kind
		}
	}
	return Unknown
}
