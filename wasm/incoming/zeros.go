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

// ZeroOffer is a zero report from a file that may come into the journal.
type ZeroOffer struct {
	archive.Zero
	Source string // name of the file
	Place  string // name of the entry in the file
	Part   []byte // the zip for the journal
	Words  string // the report, for people, see [Incoming.DescribeZero]
}

// partName returns the file name for the journal.
func (z *ZeroOffer) partName() string {
	name := strings.TrimSuffix(z.Source, container.Ext)
	if ext := path.Ext(name); !strings.EqualFold(ext, ".zip") {
		name = strings.TrimSuffix(name, ext) + ".zip"
	}
	return name
}

// ReadZero reads an entry as a zero report, unless it was read as an appeal.
func ReadZero(in *archive.Opened, data []byte) (archive.Zero, bool) {
	if in != nil && (in.Appeal.Number != "" || in.Appeal.Name != "" || len(in.Appeal.Questions) > 0) {
		return archive.Zero{}, false
	}
	return archive.ReadZero(data)
}

// DescribeZero returns the body and the month of a report, for people.
func (in *Incoming) DescribeZero(z archive.Zero) string {
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

// NewZeros makes rows of the journal from zero reports of the active profile's body. It returns the
// rows with the operations that write them, and an entry of the log for each offer. It skips
// reports that the journal already has.
func (in *Incoming) NewZeros(
	offers []ZeroOffer,
) (rows []journal.Row, ops []store.Op, entries []ledger.LogEntry, err error) {
	p, _ := in.office.Profile(in.office.Active)
	seq := int64(0)
	for _, x := range in.journal.Rows {
		seq = max(seq, x.Seq)
	}
	for i := range offers {
		z := &offers[i]
		entry := ledger.LogEntry{Source: z.Source, Place: z.Place, Name: z.Words, Kind: "новое",
			Decision: "принято в журнал архивов"}
		part := journal.Part{Name: z.partName(), Size: int64(len(z.Part)), Entries: 1}
		part.SHA256 = in.ledger.Checksum(z.Part)
		if in.journal.HasPart(p.ID, part.SHA256) ||
			slices.ContainsFunc(rows, func(x journal.Row) bool { return x.Parts[0].SHA256 == part.SHA256 }) {
			entry.Kind, entry.Decision = "совпадает", "уже в журнале архивов"
			entries = append(entries, entry)
			continue
		}
		seq++
		now := in.office.Now().UTC()
		state := journal.StateChange{State: journal.StateFormed, At: now, Who: in.office.Author()}
		state.Note = "Принят из файла «" + z.Source + "»."
		row := journal.Row{Archive: journal.Archive{
			ID: ledger.NewArchiveID(), Kind: journal.KindZero, Created: now, Seq: seq, Profile: p,
			Mode: journal.ModeMonth, Month: z.Month, Period: z.Month.Russian(), Months: []journal.MonthCount{},
			Parts: []journal.Part{part}, LeftOut: []journal.LeftOut{}, FilesOut: []journal.FileOut{},
			State: state.State, States: []journal.StateChange{state},
			Program: in.office.Program(), Format: in.office.Format.Name(), Codes: static.ClassifierEdition,
		}}
		o, err := ledger.Op(store.Archives, row.ID, 0, row)
		if err != nil {
			return nil, nil, nil, err
		}
		rows, entries = append(rows, row), append(entries, entry)
		file := store.Op{Table: store.Parts, Key: journal.PartKey(row.ID, 0), Rev: store.AnyRev, Data: z.Part}
		ops = append(ops, file, o)
	}
	return rows, ops, entries, nil
}

// AddToJournal adds rows to the journal in memory after they were written.
func (in *Incoming) AddToJournal(rows []journal.Row) {
	for i := range rows {
		rows[i].Rev = 1 // the store gives a new row this revision
		in.journal.Rows = append(in.journal.Rows, rows[i])
		in.register.JournalAppended(&rows[i])
	}
}

// ZeroPart returns a zip with one entry.
func ZeroPart(name string, data []byte) ([]byte, error) {
	packed, err := archive.Pack(name, data)
	if err != nil {
		return nil, err
	}
	return archive.Assemble([]archive.Packed{packed})
}
