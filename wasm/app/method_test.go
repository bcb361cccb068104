package app_test

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/exchange"
	"rroform/wasm/incoming"
)

// oddZip holds an ordinary entry and one that is packed by a method which is
// not read here.
func oddZip(t *testing.T, method uint16, good, odd string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, m := range map[string]uint16{good: zip.Store, odd: method} {
		text := []byte(strings.Replace(bareEntry, "NUMBER", name, 1))
		f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: m, CRC32: crc32.ChecksumIEEE(text),
			CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text))})
		if err == nil {
			_, err = f.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestUnusualPackingIsNamed: for an entry with an unusual compression the answer names the method and
// the remedy, and the other entries are read.
func TestUnusualPackingIsNamed(t *testing.T) {
	for method, name := range map[uint16]string{9: "Deflate64", 14: "LZMA", 12: "BZIP2", 93: "Zstandard", 98: "PPMd",
		95: "XZ", 777: "№ 777"} {
		c, _ := newFilled(t)
		res := c.openFile("архив.zip", "", oddZip(t, method, "1.json", "2.json"))
		if res.Counts.Unreadable != 1 || len(res.Rows) != 2 {
			t.Fatalf("%s: %+v", name, res)
		}
		for _, row := range res.Rows {
			switch note := strings.Join(row.Notes, " "); {
			case row.Place == "1.json" && row.ID == "":
				t.Errorf("%s: the other entry is not read: %+v", name, row)
			case row.Place == "2.json" && (!strings.Contains(note, name) || !strings.Contains(note, "Распакуйте") ||
				strings.Contains(note, "повреждён")):
				t.Errorf("%s: %s", name, note)
			}
		}
		var plan incoming.MergePlan
		c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"архив.zip"}}, &plan,
			oddZip(t, method, "1.json", "2.json"))
		if plan.Refused != 0 || plan.Total.Outside != 1 {
			t.Errorf("%s, merge: %+v", name, plan)
		}
	}
	c, _ := newFilled(t)
	packedAgain := oddZip(t, 9, "tables/appeals/0001.txt", "rroform-backup.json")
	if kind, is := exchange.KindAt(bytes.NewReader(packedAgain), int64(len(packedAgain))); !is ||
		kind != exchange.KindBackup {
		t.Error("a backup that was packed again is not known")
	}
	if e := c.refused("refused", "checkBackup", app.CheckBackupReq{}, packedAgain); !strings.Contains(
		e.Text, "Deflate64") || strings.Contains(e.Text, "повреждён") {
		t.Errorf("%+v", e)
	}
}
