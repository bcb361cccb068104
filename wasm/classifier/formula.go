package classifier

import (
	"strings"
	"sync"
)

// formulas are words with which any appeal may begin. They say little about its
// subject, even if they are rare in titles and phrases.
var formulas = stemSet(`прошу просим просит просят просьба сообщаю сообщаем сообщить сообщите подскажите скажите
разъяснить разъясните разъяснения объясните пояснить уточнить предоставить предоставьте представить направляем направляю
направить информацию информация сведения материалы помочь помогите помощи содействие принять меры примите разобраться
разберитесь считаю считаем предлагаю предлагаем требую требуем жалуюсь жалуемся обращаюсь обращаемся пишу хочу хотим
хотелось какие какой какая порядок нужны нужен нужно необходимо можно куда гражданин гражданина граждан житель жители
жителей`)

// formulaShare is the share of its rarity that such a word keeps.
const formulaShare = 0.35

// stemSet stems the words at its first call, because stemming is slow.
func stemSet(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(text) {
			set[stem(w)] = true
		}
		return set
	})
}

// emphasis returns the factor for a word of a query; root is its stem.
func emphasis(root string) float32 {
	if formulas()[root] {
		return formulaShare
	}
	return 1
}
