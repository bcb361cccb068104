package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
)

// runAudit asks npm's registry for known vulnerabilities of the packages that
// go into the page. A registry out of reach, or one that does not know the
// question, can say nothing: that is told and let pass.
func runAudit(root string) error {
	cmd := exec.Command("npm", "audit", "--omit=dev", "--package-lock-only", "--json")
	cmd.Dir = filepath.Join(root, "web")
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		return fmt.Errorf("npm audit: %w", err)
	}
	note, err := judgeAudit(out.Bytes())
	if err == nil {
		fmt.Println(note)
	}
	return err
}

// judgeAudit tells an answer of the registry from everything else.
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
		return "", fmt.Errorf("npm audit: %d known vulnerabilities in what goes into the page: %v", n,
			said.Vulnerabilities)
	}
	return "npm audit: no known vulnerabilities", nil
}
