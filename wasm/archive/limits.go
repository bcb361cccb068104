package archive

import (
	"archive/zip"
	"fmt"
	"path"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/charset"
	"rroform/wasm/pattern"
	"rroform/wasm/zipdir"
)

// Limits protect against hostile files. A file that exceeds one is refused as a
// whole, with an error that names the limit.
type Limits struct {
	Entries int   // files in an archive
	Entry   int64 // bytes of one, unpacked
	Total   int64 // bytes of all, unpacked
	Ratio   int64 // unpacked to packed bytes, of files above 1 MB
}

// Usual are far above any real archive of this kind: parts made by the program ЛАРМ
// have 50 to 100 MB, and answer files are below 10 MB each.
var Usual = Limits{Entries: 100_000, Entry: 64 << 20, Total: 1 << 30, Ratio: 200}

// Held are for archives whose whole content is in memory at once.
var Held = Limits{Entries: 100_000, Entry: 64 << 20, Total: 192 << 20, Ratio: 200}

// Sample are for an archive with one small file.
var Sample = Limits{Entries: 100, Entry: 1 << 20, Total: 4 << 20, Ratio: 200}

// small: files up to this size may have any compression ratio.
const small = 1 << 20

// bulk: small files up to this total size may have any compression ratio.
const bulk = 64 << 20

// check checks the directory of a zip, before anything is unpacked.
func (l Limits) check(files []*zip.File, packed int64) error {
	if len(files) > l.Entries {
		return &OpenError{fmt.Sprintf("В архиве слишком много файлов: %d (ограничение — %d). Архив не открыт",
			len(files), l.Entries)}
	}
	if zipdir.Overlap(files, packed) {
		return &OpenError{"Файлы в архиве занимают больше места, чем сам архив (ограничение на размер сжатых " +
			"данных): так делают «архивные бомбы». Архив не открыт"}
	}
	total := int64(0)
	for _, f := range files {
		name := shownName(f.Name)
		if f.Flags&1 != 0 {
			return &OpenError{"Архив зашифрован: файл «" + name + "» нельзя прочитать без пароля. Так сохраняет " +
				"архивы ЛАРМ с включённым шифрованием: сформируйте архив без него или распакуйте его в той " +
				"программе, которая его создала"}
		}
		if why := badName(charset.Name(f.Name)); why != "" {
			return &OpenError{fmt.Sprintf("Имя файла «%s» в архиве — %s (ограничение на имена файлов). Архив не открыт",
				name, why)}
		}
		size := int64(min(f.UncompressedSize64, 1<<62))
		total += size
		switch {
		case size > l.Entry:
			return l.tooLarge(name)
		case size > small && size/l.Ratio > int64(f.CompressedSize64):
			return &OpenError{fmt.Sprintf("Файл «%s» сжат больше чем в %d раз (ограничение на степень сжатия): так "+
				"делают «архивные бомбы». Архив не открыт", name, l.Ratio)}
		case total > l.Total || total < 0:
			return l.tooMuch()
		case total > bulk && total/l.Ratio > packed:
			return &OpenError{fmt.Sprintf("Содержимое архива сжато больше чем в %d раз (ограничение на степень "+
				"сжатия): так делают «архивные бомбы». Архив не открыт", l.Ratio)}
		}
	}
	return nil
}

// shownName returns a file name as text for the user, with invisible characters made
// visible.
func shownName(name string) string { return appeal.Visible(charset.Name(name)) }

var drive = pattern.Of(`^[A-Za-z]:`)

// badName returns, in Russian, why a name could lead out of a folder, "" if it could
// not. Some programs separate folders by \.
func badName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	switch {
	case strings.HasPrefix(name, "/"):
		return "путь от корня диска"
	case drive().MatchString(name):
		return "путь с буквой диска"
	case strings.ContainsRune(name, 0):
		return "в имени есть нулевой знак"
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return "путь наружу, через «..»"
		}
	}
	return ""
}

// IsEntry reports whether a file is meant as an entry. The portal accepts .json only.
func IsEntry(name string) bool {
	return strings.EqualFold(path.Ext(strings.ReplaceAll(name, `\`, "/")), ".json")
}

// IsZip reports whether the bytes begin as a zip. Zips inside a zip are not opened.
func IsZip(data []byte) bool {
	return strings.HasPrefix(string(data[:min(4, len(data))]), "PK\x03\x04")
}
