package table

import (
	"strings"
	"sync"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Outcome is the meaning of a result. ActionsTaken is nil if the text does not mention measures.
type Outcome struct {
	Status       appeal.Status `json:"status"`
	ActionsTaken *bool         `json:"actionsTaken,omitempty"`
}

// Same reports whether o and other have the same status and the same ActionsTaken.
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

// OutcomeByLabel finds the status whose label, or name on the portal, is the text of the cell.
func OutcomeByLabel(cell string) (Outcome, bool) {
	s, ok := StatusByLabel(cell)
	return Outcome{Status: s}, ok
}

// usualResults are wordings of results in other programs. statusOfUsual folds them at first use.
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

// measureWords say whether measures were taken. The first that is found counts: denials come first.
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

// SuggestOutcome guesses the meaning of a result in the clerk's own words. An empty status = no guess. Words about
// measures are accepted only with [appeal.Supported]; «Меры приняты» alone implies it.
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

// suggestStatus finds a status by usual words, by its label, or by the end of only one label: «разъяснено» is the end
// of «Рассмотрено. Разъяснено».
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
