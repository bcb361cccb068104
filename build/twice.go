package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// runTwice makes the release in two fresh clones and compares the files byte for byte.
// The clones are in folders of different length and have different homes, caches, time
// zones and file times. They contain only what is committed.
func runTwice(root string, _ []string) error {
	temp, err := os.MkdirTemp("", "rroform-twice-")
	if err != nil {
		return err
	}
	defer removeAll(temp)
	var first, second map[string][]byte
	if first, err = releaseIn(root, filepath.Join(temp, "a"), "TZ=UTC", time.Time{}); err != nil {
		return err
	}
	if second, err = releaseIn(root, filepath.Join(temp, "b", "другая папка, подлиннее"), "TZ=Asia/Vladivostok",
		time.Now().AddDate(-1, 0, -3)); err != nil {
		return err
	}
	var problems []error
	if len(first) != len(second) || len(first) == 0 {
		problems = append(problems, fmt.Errorf("%d files and %d", len(first), len(second)))
	}
	for name, data := range first {
		if !bytes.Equal(data, second[name]) {
			problems = append(problems, fmt.Errorf("%s differs: %s and %s", name, hexSum(data), hexSum(second[name])))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("two builds of one source: %w", err)
	}
	fmt.Printf("two builds in two folders are the same: rroform.html %s\n", hexSum(first["rroform.html"]))
	return nil
}

// releaseIn clones the sources and makes the release there. Packages come from the caches
// of this machine, checked by go.sum and the lock file; nothing compiled is reused.
func releaseIn(root, dir, zone string, day time.Time) (map[string][]byte, error) {
	src := filepath.Join(dir, "src")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if out, err := exec.Command("git", "clone", "--quiet", "--no-hardlinks", root, src).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("clone: %w\n%s", err, out)
	}
	if !day.IsZero() {
		err := filepath.WalkDir(src, func(path string, _ os.DirEntry, err error) error {
			return errors.Join(err, os.Chtimes(path, day, day))
		})
		if err != nil {
			return nil, err
		}
	}
	modules, err := goEnv(root, "GOMODCACHE")
	if err != nil {
		return nil, err
	}
	npm, err := exec.Command("npm", "config", "get", "cache").Output()
	if err != nil {
		return nil, fmt.Errorf("npm config: %w", err)
	}
	cmd := exec.Command("go", "run", "./build", "release")
	cmd.Dir, cmd.Stdout, cmd.Stderr = src, io.Discard, os.Stderr
	cmd.Env = append(os.Environ(), "HOME="+filepath.Join(dir, "home"), "GOCACHE="+filepath.Join(dir, "cache"),
		"GOMODCACHE="+modules, "GOFLAGS=-buildvcs=false",
		"npm_config_cache="+strings.TrimSpace(string(npm)), "npm_config_prefer_offline=true", zone)
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("release in %s: %w", dir, err)
	}
	out, files := filepath.Join(src, releaseDir), map[string][]byte{}
	entries, err := os.ReadDir(out)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(out, e.Name())); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// removeAll removes a temporary folder. If it cannot, it prints a note.
func removeAll(dir string) {
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
	}
}
