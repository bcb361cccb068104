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

// openArchive is an open archive, a row of [store.Opened]. Its appeals are ordinary records with its
// id as ProfileID. So card, saving, findings, history and undo work on them, and the register of a
// profile does not show them.
type openArchive struct {
	ID      string      `json:"id"`
	File    string      `json:"file"` // name of the file
	SHA256  string      `json:"sha256"`
	Size    int64       `json:"size"`
	At      time.Time   `json:"at"`
	Entries []openEntry `json:"entries"` // in the order of the zip
	Sources []string    `json:"sources"` // keys of the original entries; null = the ids of their appeals
}

// openEntry is one file of an open archive.
type openEntry struct {
	Name    string           `json:"name"`              // for people, with its folder
	Raw     []byte           `json:"raw,omitempty"`     // name in the zip, if it differs from Name
	ID      string           `json:"id,omitempty"`      // of its appeal; "" = it is not an appeal
	Foreign bool             `json:"foreign,omitempty"` // not JSON
	Why     *foreign.Error   `json:"why,omitempty"`     // why it cannot be read as an appeal
	FileID  string           `json:"fileId,omitempty"`  // its bytes, if it is not an appeal
	Packed  *packedEntry     `json:"packed,omitempty"`  // the bytes are still compressed, because they are damaged
	Zero    *archive.Zero    `json:"zero,omitempty"`    // it is a zero report
	Repairs []archive.Repair `json:"repairs,omitempty"`
	Wrong   []entryFault     `json:"wrong,omitempty"` // violations of the schema, if the reader repaired nothing
}

// entryFault is a violation of the schema at one field.
type entryFault struct {
	Field string `json:"field"` // path, see appeal.Fields
	Text  string `json:"text"`
}

type packedEntry struct {
	CRC    uint32 `json:"crc"`
	Size   int    `json:"size"`
	Method uint16 `json:"method"`
}

// path returns the name in the zip.
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
	a.addOpen(&o)
	return nil
}

func (a *App) addOpen(o *openArchive) {
	a.openArchives = append(a.openArchives, o)
	slices.SortStableFunc(a.openArchives, func(x, y *openArchive) int {
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
}

// openByID returns the open archive with this id; nil = none.
func (a *App) openByID(id string) *openArchive {
	for _, o := range a.openArchives {
		if o.ID == id {
			return o
		}
	}
	return nil
}

// profileExists reports whether a profile or an open archive has this id.
func (a *App) profileExists(profileID string) bool {
	_, ok := a.office.Profile(profileID)
	return ok || a.openByID(profileID) != nil
}

// countAppeals counts the appeals of all profiles, without those of open archives.
func (a *App) countAppeals() int {
	n := 0
	for _, rec := range a.register.All() {
		if a.openByID(rec.Appeal.ProfileID) == nil {
			n++
		}
	}
	return n
}

// envOf returns what rules need to check one appeal. For an appeal of an open archive the body is that
// of the entry. Rule B-40 is off then: the archive is saved with the answer file, whether or not the
// portal keeps it.
func (a *App) envOf(ap *appeal.Appeal) *rules.Env {
	env := a.register.Env(ap.ProfileID)
	if o := a.openByID(ap.ProfileID); o != nil {
		env.Profile = appeal.Profile{ID: o.ID, Name: o.File, DepartmentID: ap.DepartmentID}
		levels := map[string]appeal.Level{"B-40": appeal.Off}
		for code, level := range env.Format.Levels {
			levels[code] = level
		}
		env.Format.Levels = levels
	}
	return env
}

// removeOpen removes an archive from the open ones.
func (a *App) removeOpen(id string) {
	a.openArchives = slices.DeleteFunc(slices.Clone(a.openArchives), func(o *openArchive) bool { return o.ID == id })
}
