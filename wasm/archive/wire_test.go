package archive

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"testing"

	"rroform/wasm/appeal"
)

// TestWrite compares the writer with encoding/json for difficult texts and keys and all
// options of the format profile.
func TestWrite(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	file := func(id string) ([]byte, error) {
		if id == "lost" {
			return nil, fmt.Errorf("no file")
		}
		return []byte(id), nil
	}
	lost := 0
	for range 20_000 {
		a := nastyAppeal(r)
		f := &appeal.FormatProfile{CreateDateOfDirect: oneOf(r, appeal.CreateDateArrival, appeal.CreateDateNone),
			Extended:   oneOf(r, appeal.ExtendedFlag, appeal.ExtendedStatus),
			Recipients: oneOf(r, appeal.QuestionPerRecipient, appeal.TransferList),
			FileRule:   oneOf(r, appeal.FilesA26, appeal.FilesAlways, appeal.FilesNever)}
		body := nastyText(r)
		want, wrong := slowMarshal(a, body, f, file)
		got, err := Marshal(a, body, f, file)
		if string(got) != string(want) || fmt.Sprint(err) != fmt.Sprint(wrong) {
			t.Fatalf("got  %s, %v\nwant %s, %v", got, err, want, wrong)
		}
		if err != nil {
			lost++
		} else if !json.Valid(got) {
			t.Fatalf("not JSON: %s", got)
		}
	}
	if lost < 100 {
		t.Errorf("only %d lost files: this test sees too little", lost)
	}
}

func oneOf[T any](r *rand.Rand, list ...T) T { return list[r.Intn(len(list))] }

func nastyText(r *rand.Rand) string {
	text := ""
	for range r.Intn(3) {
		text += oneOf(r, "Иванов", "", "<&>", "\"\\/", "\x00\x1f\x7f", "\b\f\n\r\t", "\u2028", "\u2029", "\xff", "😀",
			"a b", "\ufffd", "\xe2\x80")
	}
	return text
}

func nastyAppeal(r *rand.Rand) *appeal.Appeal {
	day := func() appeal.Date { return oneOf(r, "2026-10-05", "", appeal.Date(nastyText(r))) }
	extra := func(ours ...string) appeal.Extra {
		if r.Intn(3) > 0 {
			return nil
		}
		e := appeal.Extra{}
		for range r.Intn(3) {
			e[oneOf(r, append(ours, "note", "Ключ", "a\"b<", "ZZ", "number", "QUESTIONS", "name", "Content", "status",
				"transferDate")...)] =
				json.RawMessage(oneOf(r, "1", `"x<y"`, `{"a":[1,2]}`, "null", "1e400"))
		}
		return e
	}
	a := &appeal.Appeal{IsDirect: r.Intn(2) == 0,
		Format:     oneOf(r, appeal.Other, appeal.Electronic, appeal.Format(nastyText(r))),
		Number:     oneOf(r, "А26-1", nastyText(r)),
		CreateDate: day(), IncomingDate: day(), RegistrationDate: day(), Name: nastyText(r), Address: nastyText(r),
		Email: nastyText(r), Extra: extra("isExtend")}
	for range r.Intn(4) {
		q := appeal.Question{Code: nastyText(r), Status: appeal.Status(nastyText(r)), IncomingDate: day(),
			ResponseDate: day(), Extra: extra("isExtend", "isExtend")}
		if r.Intn(6) > 0 {
			q.Status = appeal.Statuses[r.Intn(len(appeal.Statuses))].Status
		}
		if yes := r.Intn(2) == 0; r.Intn(3) > 0 {
			q.ActionsTaken = &yes
		}
		if r.Intn(3) > 0 {
			q.Attachment = &appeal.Attachment{FileID: oneOf(r, "", "file", "another file", "lost"), Name: nastyText(r),
				Extra: extra()}
		}
		for range r.Intn(3) {
			q.Transfers = append(q.Transfers,
				appeal.Transfer{DepartmentID: nastyText(r), TransferDate: day(), TransferNumber: nastyText(r),
					Extra: extra()})
		}
		a.Questions = append(a.Questions, q)
	}
	return a
}
