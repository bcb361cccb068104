package incoming

import (
	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/merge"
)

// kindWords are the kinds in the words of the log.
var kindWords = map[merge.Kind]string{
	merge.New:      "новое",
	merge.Same:     "совпадает",
	merge.Newer:    "в файле новее",
	merge.Older:    "здесь новее",
	merge.Conflict: "расходится",
}

// sideWords are the decisions about appeals that the register has, in the words of the log.
var sideWords = map[MergeSide]string{
	MergeHere:   "оставлено здешнее",
	MergeFile:   "взято из файла",
	MergeFields: "собрано по полям",
	MergeBoth:   "добавлено отдельным обращением",
}

// log returns the entry of the log about an item. It needs the id that MergeApply gives the appeal.
func (it *item) log() ledger.LogEntry {
	ap := &it.offer.Appeal
	e := ledger.LogEntry{Source: it.offer.Source, Place: it.offer.Place, Number: ap.Number, Name: ap.Name,
		Kind: kindWords[it.kind], Decision: sideWords[it.choice.side]}
	if it.merged != nil {
		e.AppealID = it.merged.id
	}
	differences := it.differences
	switch {
	case it.kind == merge.New && it.choice.side == MergeFile:
		e.Decision = "добавлено"
	case it.kind == merge.New:
		e.Decision = "не взято: так решено"
		differences = merge.Differences(&appeal.Appeal{}, ap)
	case it.kind == merge.Same:
		e.Decision = "совпадает, менять нечего"
	case !it.decided:
		e.Decision = "не решено, оставлено здешнее"
	}
	if it.choice.side == MergeBoth {
		return e // no value was replaced
	}
	for _, d := range differences {
		v := ledger.LogValue{Field: d.Label, Lost: d.File, Kept: d.Here}
		if it.decided && it.side(d.Path) == merge.File {
			v.Lost, v.Kept = v.Kept, v.Lost
		}
		if it.kind == merge.New && it.choice.side == MergeFile || v.Lost == "" && v.Kept == "" {
			continue
		}
		e.Lost = append(e.Lost, v)
	}
	return e
}
