package charset

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// sample is how many bytes [likely] looks at.
const sample = 256 << 10

// pairs are the letters that most often follow one another in Russian texts.
var pairs = sync.OnceValue(func() map[[2]rune]bool {
	set := map[[2]rune]bool{}
	for p := range strings.FieldsSeq(`
		ст но то на ен ов ни ра во ко ро по пр ос ал ре ли го ка не та ер ел ол ль от ор ан ла да де ит те
		ть ат он ло об ин ом ес ве мо ри ам за вы ет ны ие ия ий ый ог ой им ых их ем ва ду со ск ис до дн
		од ле ил ас ме си ки ви вн нн ну ук ру ма па тр пе се че ча ще же жи зн из ии ев ус уп иц ая ае аю
		щи ще бр ащ ще ны им ич на ня ям ми ул ум мн`) {
		r := []rune(p)
		set[[2]rune{r[0], r[1]}] = true
	}
	return set
})

// likely tells which old encoding makes Russian of the bytes. In doubt, as in
// a file of two letters, it is Windows-1251.
func likely(data []byte) Encoding {
	data = data[:min(len(data), sample)]
	best, most := Windows1251, score(data, tables[Windows1251])+1
	for _, in := range Choices {
		if t, old := tables[in]; old && in != best {
			if like := score(data, t); like > most {
				best, most = in, like
			}
		}
	}
	return best
}

// score is how much like Russian the text is: usual pairs of letters count for
// it; rare ones, signs that no text has, and a capital behind a small letter
// count against it.
func score(data []byte, in *charmap.Charmap) float64 {
	usual, score, before := pairs(), 0.0, rune(0)
	for _, b := range data {
		r := in.DecodeByte(b)
		switch letter, was := unicode.Is(unicode.Cyrillic, r), unicode.Is(unicode.Cyrillic, before); {
		case letter && was && unicode.IsUpper(r) && unicode.IsLower(before):
			score -= 2
		case letter && was && usual[[2]rune{unicode.ToLower(before), unicode.ToLower(r)}]:
			score++
		case letter && was:
			score -= 0.5
		case letter && !russian(r):
			score -= 2
		case !letter && b >= 0x80 && !strings.ContainsRune("«»№–—…“”„’ \u00A0", r) && !frame(r):
			score -= 2
		}
		before = r
	}
	return score
}

func russian(r rune) bool { return 'А' <= r && r <= 'я' || r == 'Ё' || r == 'ё' }

// frame reports whether r draws the lines of a table, as programs of DOS did.
func frame(r rune) bool { return 0x2500 <= r && r < 0x25A0 }
