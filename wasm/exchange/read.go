package exchange

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"rroform/wasm/zipdir"
)

// Open reads the directory of a backup and checks it against the limits. If it
// refuses the file, the error is a *RefusedError.
func Open(r io.ReaderAt, size int64) (*Backup, error) {
	z, err := zipdir.Open(r, size, maxEntries)
	switch {
	case errors.Is(err, zipdir.ErrTooMany):
		return nil, refuse("В файле слишком много частей: больше %d, это предел", maxEntries)
	case err != nil:
		return nil, &RefusedError{
			Text:       "Это не резервная копия РРО-формы, или файл повреждён либо скопирован не полностью",
			Damaged:    true,
			Unreadable: true,
		}
	}
	if err := checkLimits(z.File, size); err != nil {
		return nil, err
	}
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[f.Name] = f
	}
	head, there := files[headName]
	if !there {
		return nil, &RefusedError{Text: "Это не резервная копия РРО-формы", Damaged: true, Unreadable: true}
	}
	data, err := unpack(head)
	if err != nil {
		return nil, err
	}
	h, err := readHead(data)
	switch {
	case err != nil:
		return nil, err
	case h.Format == format1:
		return openOld(data, files)
	}
	return open(h, r, size, z.File, files)
}

// checkLimits checks the entries of a zip of this many bytes.
func checkLimits(list []*zip.File, whole int64) error {
	if len(list) > maxEntries {
		return refuse("В файле слишком много частей: %d, предел %d", len(list), maxEntries)
	}
	if zipdir.Overlap(list, whole) {
		return damaged("Резервная копия повреждена или скопирована не полностью")
	}
	var text, all uint64
	for _, f := range list {
		size := f.UncompressedSize64
		all += min(size, maxUnpacked+1)
		if strings.HasPrefix(f.Name, "tables/") {
			text += min(size, maxText+1)
		}
		switch {
		case badName(f.Name):
			return refuse("В файле недопустимое имя части: «%s»", f.Name)
		case size > maxText || size > maxFile && !strings.HasPrefix(f.Name, "tables/"):
			return refuse("Часть «%s» слишком велика: %d МБ, предел %d МБ", f.Name, size>>20, maxFile>>20)
		case size > minRatio && size/max(1, f.CompressedSize64) > maxRatio:
			return refuse("Часть «%s» сжата подозрительно сильно: предел — в %d раз", f.Name, maxRatio)
		}
	}
	switch {
	case text > maxText:
		return refuse("Записи в файле занимают больше %d МБ: это предел", maxText>>20)
	case text > minText && text/maxTextRatio > uint64(whole):
		return refuse("Записи в файле сжаты подозрительно сильно: предел — в %d раз", maxTextRatio)
	case all > maxUnpacked:
		return refuse("Распакованный файл занял бы больше %d ГБ: это предел", maxUnpacked>>30)
	}
	return nil
}

// badName reports whether a name could lead out of a folder. Names that we write
// never do.
func badName(name string) bool {
	return strings.Contains(name, "..") || strings.ContainsAny(name, "\\\x00:") || strings.HasPrefix(name, "/")
}

// open reads a backup in today's format.
func open(h Head, r io.ReaderAt, size int64, list []*zip.File, files map[string]*zip.File) (*Backup, error) {
	last, there := files[sumsName]
	if !there {
		return nil, damaged("Резервная копия повреждена: нет списка контрольных сумм")
	}
	data, err := unpack(last)
	if err != nil {
		return nil, err
	}
	var m sums
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, damaged("Резервная копия повреждена: не читается список контрольных сумм")
	}
	want := map[string]string{}
	for _, e := range m.Entries {
		want[e.Name] = e.SHA256
	}
	if len(want) != len(list)-1 || len(files) != len(list) {
		return nil, damaged("Резервная копия изменена: состав частей не тот, что записан в ней самой")
	}
	b := &Backup{Head: h, Content: m.Content, verify: func(step Step) error { return checkSeal(r, size, step) }}
	var text []*zip.File
	for _, f := range list {
		if f.Name == sumsName || f.Name == headName {
			continue
		}
		if table, key, ok := fileKey(f.Name); ok {
			b.Files = append(b.Files, zipFile(table, key, f, want[f.Name]))
			continue
		}
		if _, ok := tableOf(f.Name); !ok {
			return nil, damaged("Резервная копия изменена: в ней лишняя часть «%s»", f.Name)
		}
		text = append(text, f)
	}
	b.rows = func(take RowFunc) error {
		for _, f := range text {
			data, err := unpackSum(f, want[f.Name])
			if err != nil {
				return err
			}
			table, _ := tableOf(f.Name)
			if lost, err := eachRow(table, data, take); err != nil || lost > 0 {
				return orDamaged(err, f.Name)
			}
		}
		return nil
	}
	return b, nil
}

// zipFile returns the [File] for an entry with this SHA-256.
func zipFile(table, key string, f *zip.File, sum string) File {
	read := func() ([]byte, error) { return unpackSum(f, sum) }
	return File{table, key, int64(f.UncompressedSize64), read}
}

// orDamaged returns err, or the error for a damaged entry if err is nil.
func orDamaged(err error, name string) error {
	if err != nil {
		return err
	}
	return damaged("Резервная копия повреждена: не читается «%s»", name)
}

// eachRow calls take for each row of an entry whose sum is right and counts the
// others.
func eachRow(table string, data []byte, take RowFunc) (lost int, err error) {
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte{'\n'})
		data = rest
		sum, line, _ := bytes.Cut(line, []byte{'\t'})
		key, row, ok := bytes.Cut(line, []byte{'\t'})
		if !ok || string(sum) != hexSum(string(key), row) {
			lost++
			continue
		}
		if err := take(table, string(key), row); err != nil {
			return lost, err
		}
	}
	return lost, nil
}

func hexSum(key string, row []byte) string {
	n := rowSum(key, row)
	return hex.EncodeToString([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
}

// unpack reads an entry. Its size in the directory has passed the limits, and the
// zip reader reads no more than that. But the size may be false, so memory is
// allocated only as bytes arrive.
func unpack(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		const text = "Резервная копия упакована заново необычным способом (%s), который здесь не распаковывается. %s"
		return nil, refuse(text, zipdir.MethodName(f.Method), zipdir.PackAgain)
	}
	if err != nil {
		return nil, damaged("Резервная копия повреждена: не читается «%s»", f.Name)
	}
	defer in.Close()
	const first = 4 << 20
	data := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64, first)+bytes.MinRead))
	if _, err := data.ReadFrom(in); err != nil || uint64(data.Len()) != f.UncompressedSize64 {
		return nil, damaged("Резервная копия повреждена: не читается «%s»", f.Name)
	}
	return data.Bytes(), nil
}

// unpackSum is [unpack] with a check of the SHA-256.
func unpackSum(f *zip.File, want string) ([]byte, error) {
	data, err := unpack(f)
	if err != nil {
		return nil, err
	}
	if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != want {
		return nil, damaged("Резервная копия повреждена: не сходится «%s»", f.Name)
	}
	return data, nil
}
