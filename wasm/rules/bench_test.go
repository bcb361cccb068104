package rules

import (
	"testing"

	"rroform/wasm/appeal"
)

// BenchmarkCheck checks an appeal of five questions with one or two findings.
func BenchmarkCheck(b *testing.B) {
	ap := appeal.Appeal{ID: "1", IsDirect: true, Format: appeal.Other, Number: "1-ОГ", Name: "Иванов Иван Иванович",
		Address:    "г. Калуга, ул. Циолковского, д.8",
		CreateDate: "2026-10-05", IncomingDate: "2026-10-05", RegistrationDate: "2026-10-06"}
	for range 5 {
		ap.Questions = append(ap.Questions,
			appeal.Question{Code: "0003.0009.0097.0694", Status: appeal.Explained, ResponseDate: "2026-10-20"})
	}
	env := &Env{Today: "2026-11-22", Profile: appeal.Profile{DepartmentID: "89729055-843A-4EEB-88E1-71535B245D6F"},
		Format: appeal.FormatProfile{Levels: map[string]appeal.Level{"B-40": appeal.Off}},
		Code:   func(string) CodeVerdict { return CodeVerdict{Kind: CodeOK} }}
	b.ReportAllocs()
	for b.Loop() {
		Check(Subject{Appeal: &ap}, env)
	}
}
