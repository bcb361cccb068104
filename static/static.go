// Package static embeds the data files of the program. It returns their bytes;
// the packages that read them know what they mean. See CLASSIFIER.md.
package static

import (
	_ "embed"
	"strings"
)

// ClassifierEdition is the edition of [Classifier], дд.мм.гггг as the official
// title page writes it.
const ClassifierEdition = "31.10.2025"

// ClassifierSource names where [Classifier] comes from. An official state
// document is not an object of copyright (ГК РФ ст. 1259 п. 6).
const ClassifierSource = "Типовой общероссийский тематический классификатор обращений граждан, организаций и " +
	"общественных объединений"

//go:embed classifier.tsv
var classifier []byte

// Classifier returns the thematic classifier: UTF-8 TSV with a header line
// (code, title, parent, level), in document order. Titles keep the official
// misprints. The bytes are shared: read them only.
func Classifier() []byte { return classifier }

//go:embed lexicon.bin
var lexicon []byte

// Lexicon returns what people say for each вопрос, with the stems of all
// words: phrases.tsv, requests.tsv, real requests and the titles as `go run ./build
// lexicon` compiles them (finder.DecodeLexicon). The bytes are shared: read them only.
func Lexicon() []byte { return lexicon }

//go:embed habits.tsv
var habits []byte

// Habits returns how often codes are chosen (finder.ParseHabits), as `go run ./build
// lexicon` counts. The bytes are shared: read them only.
func Habits() []byte { return habits }

//go:embed format.json
var format []byte

// Format returns the built-in format profile (schemas/profile.schema.json).
func Format() []byte { return format }

//go:embed words.txt
var words string

// Words returns the words of which passphrases are proposed: 256 common nouns,
// so that each adds eight bits.
func Words() []string { return strings.Fields(words) }

//go:embed common.txt
var common string

// CommonPassphrases returns what passphrases are made of most often, in lower
// case: words, and Russian words typed on Latin keys.
func CommonPassphrases() []string { return strings.Fields(common) }
