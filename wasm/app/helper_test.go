package app_test

import (
	"encoding/base64"
	"testing"

	"rroform/wasm/archive"
	"rroform/wasm/rules"
)

// zipFile packs files, given as name and text in turn.
func zipFile(t *testing.T, namesAndTexts ...string) []byte {
	t.Helper()
	var entries []archive.Packed
	for i := 0; i < len(namesAndTexts); i += 2 {
		p, err := archive.Pack(namesAndTexts[i], []byte(namesAndTexts[i+1]))
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, p)
	}
	data, err := archive.Assemble(entries)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func ruleIs(code string) func(rules.Finding) bool {
	return func(f rules.Finding) bool { return f.Rule == code }
}

func base64Of(data []byte) string { return base64.StdEncoding.EncodeToString(data) }
