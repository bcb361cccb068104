package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"rroform/wasm/zipdir"
)

// File is one file of an opened zip.
type File struct {
	Name string // for the user; a name without the UTF-8 flag is read as CP866
	Raw  string // as it is in the zip
	Data []byte
	Err  error  // why it could not be unpacked
	Kept Packed // if it could not: the packed bytes, to write them again
}

// OpenError says in Russian why a file cannot be opened as an archive.
type OpenError struct{ Text string }

func (e *OpenError) Error() string { return e.Text }

// Open reads all files of a zip in their order, without folders. A damaged file has
// Err set. The error is an *OpenError if data is not a zip or exceeds one of the
// limits [Usual].
func Open(data []byte) ([]File, error) { return Usual.Open(data) }

// Open is [Open] with other limits.
func (l Limits) Open(data []byte) ([]File, error) {
	var files []File
	err := l.Walk(data, func(_, _ int, f File) error {
		files = append(files, f)
		return nil
	})
	return files, err
}

// Walk calls visit for each file of a zip: file i of n. An error of visit ends it.
func (l Limits) Walk(data []byte, visit func(i, n int, f File) error) error {
	r, err := zipdir.Open(bytes.NewReader(data), int64(len(data)), l.Entries)
	switch {
	case errors.Is(err, zipdir.ErrTooMany):
		return &OpenError{fmt.Sprintf("В архиве слишком много файлов: больше %d (ограничение). Архив не открыт",
			l.Entries)}
	case err != nil:
		return &OpenError{"Архив ZIP не читается: его конец повреждён, или файл скопирован не полностью"}
	}
	if err := l.check(r.File, int64(len(data))); err != nil {
		return err
	}
	left := l.Total
	for i, f := range r.File {
		if f.FileInfo().IsDir() {
			continue
		}
		file, err := l.read(f, &left)
		if err == nil {
			err = visit(i, len(r.File), file)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// read unpacks one file. The size in its header may be false, so the limits apply to
// what is really unpacked. left is what remains of the total limit.
func (l Limits) read(f *zip.File, left *int64) (File, error) {
	file := File{Name: shownName(f.Name), Raw: f.Name}
	max := min(l.Entry, *left)
	content, err := unpack(f, max)
	if int64(len(content)) > max {
		if max < l.Entry {
			return file, l.tooMuch()
		}
		return file, l.tooLarge(file.Name)
	}
	*left -= int64(len(content))
	if err != nil {
		file.Err = unreadable(f, err)
		file.Kept, err = packedAs(f)
		return file, err
	}
	file.Data = content
	return file, nil
}

// unpack returns at most max+1 bytes of a file.
func unpack(f *zip.File, max int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	out := bytes.NewBuffer(make([]byte, 0, min(int64(f.UncompressedSize64), max, 1<<20)+bytes.MinRead))
	_, err = io.Copy(out, io.LimitReader(r, max+1))
	return out.Bytes(), err
}

// unreadable returns the error for a file that cannot be unpacked: it is damaged, or
// its compression method is not supported.
func unreadable(f *zip.File, err error) error {
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return &OpenError{"Файл упакован необычным способом (" + zipdir.MethodName(f.Method) +
			"), который здесь не распаковывается. " + zipdir.PackAgain}
	case errors.Is(err, zip.ErrChecksum):
		return &OpenError{"Файл в архиве повреждён: контрольная сумма не сходится"}
	}
	return &OpenError{"Файл в архиве повреждён: сжатые данные не читаются"}
}

// packedAs returns the packed bytes of a file, so that a file that cannot be unpacked
// can be written again unchanged.
func packedAs(f *zip.File) (Packed, error) {
	r, err := f.OpenRaw()
	if err != nil {
		return Packed{}, &OpenError{"Архив повреждён: не читается файл «" + shownName(f.Name) + "»"}
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return Packed{}, &OpenError{"Архив обрывается на файле «" + shownName(f.Name) + "»"}
	}
	return Packed{Name: f.Name, CRC: f.CRC32, Size: int(f.UncompressedSize64), Data: data, Method: f.Method}, nil
}

// Again returns the file packed under its own name, to write it again unchanged.
func (f *File) Again() (Packed, error) {
	if f.Err != nil {
		return f.Kept, nil
	}
	return Pack(f.Raw, f.Data)
}

func (l Limits) tooLarge(name string) error {
	return &OpenError{fmt.Sprintf("Файл «%s» в архиве больше %s (ограничение на размер одного файла). Архив не открыт",
		name, megabytes(l.Entry))}
}

func (l Limits) tooMuch() error {
	return &OpenError{fmt.Sprintf("Содержимое архива больше %s (ограничение на общий размер). Архив не открыт",
		megabytes(l.Total))}
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d байт", n)
	}
	return fmt.Sprintf("%d МБ", n>>20)
}
