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

// ensureDeps runs npm ci if web/node_modules does not match the lock file. Install scripts
// are disabled: none of our packages needs them.
func ensureDeps(root string) error {
	web := filepath.Join(root, "web")
	lock, err := os.ReadFile(filepath.Join(web, "package-lock.json"))
	if err != nil {
		return err
	}
	sum := sha256.Sum256(lock)
	want := hex.EncodeToString(sum[:])
	mark := filepath.Join(web, "node_modules", ".rroform-lock")
	if have, err := os.ReadFile(mark); err == nil && string(have) == want {
		return nil
	}
	cmd := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir, cmd.Stdout, cmd.Stderr = web, os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm ci in web/: %w", err)
	}
	return writeFile(mark, []byte(want))
}
