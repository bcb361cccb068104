package recognise

import "io"

// sign is a signature at an offset of a file; «?» matches any byte. If the signature
// alone does not determine the kind, look does.
type sign struct {
	at   int
	mark string
	kind FileKind
	look func(r io.ReaderAt, size int64) FileKind
}

func (s *sign) suits(head []byte) bool {
	if len(head) < s.at+len(s.mark) {
		return false
	}
	for i := range s.mark {
		if s.mark[i] != '?' && s.mark[i] != head[s.at+i] {
			return false
		}
	}
	return true
}

// signs are tried in this order.
var signs = []sign{
	{mark: "PK\x03\x04", look: ofZip},
	{mark: "PK\x05\x06", look: ofZip}, // an empty zip
	{mark: "PK\x07\x08", look: ofZip}, // a part of a split zip
	{mark: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", look: ofCompound},
	{mark: "age-encryption.org/v1\n", kind: Covered},
	{mark: "Rar!\x1a\x07", kind: RAR},
	{mark: "7z\xbc\xaf\x27\x1c", kind: SevenZip},
	{mark: "\x1f\x8b", kind: GZIP},
	{mark: "BZh", kind: GZIP},
	{mark: "\xfd7zXZ\x00", kind: GZIP},
	{mark: "\x28\xb5\x2f\xfd", kind: GZIP},
	{at: 257, mark: "ustar", kind: GZIP},
	{mark: "MSCF\x00\x00", kind: Cabinet},
	{mark: "\x60\xea", kind: Cabinet},
	{mark: "%PDF-", kind: PDF},
	{mark: "{\\rtf", kind: RTF},
	{mark: "\x89PNG\r\n", kind: Picture},
	{mark: "\xff\xd8\xff", kind: Picture},
	{mark: "GIF8", kind: Picture},
	{mark: "II*\x00", kind: Picture},
	{mark: "MM\x00*", kind: Picture},
	{mark: "BM????\x00\x00\x00\x00", kind: Picture},
	{at: 8, mark: "WEBP", kind: Picture},
	{at: 4, mark: "ftypheic", kind: Picture},
	{at: 4, mark: "ftyp", kind: Media},
	{mark: "RIFF", kind: Media},
	{mark: "ID3", kind: Media},
	{mark: "OggS", kind: Media},
	// BIFF 2 to 8 without a container: a BOF record and its length.
	{mark: "\x09\x00\x04\x00", kind: XLS},
	{mark: "\x09\x02\x06\x00", kind: XLS},
	{mark: "\x09\x04\x06\x00", kind: XLS},
	{mark: "\x09\x08\x08\x00", kind: XLS},
	{mark: "\x09\x08\x10\x00", kind: XLS},
	{mark: "L\x00\x00\x00\x01\x14\x02\x00", kind: Shortcut},
	{mark: "[InternetShortcut]", kind: Shortcut},
	{mark: "MZ\x90", kind: Executable},
	{mark: "MZP", kind: Executable},
	{mark: "\x7fELF", kind: Executable},
	{mark: "SQLite format 3\x00", kind: Database},
	{at: 4, mark: "Standard Jet DB", kind: Database},
	{at: 4, mark: "Standard ACE DB", kind: Database},
}
