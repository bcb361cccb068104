package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// goTool runs go for the core's target without the user's flags, which would change the
// bytes.
func goTool(root string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=", "GOWASM=", "GOEXPERIMENT=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, stderr.String())
	}
	return out, nil
}

// buildCore compiles ./wasm and returns the module's bytes.
func buildCore(root, stamp string) ([]byte, error) {
	return compileCore(root, "-s -w -X main.build="+stamp)
}

func compileCore(root, ldflags string) ([]byte, error) { return compileWasm(root, "./wasm", ldflags) }

// compileWasm compiles a program of this module as the core is compiled.
func compileWasm(root, program, ldflags string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "rroform-core-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "core.wasm")
	_, err = goTool(root, "build", "-trimpath", "-buildvcs=false", "-ldflags="+ldflags, "-o", out, program)
	if err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// goEnv returns a variable of `go env` of the toolchain that compiles the core.
func goEnv(root, name string) (string, error) {
	out, err := goTool(root, "env", name)
	return strings.TrimSpace(string(out)), err
}

type goPackage struct {
	Dir, ImportPath, Export string
	GoFiles, EmbedFiles     []string
	Standard                bool
	Module                  *struct{ Main bool }
}

// corePackages lists the core's packages, including those of the standard library.
func corePackages(root string, flags ...string) ([]goPackage, error) {
	const fields = "-json=Dir,ImportPath,Export,GoFiles,EmbedFiles,Standard,Module"
	args := append([]string{"list", "-deps", fields}, flags...)
	out, err := goTool(root, append(args, "./wasm")...)
	if err != nil {
		return nil, err
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		all = append(all, p)
	}
}

// coreFiles lists the files of this module that the core is compiled from,
// including embedded data. go.sum determines everything else in it.
func coreFiles(root string) ([]string, error) {
	packages, err := corePackages(root)
	if err != nil {
		return nil, err
	}
	files := []string{filepath.Join(root, "go.mod"), filepath.Join(root, "go.sum")}
	for _, p := range packages {
		if p.Module == nil || !p.Module.Main {
			continue
		}
		for _, name := range append(p.GoFiles, p.EmbedFiles...) {
			files = append(files, filepath.Join(p.Dir, name))
		}
	}
	return files, nil
}
