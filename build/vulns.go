package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// runVulns runs npm audit (see [runAudit]) and govulncheck over our packages,
// natively and for WebAssembly. Findings are an error. If a tool cannot reach its
// database, as in a closed network, runVulns prints a note and passes.
func runVulns(root string, _ []string) error {
	// Built first, since `go tool` would compile it for the browser too.
	tool := filepath.Join(root, "build/out/govulncheck")
	build := exec.Command("go", "build", "-o", tool, "golang.org/x/vuln/cmd/govulncheck")
	build.Dir, build.Stderr = root, os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("govulncheck: %w", err)
	}
	for _, env := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		cmd := exec.Command(tool, "./...")
		if env != nil {
			cmd = exec.Command(tool, "./wasm/...")
		}
		cmd.Dir, cmd.Env = root, append(os.Environ(), env...)
		out, err := cmd.CombinedOutput()
		skip, err := judgeVulns(out, err)
		if err != nil {
			return err
		}
		if skip {
			fmt.Printf("NOTE: vulnerabilities were NOT checked, govulncheck cannot reach its database:\n%s", out)
			return runAudit(root)
		}
	}
	fmt.Println("govulncheck: no known vulnerabilities")
	return runAudit(root)
}

// judgeVulns distinguishes an unreachable database from other results.
// govulncheck exits with 3 if it found something and with 1 if it could not work.
func judgeVulns(out []byte, err error) (skip bool, _ error) {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false, nil
	case errors.As(err, &exit) && exit.ExitCode() == 1 && bytes.Contains(out, []byte("fetching vulnerabilities")):
		return true, nil
	}
	return false, fmt.Errorf("govulncheck: %w\n%s", err, strings.TrimSpace(string(out)))
}
