package app_test

import (
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/store"
)

// TestBodies: recipients are entered by hand or by use, and found again by
// name in any spelling (story 14).
func TestBodies(t *testing.T) {
	c, s := newFilled(t)
	c.refused("name", "saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body2}})
	c.refused("departmentId", "saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: "123", Name: "Школа"}})
	c.must("saveBody", app.SaveBodyReq{
		Body: packs.Body{DepartmentID: " {" + body2 + "} ", Name: " Администрация посёлка Берёзовый "}}, nil)

	ap := direct("1-ОГ", "2026-10-05")
	ap.Questions[0].Status = appeal.Transferred
	ap.Questions[0].Transfers = []appeal.Transfer{
		{DepartmentName: "администрация поселка березовый", TransferDate: "2026-10-06", TransferNumber: "1"},
		{DepartmentName: "Школа № 5", TransferDate: "2026-10-06", TransferNumber: "2"},
		{DepartmentID: "A1B2C3D4-0001-4000-8000-000000000001", TransferDate: "2026-10-06", TransferNumber: "3"},
	}
	got := c.save(ap)
	tr := got.Appeal.Questions[0].Transfers
	if tr[0].DepartmentID != body2 || tr[1].DepartmentID != "" ||
		tr[2].DepartmentName != "Администрация посёлка Берёзовый" {
		t.Errorf("%+v", tr)
	}
	want := map[string]string{"questions.0.transfers.1.departmentId": "B-25.1",
		"questions.0.transfers.2.departmentId": "B-25.4"}
	for _, f := range got.Findings {
		if want[f.Field] != f.Rule {
			t.Errorf("finding %+v", f)
		}
		delete(want, f.Field)
	}
	if len(want) > 0 {
		t.Errorf("missing %v", want)
	}
	for query, n := range map[string]int{"": 1, "березов посел": 1, "A1B2C3D4-0001": 1, "школа": 0} {
		var res packs.SearchBodiesRes
		if newCore(t, s, today).must("searchBodies", app.SearchBodiesReq{Query: query}, &res); len(res.Bodies) != n {
			t.Errorf("%q: %+v", query, res.Bodies)
		}
	}
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body1, Name: "Администрация посёлка Берёзовый"}},
		nil)
	second := direct("2-ОГ", "2026-10-05")
	second.Questions[0].Status, second.Questions[0].Transfers = appeal.Transferred,
		[]appeal.Transfer{ap.Questions[0].Transfers[0]}
	if got := c.save(second).Appeal.Questions[0].Transfers[0]; got.DepartmentID != "" {
		t.Errorf("of two bodies with one name the program chose %s", got.DepartmentID)
	}
	c.must("deleteBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body1}}, nil)
	c.must("deleteBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: "A1B2C3D4-0001-4000-8000-000000000001"}}, nil)
	c.refused("notFound", "deleteBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body2}})
	if keys, err := s.Keys(t.Context(), store.Bodies); err != nil || len(keys) != 0 {
		t.Errorf("%v, %v", keys, err)
	}
	if again := c.get(ap.ID).Appeal.Questions[0].Transfers[0]; again.DepartmentID != body2 {
		t.Errorf("the appeal lost its recipient: %+v", again)
	}
}
