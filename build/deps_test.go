package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A fake npm counts its calls.
func TestDepsAreInstalledOnce(t *testing.T) {
	root, bin := t.TempDir(), t.TempDir()
	script := "#!/bin/sh\n[ -e fail ] && exit 1\nmkdir -p node_modules && echo \"$@\" >> calls\n"
	if err := os.WriteFile(filepath.Join(bin, "npm"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	web := filepath.Join(root, "web")
	calls := func() int {
		data, err := os.ReadFile(filepath.Join(web, "calls"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, b := range data {
			if b == '\n' {
				n++
			}
		}
		return n
	}
	for i, lock := range []string{"one", "one", "two"} {
		if err := writeFile(filepath.Join(web, "package-lock.json"), []byte(lock)); err != nil {
			t.Fatal(err)
		}
		if err := ensureDeps(root); err != nil {
			t.Fatal(err)
		}
		if got, want := calls(), []int{1, 1, 2}[i]; got != want {
			t.Errorf("lock %d: npm ran %d times, want %d", i, got, want)
		}
	}
	for name, text := range map[string]string{"package-lock.json": "three", "fail": ""} {
		if err := writeFile(filepath.Join(web, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // a failure must not be remembered as done
		if err := ensureDeps(root); err == nil {
			t.Error("npm failed and nobody said so")
		}
	}
}

func TestJudgeVulns(t *testing.T) {
	exit := func(code string) error { return exec.Command("sh", "-c", "exit "+code).Run() }
	offline := []byte(`govulncheck: fetching vulnerabilities: Get "x": dial tcp: no such host`)
	cases := []struct {
		name     string
		out      []byte
		err      error
		skip, ok bool
	}{
		{"clean", nil, nil, false, true},
		{"no database", offline, exit("1"), true, true},
		{"found", []byte("Vulnerability #1"), exit("3"), false, false},
		{"found, with that text in it", offline, exit("3"), false, false},
		{"does not compile", []byte("no required module"), exit("1"), false, false},
		{"tool missing", nil, os.ErrNotExist, false, false},
	}
	for _, c := range cases {
		if skip, err := judgeVulns(c.out, c.err); skip != c.skip || (err == nil) != c.ok {
			t.Errorf("%s: skip %v, %v", c.name, skip, err)
		}
	}
}
