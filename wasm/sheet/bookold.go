package sheet

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// Records of BIFF that matter here.
const (
	biffSelection = 0x001D // which cell is chosen: the library takes no notice of it
	biffPassword  = 0x002F
	biffContinue  = 0x003C
	biffMulRk     = 0x00BD
	biffBoolErr   = 0x0205
)

// kept are the records of BIFF that cells are made of, in its editions. Others
// are taken out: links over ranges, names, pictures.
var kept = func() map[uint16]bool {
	set := map[uint16]bool{}
	for _, id := range []uint16{
		0x0809, 0x0009, 0x0209, 0x0409, 0x000A, // begin, end
		0x0042, 0x0022, 0x0085, biffContinue, 0x0081, // code page, 1904, sheets, continued, dialog
		0x00FC, 0x00E0, 0x0043, 0x0243, 0x0443, 0x041E, 0x001E, 0x0031, 0x0231, // strings, formats
		0x0000, 0x0200, 0x0208, 0x0008, // dimensions, rows
		0x00FD, 0x0204, 0x0004, 0x00D6, 0x0203, 0x0003, 0x0002, 0x027E, biffMulRk, biffBoolErr, 0x0005, // cells
		0x0006, 0x0206, 0x0406, 0x0207, 0x0007, 0x04BC, 0x0221, 0x0021, // formulas with their values
	} {
		set[id] = true
	}
	return set
}()

var errOldBook = &RefusedError{"Книга Excel прежнего вида (*.xls) не читается: файл повреждён или записан не " +
	"полностью.",
	"Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)»."}

// OldBook checks a workbook of Excel 2–2003 (BIFF) against the limits and makes
// the part of it. It fails with a *[RefusedError].
func OldBook(data []byte) ([]BookPart, error) {
	if len(data) > maxOldBook {
		return nil, tooLargeFile(maxOldBook)
	}
	stream, err := oldStream(data)
	if err != nil {
		return nil, err
	}
	cells, records := 0, 0
	took := false // the record before a continued one is kept
	for at := 0; at+4 <= len(stream); {
		id, size := binary.LittleEndian.Uint16(stream[at:]), int(binary.LittleEndian.Uint16(stream[at+2:]))
		switch {
		case id == biffPassword:
			return nil, &RefusedError{"Книга Excel закрыта паролем.",
				"Откройте её в Excel, снимите пароль и сохраните как «Книга Excel (*.xlsx)»."}
		case !kept[id] || id == biffContinue && !took:
			binary.LittleEndian.PutUint16(stream[at:], biffSelection)
			took = false
		default:
			took = true
		}
		switch records++; {
		case id == biffMulRk:
			cells += size / 6
		case took && id != biffContinue:
			cells++
		}
		at += 4 + size
	}
	switch {
	case cells > maxBookCells:
		return nil, tooManyCells()
	case records > maxBookAll:
		return nil, refusedBook(copyRows, "В книге больше %d тысяч записей вместе с рисунками и оформлением.",
			maxBookAll/1000)
	}
	name := "book.xls"
	if byteLetters(stream) {
		name = "book5.xls"
	}
	return []BookPart{{name, stream}}, nil
}

// byteLetters reports whether the texts have a byte a letter, as up to Excel 5.
func byteLetters(stream []byte) bool {
	const begin, version8 = 0x0809, 0x0600
	return len(stream) < 6 || binary.LittleEndian.Uint16(stream) != begin ||
		binary.LittleEndian.Uint16(stream[4:]) != version8
}

// oldStream takes the records out of the compound file; before Excel 5 there
// was none.
func oldStream(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0xD0, 0xCF}) {
		return bytes.Clone(data), nil
	}
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, errOldBook
	}
	for _, f := range doc.File {
		if len(f.Path) == 0 && (strings.EqualFold(f.Name, "Workbook") || strings.EqualFold(f.Name, "Book")) {
			if f.Size > int64(len(data)) {
				return nil, errOldBook
			}
			stream := make([]byte, f.Size)
			if n, err := io.ReadFull(f, stream); err != nil && n < len(stream)/2 {
				return nil, errOldBook
			}
			return stream, nil
		}
	}
	return nil, errOldBook
}
