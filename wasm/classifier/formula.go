package classifier

import (
	"strings"
	"sync"
)

// formulas are the words that any appeal may begin with: they hardly tell what
// it is about, however rare they are in titles and phrases.
var formulas = stemSet(`прошу просим просит просят просьба сообщаю сообщаем сообщить сообщите подскажите скажите
разъяснить разъясните разъяснения объясните пояснить уточнить предоставить предоставьте представить направляем направляю
направить информацию информация сведения материалы помочь помогите помощи содействие принять меры примите разобраться
разберитесь считаю считаем предлагаю предлагаем требую требуем жалуюсь жалуемся обращаюсь обращаемся пишу хочу хотим
хотелось какие какой какая порядок нужны нужен нужно необходимо можно куда гражданин гражданина граждан житель жители жителей`)

// formulaShare is what is left of such a word's rarity.
const formulaShare = 0.35

// stemSet stems words when it is first asked: stemming is slow.
func stemSet(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(text) {
			set[stem(w)] = true
		}
		return set
	})
}

// emphasis is how much a word of a query counts against others as rare; root
// is its stem.
func emphasis(root string) float32 {
	if formulas()[root] {
		return formulaShare
	}
	return 1
}
