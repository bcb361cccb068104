package app

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/foreign"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// openArchive is an archive that stands open on «Обмен», a row of
// [store.Opened]. Its appeals are ordinary records whose ProfileID is its id,
// so that card, saving, findings, history and undo work on them, and no
// register shows them.
type openArchive struct {
	ID      string      `json:"id"`
	File    string      `json:"file"` // its name
	SHA256  string      `json:"sha256"`
	Size    int64       `json:"size"`
	At      time.Time   `json:"at"`
	Entries []openEntry `json:"entries"` // in the order of the zip
	Sources []string    `json:"sources"` // keys of its entries as they came; null = the ids of their appeals
}

// openEntry is one file of it.
type openEntry struct {
	Name    string           `json:"name"`              // for people, with its folder
	Raw     []byte           `json:"raw,omitempty"`     // as it is written in the zip, where that is other
	ID      string           `json:"id,omitempty"`      // of its appeal, "" = none comes out of it
	Foreign bool             `json:"foreign,omitempty"` // not meant as an appeal
	Why     *foreign.Error   `json:"why,omitempty"`     // why no appeal comes out of it
	FileID  string           `json:"fileId,omitempty"`  // its bytes, where no appeal does
	Packed  *packedEntry     `json:"packed,omitempty"`  // they are still packed, since they are damaged
	Zero    *archive.Zero    `json:"zero,omitempty"`    // it is a zero report
	Repairs []archive.Repair `json:"repairs,omitempty"`
	Wrong   []entryFault     `json:"wrong,omitempty"` // what the schema objects to, where nothing was mended
}

// entryFault is what the schema says of one field.
type entryFault struct {
	Field string `json:"field"` // path, see appeal.Fields
	Text  string `json:"text"`
}

type packedEntry struct {
	CRC    uint32 `json:"crc"`
	Size   int    `json:"size"`
	Method uint16 `json:"method"`
}

// path is the name in the zip.
func (e *openEntry) path() string {
	if e.Raw != nil {
		return string(e.Raw)
	}
	return e.Name
}

func (a *App) takeOpened(r store.Row) error {
	var o openArchive
	if err := json.Unmarshal(r.Data, &o); err != nil {
		return err
	}
	a.shelve(&o)
	return nil
}

func (a *App) shelve(o *openArchive) {
	a.shelf = append(a.shelf, o)
	slices.SortStableFunc(a.shelf, func(x, y *openArchive) int {
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
}

// shelved returns the open archive with the id, nil = none.
func (a *App) shelved(id string) *openArchive {
	for _, o := range a.shelf {
		if o.ID == id {
			return o
		}
	}
	return nil
}

// known reports whether a profile, or an archive that stands open, has the id.
func (a *App) known(profileID string) bool {
	_, ok := a.office.Profile(profileID)
	return ok || a.shelved(profileID) != nil
}

// registered counts the appeals of all registers, those of open archives left out.
func (a *App) registered() int {
	n := 0
	for _, rec := range a.register.All() {
		if a.shelved(rec.Appeal.ProfileID) == nil {
			n++
		}
	}
	return n
}

// envOf is what rules need to judge one appeal: for one of an open archive the
// body is its entry's, and whether the portal keeps its answer file is not the
// question, since the archive is saved with it (B-40).
func (a *App) envOf(ap *appeal.Appeal) *rules.Env {
	env := a.register.Env(ap.ProfileID)
	if o := a.shelved(ap.ProfileID); o != nil {
		env.Profile = appeal.Profile{ID: o.ID, Name: o.File, DepartmentID: ap.DepartmentID}
		levels := map[string]appeal.Level{"B-40": appeal.Off}
		for code, level := range env.Format.Levels {
			levels[code] = level
		}
		env.Format.Levels = levels
	}
	return env
}

// unshelve takes an archive off those that stand open.
func (a *App) unshelve(id string) {
	a.shelf = slices.DeleteFunc(slices.Clone(a.shelf), func(o *openArchive) bool { return o.ID == id })
}
