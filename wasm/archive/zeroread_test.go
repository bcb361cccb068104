package archive

import (
	"encoding/json"
	"testing"

	"rroform/static"
	"rroform/wasm/appeal"
)

const someBody = "89729055-843A-4EEB-88E1-71535B245D6F"

func TestReadZero(t *testing.T) {
	october := appeal.Month{Year: 2026, Month: 10}
	for _, c := range []struct {
		name, text string
		want       Zero
		is         bool
	}{
		{"names of ours", `{"departmentId":"` + someBody + `","year":2026,"month":10}`, Zero{someBody, october}, true},
		{"texts for numbers", `{"departmentId":"` + someBody + `","year":"2026","month":"10"}`, Zero{someBody, october},
			true},
		{"with a mark", "\xef\xbb\xbf" + `{"DepartmentId":"` + someBody + `","Year":2026,"Month":10}`,
			Zero{someBody, october}, true},
		{"a date of the month", `{"departmentId":"` + someBody + `","reportDate":"2026-10-31T00:00:00Z"}`,
			Zero{someBody, october}, true},
		{"made in the month after", `{"created":"2026-11-02","departmentId":"` + someBody + `","period":"10.2026"}`,
			Zero{someBody, october}, true},
		{"inside of another object", `{"organ":{"id":"` + someBody +
			`"},"period":{"year":2026,"month":10},"questions":[]}`, Zero{someBody, october}, true},
		{"no body", `{"year":2026,"month":10,"noRequests":true}`, Zero{"", october}, true},
		{"an appeal", `{"departmentId":"` + someBody +
			`","number":"1-ОГ","createDate":"2026-10-05","questions":[{"code":"0001.0001.0001.0001"}]}`, Zero{}, false},
		{"an appeal without questions", `{"departmentId":"` + someBody + `","number":"1-ОГ","createDate":"2026-10-05"}`,
			Zero{}, false},
		{"a month that there is not", `{"departmentId":"` + someBody + `","year":2026,"month":13}`, Zero{}, false},
		{"a date alone", `{"date":"2026-10-31"}`, Zero{}, false},
		{"a list", `[{"year":2026,"month":10}]`, Zero{}, false},
		{"no JSON", `октябрь 2026`, Zero{}, false},
	} {
		if got, is := ReadZero([]byte(c.text)); is != c.is || is && got != c.want {
			t.Errorf("%s: %+v, %v", c.name, got, is)
		}
	}
}

// ReadZero reads what RenderZero writes with the built-in template, for every month.
func TestReadZeroOfOurs(t *testing.T) {
	var builtin appeal.FormatProfile
	if err := json.Unmarshal(static.Format(), &builtin); err != nil {
		t.Fatal(err)
	}
	for m := (appeal.Month{Year: 2025, Month: 1}); m.Year < 2027; m = m.Next() {
		text, err := RenderZero(builtin.ZeroReport.Template, someBody, m)
		if err != nil {
			t.Fatal(err)
		}
		if got, is := ReadZero(text); !is || got != (Zero{someBody, m}) {
			t.Errorf("%s: %+v, %v", m, got, is)
		}
	}
}
