package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// runTestWeb runs the page's unit tests, web/*/*.test.ts, in Node. With -json
// it writes the events of `go test -json`.
func runTestWeb(root string, args []string) error {
	if err := ensureDeps(root); err != nil {
		return err
	}
	tests, err := bundleTests(root)
	if err != nil {
		return err
	}
	node := []string{"--test", "--enable-source-maps", "--disable-warning=ExperimentalWarning"}
	reporter := "spec"
	if slices.Contains(args, "-json") {
		reporter = filepath.Join(root, "web/test/events.mjs")
	}
	node = append(node, "--test-reporter="+reporter, "--test-reporter-destination=stdout")
	cmd := exec.Command("node", append(node, tests...)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("unit tests of the page: %w", err)
	}
	return nil
}

// bundleTests makes one program of each test file, with a copy of the page's
// modules of its own: their state does not leak from test file to test file.
func bundleTests(root string) (programs []string, err error) {
	out := filepath.Join(root, "build/out/test-web")
	if err := os.RemoveAll(out); err != nil {
		return nil, err
	}
	tests, err := filepath.Glob(filepath.Join(root, "web/*/*.test.ts"))
	if err != nil {
		return nil, err
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:   filepath.Join(root, "web"),
		EntryPoints:     tests,
		Bundle:          true,
		Format:          api.FormatESModule,
		Platform:        api.PlatformNode,
		MainFields:      []string{"module", "main"},
		Conditions:      []string{"browser"},
		Charset:         api.CharsetUTF8,
		JSX:             api.JSXAutomatic,
		JSXImportSource: "preact",
		Define:          map[string]string{"RRO_BUILD": `"test"`, "RRO_VERSION": `"test"`},
		Sourcemap:       api.SourceMapInline,
		Outdir:          out,
		OutExtension:    map[string]string{".js": ".mjs"},
		Write:           true,
	})
	for _, file := range result.OutputFiles {
		if strings.HasSuffix(file.Path, ".mjs") {
			programs = append(programs, file.Path)
		}
	}
	return programs, messages("unit tests of the page", result.Errors, result.Warnings)
}
