package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
)

// licenceFile matches the names of licence and notice files in a package.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|copyright)([.-].*)?$`)

// licences returns the licence texts of everything in the page. A package without one is
// an error: it must not be distributed.
func licences(root string, b *built, modules []*debug.Module) ([]byte, error) {
	dirs, err := licensed(root, b, modules)
	if err != nil {
		return nil, err
	}
	own, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	section := func(title, text string) {
		line := strings.Repeat("=", 78)
		fmt.Fprintf(&out, "%s\n%s\n%[1]s\n\n%s\n\n", line, title,
			strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")))
	}
	section("РРО-форма "+Version, string(own))
	for _, name := range slices.Sorted(maps.Keys(dirs)) {
		texts, err := licenceTexts(dirs[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, file := range slices.Sorted(maps.Keys(texts)) {
			section(name+", "+file, texts[file])
		}
	}
	return []byte(out.String()), nil
}

// licensed returns the folders of the packages in the page, by name and version.
func licensed(root string, b *built, modules []*debug.Module) (map[string]string, error) {
	dirs := map[string]string{}
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, err
	}
	goVersion, err := goEnv(root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	dirs["Go "+strings.TrimPrefix(goVersion, "go")] = goroot
	for _, m := range modules {
		out, err := goTool(root, "list", "-m", "-f", "{{.Dir}}", m.Path+"@"+m.Version)
		if err != nil {
			return nil, err
		}
		dirs[m.Path+" "+m.Version] = strings.TrimSpace(string(out))
	}
	packages := map[string]bool{"bootstrap": true} // used by the styles, of which sass makes no list
	for _, metafile := range []string{b.page.metafile, b.worker.metafile} {
		sizes, err := bundleSizes(metafile)
		if err != nil {
			return nil, err
		}
		for name := range sizes {
			packages[name] = true
		}
	}
	for name := range packages {
		if name == ownPart || name == goPart {
			continue
		}
		dir := filepath.Join(root, "web", "node_modules", filepath.FromSlash(name))
		version, err := packageVersion(dir)
		if err != nil {
			return nil, err
		}
		dirs[name+" "+version] = dir
	}
	return dirs, nil
}

func packageVersion(dir string) (string, error) {
	var p struct{ Version string }
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	return p.Version, err
}

func licenceTexts(dir string) (map[string]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, e := range entries {
		if !e.Type().IsRegular() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts[e.Name()] = string(data)
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("no licence text in %s", dir)
	}
	return texts, nil
}
