package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"rroform/wasm/zipdir"
)

// Limits of a workbook. The page lays its cells out on the thread that draws,
// so what comes through must be read there within a few seconds, on a slow
// machine as well: the time goes by cells and by bytes of their texts.
const (
	maxBook      = 50 << 20   // bytes of the file
	maxOldBook   = 16 << 20   // bytes of a file of BIFF, whose cells take six bytes each
	maxBookParts = 1000       // files in it
	maxBookFiles = 96 << 20   // bytes of its parts, unpacked, pictures too
	maxBookText  = 20 << 20   // bytes of the parts that are read
	maxBookRatio = 200        // unpacked to packed, above minBookText bytes
	minBookText  = 20 << 20   // a small one may be packed as tightly as it likes
	maxBookRow   = 1_048_576  // as in Excel
	maxBookArea  = 10_000_000 // rows by columns of a sheet, empty ones too
	maxBookCells = 200_000    // that hold something, of all sheets: 5,000 rows of forty columns
	maxBookAll   = 900_000    // cells, those too that have a look and nothing else
	maxBookRun   = 512 << 10  // bytes between two tags; a cell has 32,767 letters
	maxBookSigns = 500_000    // letters written by number or name, as &amp;
)

// BookPart is a file of a workbook.
type BookPart struct {
	Name string
	Data []byte
}

const (
	copyRows  = "Скопируйте нужные строки в новую книгу и загрузите её."
	splitBook = "Разделите её на несколько книг и загрузите их по очереди или сохраните нужный лист как «CSV»."
)

func refusedBook(hint, format string, args ...any) error {
	return &RefusedError{fmt.Sprintf(format, args...), hint}
}

const saveAgain = "Откройте её в той программе, где она создана, и сохраните снова как «Книга Excel (*.xlsx)» или " +
	"«CSV»."

var errBook = &RefusedError{"Книга не читается: файл повреждён или записан не полностью.", saveAgain}

// UnpackBook checks a workbook (XLSX, XLSB, ODS) against the limits and returns
// what the page's library makes cells of: the parts with cells, strings and
// formats, named as the library looks for them, whatever names the program
// that wrote the book gave them. It fails with a *[RefusedError], or with the
// error of step, which hears how many parts are done.
func UnpackBook(data []byte, step func(done, total int) error) ([]BookPart, error) {
	if len(data) > maxBook {
		return nil, tooLargeFile(maxBook)
	}
	z, err := zipdir.Open(bytes.NewReader(data), int64(len(data)), maxBookParts)
	switch {
	case errors.Is(err, zipdir.ErrTooMany) || err == nil && len(z.File) > maxBookParts:
		return nil, refusedBook(copyRows, "В книге больше %d частей.", maxBookParts)
	case err != nil:
		return nil, errBook
	}
	if err := checkBook(z.File, int64(len(data))); err != nil {
		return nil, err
	}
	b := &opened{files: map[string]*zip.File{}, left: maxBookText, step: step}
	for _, f := range z.File {
		b.files[partName(f.Name)] = f
	}
	if b.files["content.xml"] != nil {
		return b.openDocument()
	}
	return b.officeBook()
}

func tooLargeFile(limit int) error {
	return refusedBook(copyRows, "Файл больше %d МБ.", limit>>20)
}

// partName is the name by which a part is looked for: Excel takes no notice of
// letter case, of the separator of Windows or of dots.
func partName(name string) string {
	name = path.Clean("/" + strings.ToLower(strings.ReplaceAll(name, "\\", "/")))
	return name[1:]
}

// checkBook looks at what the directory says.
func checkBook(files []*zip.File, packed int64) error {
	text := uint64(0)
	names := map[string]bool{}
	for _, f := range files {
		if names[partName(f.Name)] {
			return errBook
		}
		names[partName(f.Name)] = true
		text += min(f.UncompressedSize64, maxBookFiles+1)
	}
	switch {
	case zipdir.Overlap(files, packed):
		return errBook
	case text > minBookText && text > uint64(packed)*maxBookRatio:
		return refusedBook(copyRows, "Книга сжата больше чем в %d раз: так бывает только у испорченных или опасных "+
			"файлов.", maxBookRatio)
	case text > maxBookFiles:
		return refusedBook(copyRows, "В распакованном виде книга больше %d МБ.", maxBookFiles>>20)
	}
	return nil
}

func tooMuchText() error {
	return refusedBook(splitBook, "Данные листов в книге больше %d МБ.", maxBookText>>20)
}

// opened is a workbook whose parts are unpacked one by one.
type opened struct {
	files map[string]*zip.File // by partName
	left  int                  // bytes that may still be unpacked
	size  bookSize
	done  int
	step  func(done, total int) error
}

// part unpacks a part and checks it against the limits; without such a part it
// is nil. What first checks of a text comes before the passes over all of it.
func (b *opened) part(name string, first ...func(text []byte) error) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, nil
	}
	if err := b.tick(); err != nil {
		return nil, err
	}
	b.done++
	data, err := unpackPart(f, b.left)
	if err != nil {
		return nil, err
	}
	b.left -= len(data)
	if strings.HasSuffix(name, ".bin") {
		return data, nil
	}
	for _, check := range append(first, b.size.checkText) {
		if err := b.tick(); err != nil { // each check takes its time
			return nil, err
		}
		if err := check(data); err != nil {
			return nil, err
		}
	}
	return data, b.tick()
}

// tick says how far the book is unpacked.
func (b *opened) tick() error { return b.step(b.done, len(b.files)) }

// methods are ways of packing that some programs choose and Excel does not.
var methods = map[uint16]string{1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard",
	95: "XZ", 98: "PPMd"}

// unpackPart reads a part; its header may lie about the size.
func unpackPart(f *zip.File, left int) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, &RefusedError{"Файл книги упакован под паролем.",
			"Откройте её в той программе, где она создана, снимите пароль и сохраните как «Книга Excel (*.xlsx)»."}
	}
	in, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		name := methods[f.Method]
		if name == "" {
			name = fmt.Sprint("№ ", f.Method)
		}
		return nil, refusedBook("Сама книга цела. "+saveAgain,
			"Файл книги упакован способом «%s», который программа не читает.", name)
	}
	if err != nil {
		return nil, errBook
	}
	defer in.Close()
	out := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64, uint64(left), 8<<20)+bytes.MinRead))
	_, err = out.ReadFrom(io.LimitReader(in, int64(left)+1))
	switch {
	case out.Len() > left:
		return nil, tooMuchText()
	case err != nil:
		return nil, errBook
	}
	return out.Bytes(), nil
}
