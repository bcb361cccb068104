package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func runDeps(root string, _ []string) error { return ensureDeps(root) }

// ensureDeps installs the packages of the page and of its tests.
func ensureDeps(root string) error { return ensurePackages(root, "web") }

// ensurePackages runs npm ci in a directory of the repository if its node_modules does not
// match its lock file. Install scripts are disabled: none of our packages needs them.
func ensurePackages(root, dir string) error {
	at := filepath.Join(root, dir)
	lock, err := os.ReadFile(filepath.Join(at, "package-lock.json"))
	if err != nil {
		return err
	}
	sum := sha256.Sum256(lock)
	want := hex.EncodeToString(sum[:])
	mark := filepath.Join(at, "node_modules", ".rroform-lock")
	if have, err := os.ReadFile(mark); err == nil && string(have) == want {
		return nil
	}
	cmd := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir, cmd.Stdout, cmd.Stderr = at, os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm ci in %s: %w", dir, err)
	}
	return writeFile(mark, []byte(want))
}
