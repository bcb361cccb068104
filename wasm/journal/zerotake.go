package journal

import (
	"slices"

	"rroform/wasm/store"
)

// journalDrops are the writes that take rows out of the journal again, with
// their parts.
func (j *Journal) JournalDrops(ids []string) (ops []store.Op) {
	for _, id := range ids {
		at := slices.IndexFunc(j.Rows, func(x Row) bool { return x.ID == id })
		if at < 0 {
			continue
		}
		ops = append(ops, store.Op{Table: store.Archives, Key: id, Rev: store.AnyRev})
		for n := range j.Rows[at].Parts {
			ops = append(ops, store.Op{Table: store.Parts, Key: PartKey(id, n), Rev: store.AnyRev})
		}
	}
	return ops
}

// dropArchives takes rows out of the journal in memory.
func (j *Journal) DropArchives(ids []string) {
	j.Rows = slices.DeleteFunc(slices.Clone(j.Rows), func(x Row) bool { return slices.Contains(ids, x.ID) })
}

// hasPart reports whether the journal of a profile holds these bytes.
func (j *Journal) HasPart(profileID, sum string) bool {
	return slices.ContainsFunc(j.Rows, func(x Row) bool {
		return x.Profile.ID == profileID && slices.ContainsFunc(x.Parts, func(p Part) bool { return p.SHA256 == sum })
	})
}
