package app_test

import (
	"strings"
	"testing"

	"rroform/wasm/app"
)

// TestReconcileSkips: headings and totals are counted and shown, and are never
// appeals; a number is read out of the words around it.
func TestReconcileSkips(t *testing.T) {
	c, _ := newFilled(t)
	for _, number := range []string{"4506-ОГ", "4507-ОГ", "17/01.02.2026"} {
		c.save(direct(number, "2026-10-11"))
	}
	const portal = "Обращение, поступившее в орган напрямую\tДата документа по обращению\tДата поступления в " +
		"орган\tСтатус\n"
	for name, text := range map[string]string{
		"the portal's page": portal + "№ 4506-ОГ от 11.10.2026\t11.10.2026\t11.10.2026\tНаходится на " +
			"рассмотрении\n4507-ОГ\t\t11.10.2026\tНаходится на рассмотрении\n17/01.02.2026\t\t\t\nИтого: 3",
		"heading of one column": "Обращение, поступившее в орган напрямую\n№ 4506-ОГ от 11.10.2026\n№4507-ОГ\n" +
			"17/01.02.2026\nИтого: 3\n",
		"heading again": portal + "4506-ОГ\t11.10.2026\t\t\n" + portal +
			"4507-ОГ\t11.10.2026\t\t\n17/01.02.2026\t\t\t\nВсего записей: 3",
		"other columns": "ФИО заявителя\tАдрес\tФормат обращения\nИтого\n4506-ОГ/11.10.2026\n4507-ОГ/11.10.2026\n" +
			"17/01.02.2026",
		"slash and sign": "Всего 3 обращения\n№4506-ОГ\n№ 4507-ОГ / 11.10.2026\n№ 17/01.02.2026",
		"words": "Номер\nОбращение № 4506-ОГ от 11.10.2026 г.\n4507-ОГ от 11.10.2026 года\n№ 17/01.02.2026 " +
			"от 11.10.2026\nЗаписи с 1 по 3 из 3",
		"total in a cell": "№ п/п\tНомер\tСтатус\n1\t№ 4506-ОГ от 11.10.2026\tНаходится на рассмотрении\n" +
			"2\t4507-ОГ\t\n3\t17/01.02.2026\t\n\tИтого:\t3",
		"with a status": "Номер; дата\n№ 4506-ОГ от 11.10.2026; 11.10.2026\n№ 4507-ОГ (от 11.10.2026)\n" +
			"17/01.02.2026\nПоказано 3 из 3",
		"one line": "Номер обращения\n№ 4506-ОГ от 11.10.2026; № 4507-ОГ от 11.10.2026; 17/01.02.2026",
	} {
		res := c.reconcile(text)
		agree, skipped := of(res, app.Agrees), 0
		for _, row := range res.Rows {
			if row.Kind == app.Skipped {
				skipped++
				if row.There == "" || !strings.HasPrefix(row.Note, "строка ") {
					t.Errorf("%s: %+v", name, row)
				}
			}
		}
		if len(agree) != 3 || res.Pasted != 3 || skipped == 0 || len(res.Rows) != 3+skipped {
			t.Errorf("%s: agree %v of %d, skipped %d: %+v", name, agree, res.Pasted, skipped, res.Rows)
		}
	}
	res := c.reconcile(portal + "№ 4506-ОГ от 12.10.2026\n4508-ОГ\nИтого: 2")
	if got := of(res, app.OtherDate); len(got) != 1 || got[0] != "4506-ОГ" {
		t.Errorf("the date beside the number: %v", res.Rows)
	}
	if got := of(res, app.NotHere); len(got) != 1 || got[0] != "4508-ОГ" {
		t.Errorf("not here: %v", got)
	}
	if e := c.refused("empty", "reconcile", app.ReconcileReq{Text: portal + "Итого: 0"}); !strings.Contains(
		e.Text, "только заголовки") {
		t.Errorf("headings alone: %v", e)
	}
	// What only looks like a heading or a total is an appeal, or is shown as unread.
	res = c.reconcile("Общ-17\nДан ответ автору\nБ/Н")
	if len(of(res, app.NotHere)) != 2 || len(of(res, app.Unread)) != 1 {
		t.Errorf("%+v", res.Rows)
	}
}
