package rules

import (
	"strings"

	"rroform/wasm/appeal"
)

var archiveRules = []Rule{
	{Code: "B-42", Level: appeal.Error, Field: "entries", Text: "В архиве есть файлы, которые портал не примет",
		Hint:   "Раздел РРО принимает архивы только с файлами JSON. Уберите остальные файлы из архива.",
		Source: "001:146", check: func(c *checker) {
			var foreign []string
			for _, name := range c.Entries {
				if !strings.HasSuffix(strings.ToLower(name), ".json") {
					foreign = append(foreign, name)
				}
			}
			if len(foreign) > 0 {
				c.hit("entries", some(foreign), nil)
			}
		}},
}
