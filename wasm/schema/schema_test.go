package schema

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"rroform/wasm/appeal"
)

func TestEmbeddedProfileFits(t *testing.T) {
	data, err := os.ReadFile("../../static/format.json")
	if err != nil {
		t.Fatal(err)
	}
	if v := Validate(Profile, data); len(v) > 0 {
		t.Errorf("static/format.json: %v", v)
	}
}

// TestStatusTable compares the published schema with the table of statuses: the
// schema must require each field that a status requires and refuse each that it
// does not allow.
func TestStatusTable(t *testing.T) {
	const day = "2026-10-05"
	values := map[string]any{
		"incomingDate":     day,
		"registrationDate": day,
		"responseDate":     day,
		"actionsTaken":     true,
		"attachment":       map[string]any{"name": "a.pdf", "content": "AAAA"},
		"transfer":         map[string]any{"departmentId": department, "transferDate": day, "transferNumber": "1"},
	}
	for _, row := range appeal.Statuses {
		needs := map[string]appeal.Need{
			"incomingDate": row.Incoming, "registrationDate": row.Registration, "responseDate": row.Response,
			"actionsTaken": row.Measures, "attachment": row.File, "transfer": row.Transfer,
		}
		right := map[string]any{"code": "0003.0009.0097.0694", "status": row.Status}
		for field, need := range needs {
			if need == appeal.Required {
				right[field] = values[field]
			}
		}
		if v := Validate(Entry, entry(t, right)); len(v) > 0 {
			t.Errorf("%s with what it requires: %v", row.Status, v)
		}
		for field, need := range needs {
			q := map[string]any{}
			for k, v := range right {
				q[k] = v
			}
			if _, there := q[field]; there {
				delete(q, field)
			} else {
				q[field] = values[field]
			}
			if fits := len(Validate(Entry, entry(t, q))) == 0; fits != (need == appeal.Optional) {
				t.Errorf("%s with %s toggled (need %s): fits = %v", row.Status, field, need, fits)
			}
		}
	}
}

const department = "89729055-843A-4EEB-88E1-71535B245D6F"

// entry returns an archive entry with one question.
func entry(t *testing.T, question map[string]any) []byte {
	t.Helper()
	data, err := json.Marshal(map[string]any{
		"departmentId": department, "isDirect": true, "format": "Other",
		"number": "1", "name": "Иванов", "questions": []any{question},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestWords: every violation is in Russian and names the place.
func TestWords(t *testing.T) {
	latin := regexp.MustCompile(`[a-z]{3,}`)
	allowed := regexp.MustCompile(`«[^»]*»|JSON|GUID|base64|true|false`)
	for _, c := range []struct{ name, schema, doc, want string }{
		{"cut", "entry", `{"a": `, "это не JSON: текст обрывается"},
		{"no JSON", "entry", `hello`, "это не JSON: ошибка на 1-м байте"},
		{"two documents", "entry", `{} {}`, "после конца записи есть лишний текст"},
		{"list at the top", "entry", `[]`, "значение другого вида (нужен объект)"},
		{"missing", "entry", `{"isDirect":true,"format":"Other","number":"1","name":"И",` +
			`"questions":[{"code":"0003.0009.0097.0694","status":"NotReceived"}]}`,
			"нет обязательного поля «departmentId»"},
		{"empty number", "entry", string(with(t, "number", " ")), "/number: пусто"},
		{"string for a boolean", "entry", string(with(t, "isDirect", "true")),
			"/isDirect: значение другого вида (нужно true или false)"},
		{"no such format", "entry", string(with(t, "format", "Paper")), "/format: недопустимое значение"},
		{"no such day", "entry", string(with(t, "createDate", "2026-02-30")), "/createDate: такой даты нет"},
		{"no questions", "entry", string(with(t, "questions", []any{})), "/questions: список пуст"},
		{"GUID", "entry", string(with(t, "departmentId", "1")), "/departmentId: нужен идентификатор (GUID)"},
		{"stray key", "profile", `{"x":1}`, ""},
	} {
		name := Entry
		if c.schema == "profile" {
			name = Profile
		}
		got := Validate(name, []byte(c.doc))
		if len(got) == 0 {
			t.Errorf("%s: fits", c.name)
			continue
		}
		if c.want != "" && got[0].String() != c.want {
			t.Errorf("%s: %q, want %q", c.name, got[0], c.want)
		}
		for _, v := range got {
			if w := latin.FindString(allowed.ReplaceAllString(v.Text, "")); w != "" {
				t.Errorf("%s: English word %q in %q", c.name, w, v.Text)
			}
		}
	}
}

// with returns an archive entry with one field changed.
func with(t *testing.T, key string, value any) []byte {
	t.Helper()
	doc := map[string]any{}
	question := map[string]any{"code": "0003.0009.0097.0694", "status": "NotReceived"}
	if err := json.Unmarshal(entry(t, question), &doc); err != nil {
		t.Fatal(err)
	}
	doc[key] = value
	data, _ := json.Marshal(doc)
	return data
}
