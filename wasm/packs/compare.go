package packs

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/calendar"
	"rroform/wasm/classifier"
	"rroform/wasm/rpc"
)

// Compare compares an offered pack with the one in force. It merges an offered classifier with it, so that removed
// codes keep their titles.
func (e *Editions) Compare(p *Row) (PackPart, error) {
	part := PackPart{Kind: p.Kind, Label: p.Label(), Edition: p.Edition, Source: p.Source}
	var err error
	switch p.Kind {
	case PackClassifier:
		part.InForce = e.Codes.Edition()
		err = e.compareClassifier(p, &part)
	case PackBodies:
		part.InForce = e.Loaded[string(PackBodies)].Edition
		e.compareBodies(p, &part)
	case PackCalendar:
		part.InForce = e.Loaded[p.Key()].Edition
		compareCalendar(e.Calendar, p.Year, &part)
	case PackFormat:
		part.InForce = e.office.Format.Format.Version
		part.Forced = true
	case PackHabits:
		part.InForce = e.Loaded[p.Key()].Edition
		part.Counts = []PackCount{{Label: "кодов", Count: strings.Count(p.TSV, "\n") - 1}}
	case PackResults:
		part.Counts = []PackCount{{Label: "своих результатов", Count: len(p.Results)}}
	case PackWords:
		part.Counts = []PackCount{{Label: "своих слов", Count: len(p.Words)}}
	}
	part.setState()
	return part, err
}

// setState compares the editions and refuses an older one.
func (p *PackPart) setState() {
	n, ok := CompareEditions(p.Edition, p.InForce)
	switch {
	case !ok:
		p.State = PackNew
	case n > 0:
		p.State = PackNewer
	case n == 0:
		p.State = PackSame
	default:
		p.State = PackOlder
		p.Refusal = fmt.Sprintf("Редакция %s старше действующей %s. Со старой редакцией новые записи стали бы "+
			"ошибочными.", p.Edition, p.InForce)
	}
	p.Forced = p.Forced && p.Refusal != ""
}

// SetAffected sets the affected appeals, by number.
func (p *PackPart) SetAffected(list []AffectedAppeal) {
	sort.Slice(list, func(i, j int) bool {
		return list[i].Number < list[j].Number || list[i].Number == list[j].Number && list[i].What < list[j].What
	})
	p.AllHit, p.Affected = len(list), list[:min(len(list), maxAffected)]
}

// names returns a line of the summary.
func names[T any](label string, list []T, name func(T) string) PackCount {
	c := PackCount{Label: label, Count: len(list)}
	for _, x := range list[:min(len(list), maxNames)] {
		c.Names = append(c.Names, name(x))
	}
	return c
}

var levelLabels = []string{classifier.LevelSection: "разделов", classifier.LevelSubject: "тематик",
	classifier.LevelTheme:    "тем",
	classifier.LevelQuestion: "вопросов", classifier.LevelSubquestion: "подвопросов"}

func (e *Editions) compareClassifier(p *Row, part *PackPart) error {
	list, _ := classifier.Entries(p.TSV)
	r, err := classifier.Renew(e.Codes, list, p.Edition)
	if err != nil {
		return rpc.Problem("file", "В файле нет ни одного кода вопроса.", otherFile)
	}
	p.TSV = string(r.Table.TSV())
	byLevel := make([]int, len(levelLabels))
	live := 0
	for row := range r.Table.All() {
		if !row.Retired {
			byLevel[row.Level]++
			live++
		}
	}
	for level := classifier.LevelSection; level <= classifier.LevelSubquestion; level++ {
		part.Counts = append(part.Counts, PackCount{Label: levelLabels[level], Count: byLevel[level]})
	}
	of := func(row classifier.Row) string { return row.Code + " " + row.Title }
	part.Counts = append(part.Counts, names("новых кодов", r.Added, of), names("исключено", r.Gone, of),
		names("переименовано", r.Retitled, func(x classifier.Retitled) string {
			return fmt.Sprintf("%s «%s» → «%s»", x.Code, x.Was, x.Title)
		}))
	if live < len(r.Gone) {
		part.Doubt = true
		part.Remarks = append(part.Remarks,
			fmt.Sprintf("Похоже, это не вся редакция: вопросов и подвопросов в файле %d, а исключено было бы кодов: %d",
				byLevel[classifier.LevelQuestion]+byLevel[classifier.LevelSubquestion], len(r.Gone)))
	}
	part.Remarks = append(part.Remarks, r.Remarks[:min(len(r.Remarks), maxNames)]...)
	part.SetAffected(e.AffectedByCodes(r.Table))
	return nil
}

// AffectedByCodes returns the appeals with a code that the next edition retires, renames or lacks.
func (e *Editions) AffectedByCodes(next *classifier.Table) []AffectedAppeal {
	var out []AffectedAppeal
	for id, rec := range e.ledger.Records {
		for _, q := range rec.Appeal.Questions {
			was, known := e.Codes.Row(q.Code)
			if !known {
				continue
			}
			what := ""
			switch row, ok := next.Row(q.Code); {
			case !ok:
				what = "кода " + q.Code + " не станет"
			case row.Retired && !was.Retired:
				what = "код " + q.Code + " исключён"
			case classifier.Fold(row.Title) != classifier.Fold(was.Title):
				what = "код " + q.Code + " называется иначе: «" + row.Title + "»"
			default:
				continue
			}
			out = append(out, AffectedAppeal{id, rec.Appeal.ShownNumber(), what})
		}
	}
	return out
}

func (e *Editions) compareBodies(p *Row, part *PackPart) {
	offered := map[string]string{}
	var added, renamed []Body
	for _, b := range p.Bodies {
		key := BodyKey(b.DepartmentID)
		offered[key] = b.Name
		switch was, known := e.Directory.byKey[key]; {
		case !known:
			added = append(added, b)
		case classifier.Fold(was) != classifier.Fold(b.Name):
			renamed = append(renamed, b)
		}
	}
	var gone []Body
	for _, row := range e.Directory.Rows {
		if _, stays := offered[row.key]; !stays {
			gone = append(gone, row.Body)
		}
	}
	own := 0
	for key := range e.Bodies {
		if _, there := offered[key]; !there {
			own++
		}
	}
	of := func(b Body) string { return b.Name }
	part.Counts = []PackCount{{Label: "органов", Count: len(p.Bodies)}, names("новых", added, of),
		names("больше нет", gone, of),
		names("переименовано", renamed, of), {Label: "внесённых вами, которых в файле нет (остаются)", Count: own}}
	part.SetAffected(e.affectedByBodies(func(key string) bool { _, there := offered[key]; return there }))
}

// affectedByBodies returns the appeals with a recipient that a directory lacks: the body may have been renamed or
// closed.
func (e *Editions) affectedByBodies(has func(key string) bool) []AffectedAppeal {
	var out []AffectedAppeal
	for id, rec := range e.ledger.Records {
		for _, q := range rec.Appeal.Questions {
			for _, t := range q.Transfers {
				if appeal.IsGUID(t.DepartmentID) && !has(BodyKey(t.DepartmentID)) {
					name := cmp.Or(t.DepartmentName, e.BodyName(t.DepartmentID), t.DepartmentID)
					out = append(out,
						AffectedAppeal{id, rec.Appeal.ShownNumber(), "получателя «" + name + "» в справочнике нет"})
				}
			}
		}
	}
	return out
}

func compareCalendar(have calendar.Calendar, y *calendar.Year, part *PackPart) {
	was, loaded := have[y.Year]
	if !loaded {
		was = calendar.Builtin(y.Year)
	}
	of := func(d appeal.Date) string { return d.Russian() }
	without := func(list, other []appeal.Date) []appeal.Date {
		return slices.DeleteFunc(slices.Clone(list), func(d appeal.Date) bool { return slices.Contains(other, d) })
	}
	part.Counts = []PackCount{names("выходных среди недели", y.Off, of),
		names("рабочих суббот и воскресений", y.Work, of),
		names("станут выходными", without(y.Off, was.Off), of),
		names("станут рабочими", append(without(was.Off, y.Off), without(y.Work, was.Work)...), of)}
}
