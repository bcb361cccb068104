package main

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func testRoot(t *testing.T) string {
	t.Helper()
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// checkout copies the sources of the page to another directory.
func checkout(t *testing.T, root string) string {
	t.Helper()
	other := filepath.Join(t.TempDir(), "another place")
	for _, name := range []string{"wasm", "static", "schemas"} {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			continue
		}
		if err := os.CopyFS(filepath.Join(other, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(root, "web"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(other, "web"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		from, to := filepath.Join(root, "web", e.Name()), filepath.Join(other, "web", e.Name())
		switch {
		case e.Name() == "node_modules":
			err = os.Symlink(from, to)
		case e.IsDir():
			err = os.CopyFS(to, os.DirFS(from))
		default:
			err = copyFile(from, to)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := copyFile(filepath.Join(root, name), filepath.Join(other, name)); err != nil {
			t.Fatal(err)
		}
	}
	return other
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// The same sources give the same bytes in any folder, so anyone can check that a
// distributed file was built from the sources.
func TestSameSourcesSameBytes(t *testing.T) {
	root := testRoot(t)
	if err := ensureDeps(root); err != nil {
		t.Fatal(err)
	}
	// Both are copies, because the original may be edited meanwhile.
	first := checkout(t, root)
	second := checkout(t, first)
	a, err := buildHTML(first, packQuickly)
	if err != nil {
		t.Fatal(err)
	}
	b, err := buildHTML(second, packQuickly)
	if err != nil {
		t.Fatal(err)
	}
	if a.html != b.html {
		t.Errorf("two builds differ: stamps %s and %s, cores equal: %v",
			a.parts.stamp, b.parts.stamp, bytes.Equal(a.core, b.core))
	}
	for name, text := range map[string]string{"page": a.parts.page, "worker": a.parts.worker, "core": string(a.core)} {
		if !strings.Contains(text, a.parts.stamp) || strings.Contains(text, stampMark) {
			t.Errorf("the %s does not carry the stamp", name)
		}
	}
	if strings.Contains(string(a.core), first) {
		t.Error("the core names the directory it was built in")
	}
}

func TestBootScriptMustBeOld(t *testing.T) {
	root := t.TempDir()
	name := filepath.Join(root, "web", "boot.ts")
	if err := writeFile(name, []byte("var f: number = 1;")); err != nil {
		t.Fatal(err)
	}
	if _, err := bootScript(root); err != nil {
		t.Error(err)
	}
	if err := writeFile(name, []byte("const f = async () => 1;")); err != nil {
		t.Fatal(err)
	}
	if text, err := bootScript(root); err == nil {
		t.Errorf("new syntax passes: %s", text)
	}
}

func TestBundleErrorsAreTold(t *testing.T) {
	root := t.TempDir()
	if err := writeFile(filepath.Join(root, "web", "main.tsx"), []byte(`import "./nowhere"`)); err != nil {
		t.Fatal(err)
	}
	if _, err := bundleScript(root, "", "main.tsx", ""); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("got %v", err)
	}
}

func TestPack(t *testing.T) {
	data := bytes.Repeat([]byte("core "), 10000)
	packed, err := packQuickly("", data)
	if err != nil {
		t.Fatal(err)
	}
	text := base64.StdEncoding.EncodeToString(packed)
	if back, err := unpack(text); err != nil || !bytes.Equal(back, data) {
		t.Errorf("unpacked to %d bytes, %v", len(back), err)
	}
	for i := range text {
		changed := []byte(text)
		changed[i] ^= 1
		if back, err := unpack(string(changed)); err == nil && !bytes.Equal(back, data) {
			t.Errorf("character %d changed: %d other bytes", i, len(back))
		}
	}
}
