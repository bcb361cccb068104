package table

import (
	"strings"
	"sync"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Outcome is what a result says: the status, and with it whether measures were
// taken where the word tells that too; nil = the word does not say.
type Outcome struct {
	Status       appeal.Status `json:"status"`
	ActionsTaken *bool         `json:"actionsTaken,omitempty"`
}

// Same reports whether both say the same.
func (o Outcome) Same(other Outcome) bool {
	return o.Status == other.Status && sameAnswer(o.ActionsTaken, other.ActionsTaken)
}

// Label is the outcome in words.
func (o Outcome) Label() string {
	info, _ := appeal.StatusOf(o.Status)
	switch {
	case o.ActionsTaken == nil:
		return info.Label
	case *o.ActionsTaken:
		return info.Label + ", меры приняты"
	}
	return info.Label + ", меры не приняты"
}

// OutcomeByLabel reads a result that is the label of a status.
func OutcomeByLabel(cell string) (Outcome, bool) {
	s, ok := StatusByLabel(cell)
	return Outcome{Status: s}, ok
}

// usualResults are results as СЭДs and journals word them, folded by init.
var usualResults = map[appeal.Status][]string{
	appeal.NotReceived:   {"не поступало", "ожидается"},
	appeal.NotRegistered: {"ожидает регистрации", "на регистрации"},
	appeal.InWork: {"на рассмотрении", "рассматривается", "в работе", "на исполнении", "не рассмотрено",
		"на контроле", "находится в работе"},
	appeal.InWorkExtended: {"продлено", "продлён", "срок продлён", "срок рассмотрения продлён", "продлён срок",
		"продлён срок рассмотрения", "продление срока"},
	appeal.Explained: {"даны разъяснения", "дано разъяснение", "разъяснения даны", "дан разъяснительный ответ",
		"разъяснение"},
	appeal.Supported: {"удовлетворено", "решено положительно", "положительно", "решено",
		"просьба удовлетворена", "поддержано полностью"},
	appeal.NotSupported: {"отказано", "отказ", "отклонено", "не удовлетворено", "решено отрицательно",
		"отрицательно"},
	appeal.Answered: {"дан ответ", "ответ дан", "дан ответ заявителю", "ответ направлен",
		"ответ направлен заявителю"},
	appeal.LeftWithoutAnswer: {"оставлено без ответа", "без ответа", "оставлено без ответа заявителю",
		"ответ не даётся", "оставлено без рассмотрения"},
	appeal.Transferred: {"направлено", "перенаправлено", "переадресовано", "переслано", "по компетенции",
		"перенаправлено по компетенции",
		"направлено по подведомственности", "по подведомственности", "переадресовано по компетенции"},
}

// Words that say of a result whether measures were taken; the longer ones and
// those that deny come first.
var measureWords = []struct {
	words string
	taken bool
}{
	{"без принятия мер", false}, {"меры не приняты", false}, {"мер не принято", false}, {"меры не принимались", false},
	{"с принятием мер", true}, {"приняты меры", true}, {"меры приняты", true}, {"меры были приняты", true},
}

var statusOfUsual = sync.OnceValue(func() map[string]appeal.Status {
	statuses := map[string]appeal.Status{}
	for status, list := range usualResults {
		for _, words := range list {
			statuses[classifier.Fold(words)] = status
		}
	}
	return statuses
})

// SuggestOutcome guesses what an own result means; without a status there is no
// guess. «Поддержано, меры приняты» says two things, and so does «Меры приняты»
// alone: the portal asks for measures where a question is supported only.
func SuggestOutcome(cell string) Outcome {
	f := classifier.Fold(cell)
	for _, m := range measureWords {
		before, after, found := strings.Cut(" "+f+" ", " "+m.words+" ")
		if !found {
			continue
		}
		rest := strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSpace(before), " и")+" "+after), " ")
		if rest == "" && !m.taken || rest != "" && suggestStatus(rest) != appeal.Supported {
			return Outcome{}
		}
		return Outcome{appeal.Supported, &m.taken}
	}
	return Outcome{Status: suggestStatus(f)}
}

// suggestStatus takes the usual words, or the label or the end of a label of
// one status, as «разъяснено» is of «Рассмотрено. Разъяснено».
func suggestStatus(folded string) appeal.Status {
	if s := statusOfUsual()[folded]; s != "" || folded == "" {
		return s
	}
	if s, ok := StatusByLabel(folded); ok {
		return s
	}
	found := appeal.Status("")
	for _, s := range appeal.Statuses {
		label := classifier.Fold(s.Label)
		if strings.HasSuffix(label, " "+folded) && !strings.HasSuffix(label, "не "+folded) {
			if found != "" {
				return ""
			}
			found = s.Status
		}
	}
	return found
}
