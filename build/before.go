package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// pageBefore returns the page to compare with: the one that is named, else that
// of a commit, which is built in a worktree of its own and kept for the next
// time. nil = there is none to compare with.
func pageBefore(root string, o *benchOptions) ([]byte, error) {
	if o.before != "" {
		return os.ReadFile(o.before)
	}
	if o.commit == "none" {
		return nil, nil
	}
	hash, err := git(root, "rev-parse", "--verify", "--short=12", o.commit+"^{commit}")
	if err != nil {
		return nil, err
	}
	kept := filepath.Join(root, "build/out/before", hash+".html")
	html, err := os.ReadFile(kept)
	if !errors.Is(err, fs.ErrNotExist) {
		return html, err
	}
	if html, err = buildAt(root, hash); err != nil {
		return nil, err
	}
	return html, writeFile(kept, html)
}

// buildAt builds the page of a commit.
func buildAt(root, hash string) (html []byte, err error) {
	dir, err := os.MkdirTemp("", "rroform-before-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	tree := filepath.Join(dir, "tree")
	if _, err := git(root, "worktree", "add", "--detach", tree, hash); err != nil {
		return nil, err
	}
	defer func() {
		_, failed := git(root, "worktree", "remove", "--force", tree)
		err = errors.Join(err, failed)
	}()
	cmd := exec.Command("go", "run", "./build", "html")
	cmd.Dir, cmd.Stdout, cmd.Stderr = tree, os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("build %s: %w", hash, err)
	}
	return os.ReadFile(filepath.Join(tree, outFile))
}

func git(root string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stderr = root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return string(bytes.TrimSpace(out)), nil
}
