package app

import (
	"path"
	"slices"
	"strings"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/container"
	"rroform/wasm/store"
)

// zeroOffer is a zero report that a file holds out to the journal.
type zeroOffer struct {
	archive.Zero
	source string // name of the file
	place  string // in it
	part   []byte // the zip that goes into the journal
	words  string // what the report says
}

// partName is the name of the part in the journal.
func (z *zeroOffer) partName() string {
	name := strings.TrimSuffix(z.source, container.Ext)
	if ext := path.Ext(name); !strings.EqualFold(ext, ".zip") {
		name = strings.TrimSuffix(name, ext) + ".zip"
	}
	return name
}

// zeroInstead reads an entry as a zero report where no appeal came out of it.
func zeroInstead(in *archive.Opened, data []byte) (archive.Zero, bool) {
	if in != nil && (in.Appeal.Number != "" || in.Appeal.Name != "" || len(in.Appeal.Questions) > 0) {
		return archive.Zero{}, false
	}
	return archive.ReadZero(data)
}

// zeroInWords says whose report it is, and of which month.
func (a *App) zeroInWords(z archive.Zero) string {
	whose := a.bodyName(z.DepartmentID)
	for _, p := range a.profiles {
		if p.DepartmentID != "" && appeal.SameGUID(p.DepartmentID, z.DepartmentID) {
			whose = p.Name
		}
	}
	switch {
	case z.DepartmentID == "":
		whose = "не указан"
	case whose == "":
		whose = z.DepartmentID
	}
	return "Нулевой отчёт: орган — " + whose + ", месяц — " + z.Month.Russian()
}

// newZeros makes rows of the journal out of zero reports of the active
// profile's body, with the writes and what the log says of each. What stands in
// the journal already is left there.
func (a *App) newZeros(offers []zeroOffer) (rows []archiveRow, ops []store.Op, told []LogEntry, err error) {
	p, _ := a.profile(a.active)
	seq := int64(0)
	for _, x := range a.journal {
		seq = max(seq, x.Seq)
	}
	for i := range offers {
		z := &offers[i]
		entry := LogEntry{Source: z.source, Place: z.place, Name: z.words, Kind: "новое", Decision: "принято в журнал архивов"}
		part := Part{Name: z.partName(), Size: int64(len(z.part)), SHA256: a.sum(z.part), Entries: 1}
		if a.hasPart(p.ID, part.SHA256) || slices.ContainsFunc(rows, func(x archiveRow) bool { return x.Parts[0].SHA256 == part.SHA256 }) {
			entry.Kind, entry.Decision = "совпадает", "уже в журнале архивов"
			told = append(told, entry)
			continue
		}
		seq++
		now := a.now().UTC()
		row := archiveRow{Archive: Archive{ID: newArchiveID(), Kind: KindZero, Created: now, Profile: p, Mode: ModeMonth, Month: z.Month,
			Period: z.Month.Russian(), Months: []MonthCount{}, Parts: []Part{part}, LeftOut: []LeftOut{}, FilesOut: []FileOut{},
			State: StateFormed, States: []StateChange{{State: StateFormed, At: now, Who: a.who(), Note: "Принят из файла «" + z.source + "»."}},
			Program: a.program(), Format: a.format.name(), Codes: static.ClassifierEdition, Seq: seq}}
		o, err := op(store.Archives, row.ID, 0, row)
		if err != nil {
			return nil, nil, nil, err
		}
		rows, told = append(rows, row), append(told, entry)
		ops = append(ops, store.Op{Table: store.Parts, Key: partKey(row.ID, 0), Rev: store.AnyRev, Data: z.part}, o)
	}
	return rows, ops, told, nil
}

// zeroRows are the rows among the writes of an action.
func zeroRows(ops []store.Op) (ids []string) {
	for _, o := range ops {
		if o.Table == store.Archives && o.Data != nil {
			ids = append(ids, o.Key)
		}
	}
	return ids
}

// journalTakes adds the rows that were written.
func (a *App) journalTakes(rows []archiveRow) {
	for i := range rows {
		rows[i].Rev = 1 // what the store gives a new row
		a.journal = append(a.journal, rows[i])
		a.journalGrew(&rows[i])
	}
}

// journalDrops are the writes that take rows out of the journal again, with
// their parts.
func (a *App) journalDrops(ids []string) (ops []store.Op) {
	for _, id := range ids {
		at := slices.IndexFunc(a.journal, func(x archiveRow) bool { return x.ID == id })
		if at < 0 {
			continue
		}
		ops = append(ops, store.Op{Table: store.Archives, Key: id, Rev: store.AnyRev})
		for n := range a.journal[at].Parts {
			ops = append(ops, store.Op{Table: store.Parts, Key: partKey(id, n), Rev: store.AnyRev})
		}
	}
	return ops
}

// dropArchives takes rows out of the journal in memory.
func (a *App) dropArchives(ids []string) {
	a.journal = slices.DeleteFunc(slices.Clone(a.journal), func(x archiveRow) bool { return slices.Contains(ids, x.ID) })
}

// hasPart reports whether the journal of a profile holds these bytes.
func (a *App) hasPart(profileID, sum string) bool {
	return slices.ContainsFunc(a.journal, func(x archiveRow) bool {
		return x.Profile.ID == profileID && slices.ContainsFunc(x.Parts, func(p Part) bool { return p.SHA256 == sum })
	})
}

// zeroPart packs a report that came without a zip of its own.
func zeroPart(name string, data []byte) ([]byte, error) {
	packed, err := archive.Pack(name, data)
	if err != nil {
		return nil, err
	}
	return archive.Assemble([]archive.Packed{packed})
}
