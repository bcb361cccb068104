package schema

import "testing"

// A keyword that nobody would judge by is an error, wherever it stands.
func TestCompileRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"not JSON": `{`, "unknown keyword": `{"maxItems": 1}`, "… inside": `{"properties": {"a": {"oneOf": []}}}`, "true": `true`,
		"unknown format": `{"format": "email"}`, "lost reference": `{"items": {"$ref": "#/$defs/a"}}`, "bad pattern": `{"pattern": "("}`,
		"two types": `{"type": ["string", "null"]}`,
	} {
		if _, err := compile([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
