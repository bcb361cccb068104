package app_test

import (
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// TestRecognisesItsOwnFiles: what the program hands out is known again, under a
// passphrase as well.
func TestRecognisesItsOwnFiles(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	formed := c.build(october)
	var zero forming.BuildRes
	c.must("buildZero", forming.ZeroReq{Zero: nothingCame(october.Prev())}, &zero)
	const passphrase = "синий кит над лугом"
	for _, own := range []struct {
		what string
		kind recognise.FileKind
		file rpc.File
	}{
		{"archive", recognise.Archive, c.part(formed, 0)},
		{"zero report", recognise.Zero, c.part(zero.Archive, 0)},
		{"backup", recognise.Backup, c.must("backup", app.BackupReq{}, nil)[0]},
		{"hand-over file", recognise.Handover, c.must("handover", app.HandoverReq{}, nil)[0]},
		{"directories", recognise.Pack, c.must("exportPacks", app.ExportPacksReq{}, nil)[0]},
	} {
		var res app.RecogniseFileRes
		c.must("recogniseFile", app.RecogniseFileReq{Name: "файл"}, &res, own.file)
		if res.Kind != own.kind {
			t.Errorf("%s: %s", own.what, res.Kind)
		}
	}
	covered := c.must("backup", app.BackupReq{Passphrase: passphrase}, nil)[0]
	var res app.RecogniseFileRes
	c.must("recogniseFile", app.RecogniseFileReq{Name: "копия.zip.age"}, &res, covered)
	if res.Kind != recognise.Covered {
		t.Errorf("under a passphrase: %s", res.Kind)
	}
	c.must("recogniseFile", app.RecogniseFileReq{Name: "копия.zip.age", Passphrase: passphrase}, &res, covered)
	if res.Kind != recognise.Backup {
		t.Errorf("with the passphrase: %s", res.Kind)
	}
	if e := c.refused("wrongPassphrase", "recogniseFile", app.RecogniseFileReq{Passphrase: "не тот пароль совсем"},
		covered); e.Hint == "" {
		t.Errorf("%+v", e)
	}
}

// nothingCame is a zero report with all confirmations.
func nothingCame(m appeal.Month) rules.Zero {
	return rules.Zero{Declared: true, Month: m, NoDirect: true, NoAdministration: true, NoOtherBodies: true,
		Looked: true}
}
