package zipdir

import "fmt"

// methods are the names of the compression methods of zips that we cannot read, by
// number (APPNOTE.TXT of PKWARE, 4.4.5).
var methods = map[uint16]string{
	1: "Shrink", 2: "Reduce", 3: "Reduce", 4: "Reduce", 5: "Reduce", 6: "Implode",
	9: "Deflate64", 10: "PKWARE Implode", 12: "BZIP2", 14: "LZMA",
	16: "IBM CMPSC", 18: "IBM TERSE", 19: "IBM LZ77", 20: "Zstandard",
	93: "Zstandard", 94: "MP3", 95: "XZ", 96: "JPEG", 97: "WavPack", 98: "PPMd", 99: "шифрование AES",
}

// MethodName returns the usual name of a compression method.
func MethodName(method uint16) string {
	if name, known := methods[method]; known {
		return name
	}
	return fmt.Sprintf("№ %d", method)
}

// PackAgain says, in Russian, what to do with a zip whose method we cannot read.
const PackAgain = "Распакуйте архив и упакуйте снова как обычный ZIP: " +
	"в Проводнике «Отправить» → «Сжатая ZIP-папка», в 7-Zip метод сжатия Deflate"
