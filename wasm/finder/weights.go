package finder

// weights are the factors of the parts of a score. `make eval` shows the effect of a change.
var weights = struct {
	bag, sentence                float64
	phrase, second, theme, cover float32
	behind, sub, learned         float32
	// see habits.go
	habit, themeHabit, usual float64
}{bag: 0.4, phrase: 2, second: 1.5, theme: 0.25, cover: 0.5, behind: 0.5, sub: 0.3, learned: 5, sentence: 0.5,
	habit: 0.1, themeHabit: 0.03, usual: 0.1}
