package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestRelease makes all files of a release for one page.
func TestRelease(t *testing.T) {
	root := testRoot(t)
	b, err := buildPage(root)
	if err != nil {
		t.Fatal(err)
	}
	if b.core, err = buildCore(root, b.parts.stamp); err != nil {
		t.Fatal(err)
	}
	b.html = "the page" // a stand-in: packing a real page takes half a minute
	files, err := releaseFiles(root, b)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := exec.Command("sha256sum", "-c", "--strict", "SHA256SUMS")
	check.Dir = dir
	if out, err := check.CombinedOutput(); err != nil || strings.Count(string(out), ": OK") != len(files)-1 {
		t.Errorf("sha256sum: %v\n%s", err, out)
	}

	var doc struct {
		Metadata   struct{ Component struct{ Hashes []bomHash } }
		Components []struct{ Name, Purl string }
	}
	if err := json.Unmarshal(files["sbom.cdx.json"], &doc); err != nil {
		t.Fatal(err)
	}
	if h := doc.Metadata.Component.Hashes; len(h) != 1 || h[0].Content != hexSum([]byte(b.html)) {
		t.Errorf("the list of parts is of %v", h)
	}
	purls := map[string]bool{}
	for _, c := range doc.Components {
		name, _, _ := strings.Cut(c.Purl[strings.Index(c.Purl, "/")+1:], "@")
		purls[name] = true
	}
	text := string(files["licences.txt"])
	for _, part := range []string{"preact", "bootstrap", "filippo.io/age", "github.com/hack-pad/go-indexeddb",
		"github.com/santhosh-tekuri/jsonschema/v5", "std"} {
		if !purls[part] {
			t.Errorf("%s is not in the list of parts", part)
		}
		if title := "\n" + part + " "; part != "std" && !strings.Contains(text, title) {
			t.Errorf("no licence of %s", part)
		}
	}
	if !strings.Contains(text, "\nGo 1.") {
		t.Error("no licence of Go")
	}
	if purls["typescript"] || purls["axe-core"] || strings.Contains(text, "axe-core") {
		t.Error("tools of development are listed as parts")
	}
	for _, bad := range []string{"{{", "serialNumber", "timestamp"} {
		for name, data := range files {
			if name != "rroform.html" && name != "licences.txt" && bytes.Contains(data, []byte(bad)) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
	var pack struct{ Parts []struct{ Kind string } }
	if err := json.Unmarshal(files["rroform-directories.json"], &pack); err != nil || len(pack.Parts) != 2 {
		t.Errorf("directories: %+v, %v", pack, err)
	}
	again, err := releaseFiles(root, b)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if !bytes.Equal(data, again[name]) {
			t.Errorf("%s differs the second time", name)
		}
	}
}

// TestNoLicence: a part without a licence must not be distributed.
func TestNoLicence(t *testing.T) {
	dir := t.TempDir()
	if _, err := licenceTexts(dir); err == nil {
		t.Error("an empty folder has a licence")
	}
	for name, is := range map[string]bool{"LICENSE": true, "LICENSE.md": true, "licence.txt": true, "COPYING": true,
		"NOTICE": true, "license_test.go": false, "licensed.js": false} {
		if licenceFile.MatchString(name) != is {
			t.Errorf("%s: want %v", name, is)
		}
	}
}
