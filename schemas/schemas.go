// Package schemas embeds the published JSON Schemas (draft 2020-12).
package schemas

import "embed"

// Base is the absolute address that the $id of every schema begins with.
// Relative ids do not work in js/wasm: the schema library resolves them against
// the working directory, and a browser has none.
const Base = "https://rroform.invalid/schemas/"

// FS holds the *.schema.json files.
//
//go:embed *.schema.json
var FS embed.FS
