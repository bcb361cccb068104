package archive

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"rroform/wasm/appeal"
)

// Limits against hostile files: far above any real archive of this kind.
const (
	maxEntries   = 100_000
	maxEntrySize = 64 << 20 // bytes, unpacked
)

// File is one file of an opened zip.
type File struct {
	Name string
	Data []byte
	Err  error // why its bytes could not be read
}

// OpenError says in Russian why a file cannot be opened as an archive.
type OpenError struct{ Text string }

func (e *OpenError) Error() string { return e.Text }

// Open reads all files of a zip in their order, folders left out. What cannot
// be read is a file with Err; only a file that is no zip is an *OpenError.
func Open(data []byte) ([]File, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &OpenError{"Это не архив ZIP, или он повреждён"}
	}
	if len(r.File) > maxEntries {
		return nil, &OpenError{fmt.Sprintf("В архиве слишком много файлов: %d, можно не больше %d", len(r.File), maxEntries)}
	}
	var files []File
	for _, f := range r.File {
		if f.FileInfo().IsDir() {
			continue
		}
		content, err := read(f)
		files = append(files, File{f.Name, content, err})
	}
	return files, nil
}

func read(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, &OpenError{"файл зашифрован"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &OpenError{"файл повреждён"}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxEntrySize+1))
	if err != nil {
		return nil, &OpenError{"файл повреждён"}
	}
	if len(data) > maxEntrySize {
		return nil, &OpenError{fmt.Sprintf("файл больше %d МБ", maxEntrySize>>20)}
	}
	return data, nil
}

// Opened is an entry read back as an appeal. File bytes stand beside it, by
// FileID, which is the question's index.
type Opened struct {
	Appeal       appeal.Appeal
	DepartmentID string
	Files        map[string][]byte
}

// Unmarshal reads an entry. The record has no ids yet. An error says why the
// text cannot be an appeal; whether it is a right one is for schema and rules.
func Unmarshal(data []byte) (*Opened, error) {
	var e entry
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, fmt.Errorf("read entry: %w", err)
	}
	o := &Opened{DepartmentID: e.DepartmentID, Files: map[string][]byte{}}
	o.Appeal = appeal.Appeal{IsDirect: e.IsDirect, Format: e.Format, Number: e.Number,
		CreateDate: e.CreateDate, Name: e.Name, Address: e.Address, Email: e.Email}
	for i, q := range e.Questions {
		if o.Appeal.IncomingDate == "" {
			o.Appeal.IncomingDate = q.IncomingDate
		}
		if o.Appeal.RegistrationDate == "" {
			o.Appeal.RegistrationDate = q.RegistrationDate
		}
		o.Appeal.Questions = append(o.Appeal.Questions, o.question(i, q))
	}
	return o, nil
}

func (o *Opened) question(i int, w question) appeal.Question {
	q := appeal.Question{Code: w.Code, Status: w.Status, ResponseDate: w.ResponseDate, ActionsTaken: w.ActionsTaken}
	if w.Status == appeal.InWork && w.IsExtend {
		q.Status = appeal.InWorkExtended
	}
	for _, t := range w.Transfer {
		q.Transfers = append(q.Transfers, appeal.Transfer{DepartmentID: t.DepartmentID, TransferDate: t.TransferDate, TransferNumber: t.TransferNumber})
	}
	if w.Attachment != nil {
		id := fmt.Sprint(i)
		o.Files[id] = w.Attachment.Content
		q.Attachment = &appeal.Attachment{FileID: id, Name: w.Attachment.Name, Size: int64(len(w.Attachment.Content))}
	}
	return q
}
