package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// bom is a CycloneDX 1.5 document. Components from npm stay as npm writes them.
type bom struct {
	Schema      string            `json:"$schema"`
	Format      string            `json:"bomFormat"`
	SpecVersion string            `json:"specVersion"`
	Version     int               `json:"version"`
	Metadata    bomMetadata       `json:"metadata"`
	Components  []json.RawMessage `json:"components"`
}

type bomMetadata struct {
	Component bomComponent `json:"component"`
}

type bomComponent struct {
	Ref     string    `json:"bom-ref"`
	Type    string    `json:"type"`
	Name    string    `json:"name"`
	Version string    `json:"version"`
	Purl    string    `json:"purl,omitempty"`
	Hashes  []bomHash `json:"hashes,omitempty"`
}

type bomHash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}

// sbom lists what is in the page: npm packages by `npm sbom`, Go modules by the core's
// build info, and Go itself. It has no time and no serial number, which would differ in
// each build.
func sbom(root string, b *built, modules []*debug.Module) ([]byte, error) {
	cmd := exec.Command("npm", "sbom", "--omit=dev", "--package-lock-only", "--sbom-format=cyclonedx")
	cmd.Dir = filepath.Join(root, "web")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("npm sbom: %w\n%s", err, stderr.String())
	}
	var doc bom
	if err := json.Unmarshal(out, &doc); err != nil || len(doc.Components) == 0 {
		return nil, fmt.Errorf("npm sbom: %d components, %w", len(doc.Components), err)
	}
	doc.Version = 1
	doc.Metadata.Component = bomComponent{"rroform@" + Version, "application", "rroform", Version, "",
		[]bomHash{{"SHA-256", hexSum([]byte(b.html))}}}
	goVersion, err := goEnv(root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	number := strings.TrimPrefix(goVersion, "go")
	goParts := []bomComponent{{"golang@" + number, "platform", "Go", number, "pkg:golang/std@" + number, nil}}
	for _, m := range modules {
		sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:"))
		if err != nil {
			return nil, fmt.Errorf("sum of %s: %w", m.Path, err)
		}
		purl := "pkg:golang/" + m.Path + "@" + m.Version
		goParts = append(goParts,
			bomComponent{purl, "library", m.Path, m.Version, purl, []bomHash{{"SHA-256", hex.EncodeToString(sum)}}})
	}
	for _, c := range goParts {
		text, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		doc.Components = append(doc.Components, text)
	}
	return json.MarshalIndent(doc, "", "  ")
}
