package main

import (
	"strings"
	"testing"
)

func TestJudgeAudit(t *testing.T) {
	for answer, want := range map[string]string{
		`{"vulnerabilities":{},"metadata":{"vulnerabilities":{"total":0}}}`: "no known",
		`{"vulnerabilities":{"x":{"severity":"low"}},` +
			`"metadata":{"vulnerabilities":{"low":1,"total":1}}}`: "",
		`{"message":"405 Method Not Allowed","statusCode":405}`: "NOT checked",
		``: "NOT checked",
	} {
		note, err := judgeAudit([]byte(answer))
		if (err != nil) != (want == "") || !strings.Contains(note, want) {
			t.Errorf("%s: %q, %v", answer, note, err)
		}
	}
}
