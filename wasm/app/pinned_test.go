package app

import (
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/register"
)

// TestPinnedEntries: the journal keeps the fingerprint of each entry that went
// out. What the same appeal is sent as has the same one for ever, or all that
// was exported would look changed. Who changes what an archive holds decides
// that here.
func TestPinnedEntries(t *testing.T) {
	yes := true
	full := &appeal.Appeal{ID: "00000000-0000-4000-8000-000000000001", Number: "А26-1", Format: "Electronic",
		CreateDate:   "2026-10-01",
		IncomingDate: "2026-10-02", RegistrationDate: "2026-10-03", Name: "Приметинцев «Э» <П>",
		Address: "с. Неведомовское", Email: "a@example.ru",
		Draft: true, Text: "не уходит", Questions: []appeal.Question{
			{ID: "q", Code: "0003.0009.0097.0694", Status: "Answered", ResponseDate: "2026-10-20", ActionsTaken: &yes,
				Attachment: &appeal.Attachment{FileID: "f", Name: "Ответ.pdf", Size: 12, SHA256: "ab"}},
			{ID: "r", Code: "0001.0002.0027.0147", Status: "Transferred", Transfers: []appeal.Transfer{
				{ID: "t", DepartmentID: "9F1C0000-0000-0000-0000-000000000000", DepartmentName: "Орган",
					TransferDate:   "2026-10-06",
					TransferNumber: "15-П"}}}}}
	plain := &appeal.Appeal{ID: "00000000-0000-4000-8000-000000000002", IsDirect: true, Number: "2-ОГ", Format: "Other",
		CreateDate: "2026-10-01",
		Name:       "Иванова Анна", Questions: []appeal.Question{{Code: "0003.0009.0097.0694", Status: "InWork"}}}
	format := appeal.FormatProfile{CreateDateOfDirect: appeal.CreateDateArrival, Extended: appeal.ExtendedStatus,
		Recipients: appeal.QuestionPerRecipient, FileRule: appeal.FilesA26}
	for name, row := range map[string]struct {
		ap   *appeal.Appeal
		want string
	}{
		"nothing":    {&appeal.Appeal{}, "10222b9b63d3604049ee238033510819a22f689c5a476864b4105bb5864f9400"},
		"plain":      {plain, "ca364cbbf1b54e21752bf240283b3c221c365be4932d20e3d0abd349e0c2c2c3"},
		"all fields": {full, "ef32acfe1a7ab54233ca8477ff8ee553fd6c67639629423504d987e49b6d9ee4"},
	} {
		if got := register.TextHash(
			archive.Write(row.ap, "9F1C0000-0000-0000-0000-000000000001", &format)); got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
}
