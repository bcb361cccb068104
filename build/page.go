package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
)

// parts are the parts of the page.
type parts struct {
	shell  string // web/index.html with its {{places}}
	style  string
	boot   string
	page   string
	worker string
	script []byte // page, packed
	core   []byte // packed
	stamp  string
}

// assemble fills the placeholders of the shell. The shell has what the user sees first at
// the beginning, and the megabytes of the core at the end.
func assemble(p parts) (string, error) {
	places := []string{
		"csp", policy([]string{p.boot, p.page, p.worker}, p.style),
		"style", p.style,
		"build", p.stamp,
		"boot", p.boot,
		"page", base64.StdEncoding.EncodeToString(p.script),
		"worker", p.worker,
		"core", base64.StdEncoding.EncodeToString(p.core),
	}
	for i := 0; i < len(places); i += 2 {
		places[i] = "{{" + places[i] + "}}"
		if n := strings.Count(p.shell, places[i]); n != 1 {
			return "", fmt.Errorf("index.html holds %s %d times instead of once", places[i], n)
		}
	}
	return strings.NewReplacer(places...).Replace(p.shell), nil
}

// policy returns a Content-Security-Policy that allows these scripts, this style and no
// network. The worker's script is among the scripts because the page runs it itself if the
// browser refuses workers.
func policy(scripts []string, style string) string {
	sources := make([]string, 0, len(scripts)+1)
	for _, script := range scripts {
		sources = append(sources, hashSource(script))
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + strings.Join(append(sources, "'wasm-unsafe-eval'"), " "),
		"worker-src blob:",
		"style-src " + hashSource(style),
		"img-src data: blob:",
		"form-action 'none'",
		"base-uri 'none'",
	}, "; ")
}

func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
