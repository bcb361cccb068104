package recognise

import (
	"io"

	"github.com/richardlehane/mscfb"
)

// streams tell documents in Microsoft's compound files by a stream that each
// kind has at its root. A document may hold another of a different kind
// deeper inside.
var streams = map[string]FileKind{
	"Workbook": XLS, "Book": XLS, "WordDocument": DOC, "PowerPoint Document": Slides, "EncryptedPackage": Sealed,
	"__properties_version1.0": Letter,
}

// ofCompound looks at the streams of a compound file.
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
