package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// floor is the oldest browsers that must run the page (README.md). esbuild emits no newer
// syntax.
var floor = []api.Engine{{Name: api.EngineChrome, Version: "109"}, {Name: api.EngineFirefox, Version: "115"}}

// bundle is one script with the list of what went into it.
type bundle struct{ text, metafile string }

// bundleScript bundles a TypeScript entry of web/ into one classic script.
func bundleScript(root, goroot, entry, shell string) (bundle, error) {
	hidden, err := hideShell(shell)
	if err != nil {
		return bundle{}, err
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     filepath.Join(root, "web"),
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            api.FormatIIFE,
		Platform:          api.PlatformBrowser,
		Engines:           floor,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetUTF8, // Russian text needs half the bytes
		LegalComments:     api.LegalCommentsNone,
		JSX:               api.JSXAutomatic,
		JSXImportSource:   "preact",
		Loader:            map[string]api.Loader{".svg": api.LoaderText, ".txt": api.LoaderText},
		Define: map[string]string{
			"RRO_BUILD":            `"` + stampMark + `"`,
			"RRO_VERSION":          `"` + Version + `"`,
			"RRO_SHELL":            hidden,
			"process.env.NODE_ENV": `"production"`,
		},
		Plugins:  []api.Plugin{wasmExec(goroot)},
		Metafile: true,
		Outdir:   "out",
	})
	if err := messages(entry, result.Errors, result.Warnings); err != nil {
		return bundle{}, err
	}
	if n := len(result.OutputFiles); n != 1 {
		return bundle{}, fmt.Errorf("%s became %d files instead of one", entry, n)
	}
	// Inside a string literal the HTML parser would read this as a comment.
	text := strings.ReplaceAll(string(result.OutputFiles[0].Contents), "<!--", `\x3C!--`)
	return bundle{text, result.Metafile}, nil
}

// hideShell returns the page's shell as a JavaScript string in which no HTML parser sees
// an element. web/core/self.ts restores the brackets.
func hideShell(shell string) (string, error) {
	if strings.Contains(shell, "‹") {
		return "", errors.New("index.html holds the sign that stands for a bracket")
	}
	text, err := json.Marshal(strings.ReplaceAll(shell, "<", "‹"))
	return string(text), err
}

// wasmExec resolves the import "go:wasm_exec" to the loader of the toolchain that
// compiles the core. The two must match.
func wasmExec(goroot string) api.Plugin {
	return api.Plugin{Name: "wasm_exec", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^go:wasm_exec$`},
			func(api.OnResolveArgs) (api.OnResolveResult, error) {
				return api.OnResolveResult{Path: filepath.Join(goroot, "lib", "wasm", "wasm_exec.js")}, nil
			})
	}}
}

// bootScript compiles web/boot.ts to ES5; newer syntax is an error.
func bootScript(root string) (string, error) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: filepath.Join(root, "web"), EntryPoints: []string{"boot.ts"}, Bundle: true, Target: api.ES5,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone, Outdir: "out",
	})
	if err := messages("boot.ts", result.Errors, result.Warnings); err != nil {
		return "", err
	}
	return string(result.OutputFiles[0].Contents), nil
}

// buildStyle compiles web/styles/main.scss and lowers it to the floor.
func buildStyle(root string) (string, error) {
	cmd := exec.Command("node", "node_modules/sass/sass.js", "--load-path=node_modules", "--no-source-map",
		"--quiet-deps", "--silence-deprecation=import", // Bootstrap 5.3 can only be imported
		"styles/main.scss")
	cmd.Dir, cmd.Stderr = filepath.Join(root, "web"), os.Stderr
	css, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("sass: %w", err)
	}
	return transform("main.scss", string(css), api.TransformOptions{Loader: api.LoaderCSS, Engines: floor})
}

func transform(name, source string, options api.TransformOptions) (string, error) {
	options.MinifyWhitespace, options.MinifyIdentifiers, options.MinifySyntax = true, true, true
	options.Charset, options.LegalComments = api.CharsetUTF8, api.LegalCommentsNone
	options.Sourcefile = name
	result := api.Transform(source, options)
	return string(result.Code), messages(name, result.Errors, result.Warnings)
}

// messages returns all errors and warnings of esbuild as an error.
func messages(name string, lists ...[]api.Message) error {
	var all []error
	for _, list := range lists {
		for _, line := range api.FormatMessages(list, api.FormatMessagesOptions{}) {
			all = append(all, errors.New(line))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return fmt.Errorf("bundle %s: %w", name, errors.Join(all...))
}
