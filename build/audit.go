package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
)

// runAudit asks npm's registry for known vulnerabilities of the packages in the page and
// of the benchmark's peers. If the registry cannot be reached or does not support the
// request, runAudit prints a note and passes.
func runAudit(root string) error {
	for _, dir := range []string{"web", peersDir} {
		if err := audit(root, dir); err != nil {
			return err
		}
	}
	return nil
}

func audit(root, dir string) error {
	cmd := exec.Command("npm", "audit", "--omit=dev", "--package-lock-only", "--json")
	cmd.Dir = filepath.Join(root, dir)
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		return fmt.Errorf("npm audit in %s: %w", dir, err)
	}
	note, err := judgeAudit(out.Bytes())
	if err == nil {
		fmt.Println(dir+":", note)
	}
	return err
}

// judgeAudit reads the output of npm audit. It returns a note if the registry did not
// answer.
func judgeAudit(answer []byte) (note string, _ error) {
	var said struct {
		Message  string
		Metadata *struct {
			Vulnerabilities map[string]int
		}
		Vulnerabilities map[string]struct{ Severity string }
	}
	if err := json.Unmarshal(answer, &said); err != nil || said.Metadata == nil {
		return fmt.Sprintf("NOTE: npm packages were NOT checked, npm audit cannot reach its data: %s", said.Message),
			nil
	}
	if n := said.Metadata.Vulnerabilities["total"]; n > 0 {
		return "", fmt.Errorf("npm audit: %d known vulnerabilities: %v", n, said.Vulnerabilities)
	}
	return "npm audit: no known vulnerabilities", nil
}
