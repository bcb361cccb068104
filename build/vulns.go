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

// runVulns runs npm audit, see [runAudit], and govulncheck for our packages, for this
// machine and for the browser. It fails if they find a vulnerability. If govulncheck
// cannot read its database, as in a closed network, runVulns prints a note and passes.
func runVulns(root string, _ []string) error {
	// Build it first: `go tool` would compile it for the browser too.
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

// judgeVulns reads the result of govulncheck, which exits with 3 if it found something and
// with 1 if it could not work. skip is true if the database could not be reached.
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
