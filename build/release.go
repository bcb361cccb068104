package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rroform/static"
	"rroform/wasm/app"
	"rroform/wasm/store"
)

// releaseDir is the folder of the files to distribute, relative to the module's root.
const releaseDir = "build/out/release"

// runRelease writes the page and the files distributed with it. The same sources give the
// same files on any day and in any folder.
func runRelease(root string, _ []string) error {
	b, err := buildSmall(root)
	if err != nil {
		return err
	}
	files, err := releaseFiles(root, b)
	if err != nil {
		return err
	}
	out := filepath.Join(root, releaseDir)
	if err := os.RemoveAll(out); err != nil { // files of an earlier release must not stay
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := writeFile(filepath.Join(out, name), files[name]); err != nil {
			return err
		}
		fmt.Printf("%9d  %s/%s\n", len(files[name]), releaseDir, name)
	}
	return writeFile(filepath.Join(root, outFile), []byte(b.html))
}

// releaseFiles returns the files of a release by name.
func releaseFiles(root string, b *built) (map[string][]byte, error) {
	files := map[string][]byte{"rroform.html": []byte(b.html)}
	modules, err := linkedModules(b.core)
	if err != nil {
		return nil, err
	}
	var errs [4]error
	files["sbom.cdx.json"], errs[0] = sbom(root, b, modules)
	files["licences.txt"], errs[1] = licences(root, b, modules)
	files["rroform-directories.json"], errs[2] = directories()
	files["admin-guide.html"], errs[3] = adminGuide(root, b)
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	files["SHA256SUMS"] = sums(files)
	return files, nil
}

// sums returns SHA-256 sums in the format of sha256sum -c.
func sums(files map[string][]byte) []byte {
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&out, "%s  %s\n", hexSum(files[name]), name)
	}
	return []byte(out.String())
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// directories returns the built-in data as a pack, as the button «Выгрузить пакет
// справочников» (export data pack) writes it, for offices with an older program. Its time
// is that of the classifier's edition. It has no calendars: without the days off that the
// government moves each year they are useless.
func directories() ([]byte, error) {
	edition, err := time.Parse("02.01.2006", static.ClassifierEdition)
	if err != nil {
		return nil, fmt.Errorf("edition of the classifier: %w", err)
	}
	core := app.New(app.Options{Now: func() time.Time { return edition },
		Open: func(context.Context) (store.Store, error) { return store.NewMemory(), nil }})
	ctx := context.Background()
	if _, err := core.Hello(ctx, app.HelloReq{}); err != nil {
		return nil, err
	}
	_, files, err := core.ExportPacks(ctx, app.ExportPacksReq{}, nil)
	if err != nil || len(files) != 1 {
		return nil, fmt.Errorf("%d packs: %w", len(files), err)
	}
	return files[0], nil
}

// adminGuide fills the placeholders of the administrator's guide.
func adminGuide(root string, b *built) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(root, "build", "admin-guide.html"))
	if err != nil {
		return nil, err
	}
	places := []string{"{{version}}", Version, "{{build}}", b.parts.stamp, "{{classifier}}", static.ClassifierEdition,
		"{{size}}", strings.ReplaceAll(fmt.Sprintf("%.1f", float64(len(b.html))/1e6), ".", ","), "{{sum}}",
		hexSum([]byte(b.html))}
	for i := 0; i < len(places); i += 2 {
		if !strings.Contains(string(text), places[i]) {
			return nil, fmt.Errorf("admin-guide.html has no %s", places[i])
		}
	}
	return []byte(strings.NewReplacer(places...).Replace(string(text))), nil
}
