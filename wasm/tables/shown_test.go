package tables

import (
	"slices"
	"testing"

	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

func TestShown(t *testing.T) {
	for _, c := range []struct{ cell, field, want string }{
		{"2026-10-05", table.Registered, "05.10.2026"}, {"2026-10-05", "", "05.10.2026"},
		{"2026-10-05 00:00:00", table.Incoming, "05.10.2026"},
		{"2026-10-05T14:30:59.123", table.Incoming, "05.10.2026 14:30"}, {"2026-13-05", "", "2026-13-05"},
		{"2026-10-05", table.Number, "2026-10-05"},
		{"2026-10-05", table.Outgoing, "2026-10-05"}, {"05.10.2026", table.Registered, "05.10.2026"},
		{"до 2026-10-05", "", "до 2026-10-05"},
	} {
		if got := shownCell(c.cell, c.field); got != c.want {
			t.Errorf("%q in %q is shown as %q, want %q", c.cell, c.field, got, c.want)
		}
	}
	s, err := sheet.ReadText([]byte("Номер;Дата регистрации\n2026-10-01;2026-10-05\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	if got := shownRow(s, 1, &table.Mapping{Columns: []string{table.Number, table.Registered}}); !slices.Equal(
		got, []string{"2026-10-01", "05.10.2026"}) {
		t.Error(got)
	}
}
