package query

import (
	"fmt"
	"strings"

	"rroform/wasm/appeal"
)

// unknownMonth is the year and month of a filter for appeals without a reporting month.
const unknownMonth = -1

// DescribeFilter describes a filter of the register in Russian; "" = no filter.
func DescribeFilter(f *RegisterReq) string {
	var parts []string
	add := func(on bool, text string) {
		if on {
			parts = append(parts, text)
		}
	}
	row, _ := appeal.StatusOf(f.Status)
	add(f.Year > 0, fmt.Sprintf("год %d", f.Year))
	add(f.Month > 0, "месяц "+appeal.MonthName(f.Month))
	add(f.Year == unknownMonth || f.Month == unknownMonth, "отчётный месяц не определён")
	add(f.Origin == Direct, "прямые")
	add(f.Origin == Forwarded, "переданные")
	add(f.Status != "", "статус «"+row.Label+"»")
	add(f.Code != "", "код вопроса "+f.Code)
	add(f.Recipient != "", "орган-получатель «"+f.Recipient+"»")
	add(f.OnlyErrors, "только с ошибками")
	add(f.OnlyDrafts, "только черновики")
	add(f.NotExported, "не выгружено")
	add(f.ChangedSince, "изменено после выгрузки")
	add(f.Query != "", "слова «"+f.Query+"»")
	return strings.Join(parts, ", ")
}
