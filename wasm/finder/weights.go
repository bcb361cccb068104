package finder

// weights are the factors of the parts of a score. `make eval` shows the effect of a change.
var weights = struct {
	bag, sentence                float64
	phrase, second, theme, cover float32
	behind, sub, learned         float32
}{bag: 0.4, phrase: 0.8, second: 0.6, theme: 0.12, cover: 0.5, behind: 0.5, sub: 0.3, learned: 2, sentence: 0.5}
