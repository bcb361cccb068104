package app

import (
	"math/rand"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/ledger"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
)

// TestCleanFits: what the rules have no error about fits the schema, or one
// appeal would keep a whole archive from being formed. The appeals are put
// together at random from good values and nasty ones.
func TestCleanFits(t *testing.T) {
	a := startKit(t, "2026-11-02")
	p, _ := a.office.Profile(a.office.Active)
	p.DepartmentID = "89729055-843A-4EEB-88E1-71535B245D6F"
	if _, err := a.SaveProfile(t.Context(), SaveProfileReq{p}); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewSource(1))
	clean := 0
	for range 8_000 {
		ap := randomAppeal(r)
		a.packs.Normalise(&ap)
		env := a.register.Env(a.office.Active)
		env.Format.Extended = pickOne(r, appeal.ExtendedFlag, appeal.ExtendedStatus)
		env.Format.Recipients = pickOne(r, appeal.QuestionPerRecipient, appeal.TransferList)
		env.Format.FileRule = pickOne(r, appeal.FilesA26, appeal.FilesAlways, appeal.FilesNever)
		env.Format.CreateDateOfDirect = pickOne(r, appeal.CreateDateArrival, appeal.CreateDateNone)
		if rules.Worst(rules.Check(rules.Subject{Appeal: &ap}, env)) == appeal.Error ||
			appeal.ReportingMonth(&ap).IsZero() {
			continue
		}
		clean++
		text, err := archive.Marshal(&ap, p.DepartmentID, &env.Format, func(string) ([]byte, error) {
			return []byte("abc"), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if wrong := schema.Validate(schema.Entry, text); len(wrong) > 0 {
			t.Fatalf("no error found, yet %v\n%s", wrong, text)
		}
	}
	if clean < 1000 {
		t.Errorf("only %d appeals without errors: this test sees too little", clean)
	}
}

func pickOne[T any](r *rand.Rand, list ...T) T { return list[r.Intn(len(list))] }

// mostly gives a good value in nine of ten cases.
func mostly[T any](r *rand.Rand, good []T, nasty ...T) T {
	if r.Intn(10) > 0 {
		return pickOne(r, good...)
	}
	return pickOne(r, nasty...)
}

func randomAppeal(r *rand.Rand) appeal.Appeal {
	day := func(good ...appeal.Date) appeal.Date {
		return mostly(r, good, "", "вчера", "31.02.2026", "2026-02-31", "0000-01-01", "2026-1-5", "9999-12-31",
			"\u00a0")
	}
	texts := []string{"", " ", "\u00a0", "\u200b", "\n", "\x00", "\u2028", "<&>\"", "\xff"}
	ap := appeal.Appeal{ID: ledger.NewID(), IsDirect: r.Intn(2) == 0,
		Format:     mostly(r, []appeal.Format{appeal.Other, appeal.Electronic}, "", "Email"),
		Number:     mostly(r, []string{"154-ОГ", "А26-1", "A26-2"}, texts...),
		Name:       mostly(r, []string{"Иванов"}, texts...),
		CreateDate: day("2026-10-01", ""), IncomingDate: day("2026-10-02"), RegistrationDate: day("2026-10-03"),
		Address: pickOne(r, texts...), Email: pickOne(r, texts...)}
	for range mostly(r, []int{1, 2}, 0) {
		ap.Questions = append(ap.Questions, randomQuestion(r, day))
	}
	return ap
}

func randomQuestion(r *rand.Rand, day func(...appeal.Date) appeal.Date) appeal.Question {
	var statuses []appeal.Status
	for _, row := range appeal.Statuses {
		statuses = append(statuses, row.Status)
	}
	q := appeal.Question{Status: mostly(r, statuses, "", "Done"), ResponseDate: day("2026-10-04"),
		Code: mostly(r, []string{"0003.0009.0097.0694", "0001.0003.0029.0201.0074", "0003000900970694",
			"0003 0009 0097 0694 0000"},
			"", "0455", "0037", "0003.0009.0097", "0003.0009.0097.0000", "код", "9999.9999.9999.9999")}
	if yes := r.Intn(2) == 0; r.Intn(4) > 0 {
		q.ActionsTaken = &yes
	}
	if r.Intn(2) == 0 {
		name := pickOne(r, "Ответ.pdf", "a.b.DOCX", ".pdf", "Ответ", "Ответ.", "a/b.pdf", `a\b.pdf`, "..pdf", ". .pdf",
			"", "x.pdf ")
		q.Attachment = &appeal.Attachment{FileID: "f", Name: appeal.FileName(name), Size: 3}
	}
	for range mostly(r, []int{0, 1, 2}, 3) {
		q.Transfers = append(q.Transfers, appeal.Transfer{
			DepartmentID: mostly(r,
				[]string{"a1b2c3d4-0001-4000-8000-000000000001", "{A1B2C3D4-0002-4000-8000-000000000002}"}, "", "123",
				"a1b2c3d400014000800000000000000001", "urn:uuid:a1b2c3d4-0001-4000-8000-000000000001",
				"a1b2c3d4-0001-4000-8000-00000000000г"),
			TransferDate: day("2026-10-05"), TransferNumber: mostly(r, []string{"123456-AB"}, "", " ", "\u00a0")})
	}
	return q
}
