package incoming

import (
	"path"
	"slices"
	"strings"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/container"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/store"
)

// ZeroOffer is a zero report that a file holds out to the journal.
type ZeroOffer struct {
	archive.Zero
	Source string // name of the file
	Place  string // in it
	Part   []byte // the zip that goes into the journal
	Words  string // what the report says
}

// partName is the name of the part in the journal.
func (z *ZeroOffer) partName() string {
	name := strings.TrimSuffix(z.Source, container.Ext)
	if ext := path.Ext(name); !strings.EqualFold(ext, ".zip") {
		name = strings.TrimSuffix(name, ext) + ".zip"
	}
	return name
}

// ZeroInstead reads an entry as a zero report where no appeal came out of it.
func ZeroInstead(in *archive.Opened, data []byte) (archive.Zero, bool) {
	if in != nil && (in.Appeal.Number != "" || in.Appeal.Name != "" || len(in.Appeal.Questions) > 0) {
		return archive.Zero{}, false
	}
	return archive.ReadZero(data)
}

// ZeroInWords says whose report it is, and of which month.
func (in *Incoming) ZeroInWords(z archive.Zero) string {
	whose := in.packs.BodyName(z.DepartmentID)
	for _, p := range in.office.Profiles {
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

// NewZeros makes rows of the journal out of zero reports of the active
// profile's body, with the writes and what the log says of each. What stands in
// the journal already is left there.
func (in *Incoming) NewZeros(offers []ZeroOffer) (rows []journal.Row, ops []store.Op, told []ledger.LogEntry,
	err error) {
	p, _ := in.office.Profile(in.office.Active)
	seq := int64(0)
	for _, x := range in.journal.Rows {
		seq = max(seq, x.Seq)
	}
	for i := range offers {
		z := &offers[i]
		entry := ledger.LogEntry{Source: z.Source, Place: z.Place, Name: z.Words, Kind: "новое",
			Decision: "принято в журнал архивов"}
		part := journal.Part{Name: z.partName(), Size: int64(len(z.Part)), SHA256: in.ledger.Checksum(z.Part), Entries: 1}
		if in.journal.HasPart(p.ID, part.SHA256) ||
			slices.ContainsFunc(rows, func(x journal.Row) bool { return x.Parts[0].SHA256 == part.SHA256 }) {
			entry.Kind, entry.Decision = "совпадает", "уже в журнале архивов"
			told = append(told, entry)
			continue
		}
		seq++
		now := in.office.Now().UTC()
		row := journal.Row{Archive: journal.Archive{ID: ledger.NewArchiveID(), Kind: journal.KindZero, Created: now,
			Profile: p, Mode: journal.ModeMonth, Month: z.Month,
			Period: z.Month.Russian(), Months: []journal.MonthCount{}, Parts: []journal.Part{part},
			LeftOut: []journal.LeftOut{}, FilesOut: []journal.FileOut{},
			State: journal.StateFormed,
			States: []journal.StateChange{
				{State: journal.StateFormed, At: now, Who: in.office.Author(),
					Note: "Принят из файла «" + z.Source + "»."}},
			Program: in.office.Program(), Format: in.office.Format.Name(), Codes: static.ClassifierEdition, Seq: seq}}
		o, err := ledger.Op(store.Archives, row.ID, 0, row)
		if err != nil {
			return nil, nil, nil, err
		}
		rows, told = append(rows, row), append(told, entry)
		ops = append(ops, store.Op{Table: store.Parts, Key: journal.PartKey(row.ID, 0), Rev: store.AnyRev,
			Data: z.Part}, o)
	}
	return rows, ops, told, nil
}

// JournalTakes adds the rows that were written.
func (in *Incoming) JournalTakes(rows []journal.Row) {
	for i := range rows {
		rows[i].Rev = 1 // what the store gives a new row
		in.journal.Rows = append(in.journal.Rows, rows[i])
		in.register.JournalAppended(&rows[i])
	}
}

// ZeroPart packs a report that came without a zip of its own.
func ZeroPart(name string, data []byte) ([]byte, error) {
	packed, err := archive.Pack(name, data)
	if err != nil {
		return nil, err
	}
	return archive.Assemble([]archive.Packed{packed})
}
