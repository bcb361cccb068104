package charset

import (
	"strings"
	"unicode/utf8"
)

// table is the upper half, 0x80 … 0xFF, of an encoding that has a byte a
// letter; the lower is ASCII. golang.org/x/text would cost the page 29 KB for
// four of them; a test compares them with its own.
type table string

const (
	windows1251 table = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї" +
		"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
	cp866 table = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп" +
		"░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0"
	koi8r table = "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©" +
		"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
	mac table = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ" +
		"јЅ¬√ƒ≈∆«»…\u00A0ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€"
)

// tables are the encodings of a byte a letter.
var tables = map[Encoding]table{Windows1251: windows1251, CP866: cp866, KOI8R: koi8r, Mac: mac}

func (t table) text(data []byte) string {
	upper := []rune(string(t))
	var out strings.Builder
	out.Grow(2 * len(data)) // a Cyrillic letter has two bytes
	for _, b := range data {
		if b < utf8.RuneSelf {
			out.WriteByte(b)
		} else {
			out.WriteRune(upper[b-utf8.RuneSelf])
		}
	}
	return out.String()
}
