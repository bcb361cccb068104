package appeal

import "testing"

func TestHidden(t *testing.T) {
	for s, want := range map[string]string{
		"":                       "",
		"А26-00-1, «Иванов» № 5": "А26-00-1, «Иванов» № 5",
		"две\nстроки\tи знак":    "две\nстроки\tи знак",
		"Ответ\u202Efdp.exe":     "Ответ[U+202E]fdp.exe",
		"1\u200B-О\u00ADГ":       "1[U+200B]-О[U+00AD]Г",
		"а\x00б\u2066в\uFEFF":    "а[U+0000]б[U+2066]в[U+FEFF]",
		"\u3164\uFFFF\U000E0041": "[U+3164][U+FFFF][U+E0041]",
		"ё й\u00a0👍":             "ё й\u00a0👍",
	} {
		if got := Visible(s); got != want {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
	}
	if got := WithoutHidden("1\u200B-О\u00ADГ\n2"); got != "1-ОГ\n2" {
		t.Errorf("%q", got)
	}
}
