package journal

import (
	"context"
	"fmt"
	"slices"

	"rroform/wasm/archive"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// PartBytes returns the bytes of a part, counted from 0, and checks their SHA-256. It needs no lock.
func (j *Journal) PartBytes(ctx context.Context, row *Row, n int) ([]byte, error) {
	if row.Cleared != "" {
		return nil, rpc.Problem("cleared", "Содержимое этого архива удалено по сроку хранения.",
			"Остались дата, имя файла, контрольная сумма и число записей.")
	}
	kept, err := j.ledger.Store.Get(ctx, store.Parts, PartKey(row.ID, n))
	if err != nil {
		return nil, explain.Error(err)
	}
	if j.ledger.Checksum(kept.Data) != row.Parts[n].SHA256 {
		return nil, rpc.Problem("damaged", "Архив в журнале повреждён: контрольная сумма не сходится.",
			"Сформируйте его ещё раз.")
	}
	return kept.Data, nil
}

// Files returns the files in all parts of an archive. It needs no lock.
func (j *Journal) Files(ctx context.Context, row *Row) ([]archive.File, error) {
	var files []archive.File
	for n := range row.Parts {
		data, err := j.PartBytes(ctx, row, n)
		if err != nil {
			return nil, err
		}
		of, err := archive.Open(data)
		if err != nil {
			return nil, explain.Error(err)
		}
		files = append(files, of...)
	}
	return files, nil
}

// PartKey is the key in [store.Parts] of a part, counted from 0.
func PartKey(id string, n int) string { return fmt.Sprintf("%s/%d", id, n) }

// NextPart returns the next number for file names with a stem. Numbers continue over all archives, also those of
// bodies with the same name, so that no file name repeats and the browser never adds "(1)".
func (j *Journal) NextPart(stem string) int {
	last := 0
	for _, row := range j.Rows {
		for _, part := range row.Parts {
			last = max(last, archive.PartNumber(stem, part.Name))
		}
	}
	return last + 1
}

// DropOps returns the writes that delete archives and their parts from the store.
func (j *Journal) DropOps(ids []string) (ops []store.Op) {
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

// Drop removes archives from memory.
func (j *Journal) Drop(ids []string) {
	j.Rows = slices.DeleteFunc(slices.Clone(j.Rows), func(x Row) bool { return slices.Contains(ids, x.ID) })
}

// HasPart reports whether a part of an archive of the profile has this SHA-256.
func (j *Journal) HasPart(profileID, sum string) bool {
	return slices.ContainsFunc(j.Rows, func(x Row) bool {
		return x.Profile.ID == profileID && slices.ContainsFunc(x.Parts, func(p Part) bool { return p.SHA256 == sum })
	})
}
