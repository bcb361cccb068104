package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// stampMark is the placeholder of the build stamp in the bundles. The stamp is computed
// from the bundles with the placeholder, so it depends on everything else in them.
const stampMark = "0RROFORM0BUILD0"

// computeStamp returns the stamp of a build. Page, worker and core contain it and refuse
// to work together if it differs. It is computed from the sources, not from the compiled
// core, because the core contains it too.
func computeStamp(root, goVersion string, coreFiles []string, texts ...string) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s\n", Version, goVersion)
	for _, name := range coreFiles {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("stamp: %w", err)
		}
		short, err := filepath.Rel(root, name) // so that another checkout gives the same stamp
		if err != nil {
			return "", fmt.Errorf("stamp: %w", err)
		}
		fmt.Fprintf(h, "%s %x\n", filepath.ToSlash(short), sha256.Sum256(data))
	}
	for _, text := range texts {
		fmt.Fprintf(h, "%x\n", sha256.Sum256([]byte(text)))
	}
	return hex.EncodeToString(h.Sum(nil))[:12], nil
}

// putStamp replaces the placeholder, which must be in the text.
func putStamp(name, text, stamp string) (string, error) {
	if !strings.Contains(text, stampMark) {
		return "", fmt.Errorf("%s does not carry the build stamp", name)
	}
	return strings.ReplaceAll(text, stampMark, stamp), nil
}
