package finder

import (
	"strings"
	"sync"
)

// formulas are words that occur in any appeal (to ask, to report). They hardly say what
// the appeal is about, however rare they are in titles and phrases.
var formulas = stemSet(`прошу просим просит просят просьба сообщаю сообщаем сообщить сообщите подскажите скажите
разъяснить разъясните разъяснения объясните пояснить уточнить предоставить предоставьте представить направляем направляю
направить информацию информация сведения материалы помочь помогите помощи содействие принять меры примите разобраться
разберитесь считаю считаем предлагаю предлагаем требую требуем жалуюсь жалуемся обращаюсь обращаемся пишу хочу хотим
хотелось какие какой какая порядок нужны нужен нужно необходимо можно куда гражданин гражданина граждан
житель жители жителей`)

// formulaShare is the factor by which the rarity of such a word is reduced.
const formulaShare = 0.35

// stemSet returns the stems of words. It stems when first called, because stemming is
// slow.
func stemSet(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(text) {
			set[stem(w)] = true
		}
		return set
	})
}

// emphasis returns the weight of a word of a query compared with words of equal rarity.
// root is its stem.
func emphasis(root string) float32 {
	if formulas()[root] {
		return formulaShare
	}
	return 1
}
