package packs

import (
	"encoding/json"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
)

// CheckFormat decodes a format profile and returns everything that is wrong in it.
func CheckFormat(data []byte, into *appeal.FormatProfile) []schema.Violation {
	wrong := schema.Validate(schema.Profile, data)
	if len(wrong) > 0 {
		return wrong
	}
	if err := json.Unmarshal(data, into); err != nil {
		return []schema.Violation{{Text: "не читается"}}
	}
	if text := archive.CheckTemplate(into.ZeroReport.Template); text != "" {
		wrong = append(wrong, schema.Violation{Path: "/zeroReport/template", Text: text})
	}
	for code := range into.Levels {
		if _, known := rules.ByCode(code); !known {
			wrong = append(wrong, schema.Violation{Path: "/levels/" + code, Text: "такого правила нет"})
		}
	}
	return wrong
}
