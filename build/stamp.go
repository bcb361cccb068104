package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// stampMark is replaced in the bundles by the stamp. The stamp is computed from
// the bundles while they still have the mark, so it depends on all their content.
const stampMark = "0RROFORM0BUILD0"

// computeStamp names a build: page, worker and core carry it and refuse to
// work with each other when it differs. It covers the sources and not the
// compiled core, because the core carries it too.
func computeStamp(root, goVersion string, coreFiles []string, texts ...string) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s\n", Version, goVersion)
	for _, name := range coreFiles {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("stamp: %w", err)
		}
		short, err := filepath.Rel(root, name) // another checkout gives the same stamp
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

// putStamp replaces the mark, which must be there.
func putStamp(name, text, stamp string) (string, error) {
	if !strings.Contains(text, stampMark) {
		return "", fmt.Errorf("%s does not carry the build stamp", name)
	}
	return strings.ReplaceAll(text, stampMark, stamp), nil
}
