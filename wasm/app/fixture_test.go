package app_test

import (
	"bytes"
	"testing"

	"github.com/google/uuid"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

const (
	today = "2026-11-02"
	body1 = "89729055-843A-4EEB-88E1-71535B245D6F"
	body2 = "a1b2c3d4-0001-4000-8000-000000000001"
)

var october = appeal.Month{Year: 2026, Month: 10}

// newFilled is a core on an empty store whose profile is complete.
func newFilled(t *testing.T) (*core, *store.Memory) {
	t.Helper()
	s := store.NewMemory()
	c := newCore(t, s, today)
	c.fillProfile("first", "Администрация села Примерное", body1)
	return c, s
}

// fillProfile completes the profile with the id, or makes one.
func (c *core) fillProfile(id, name, departmentID string) appeal.Profile {
	c.t.Helper()
	var all app.ProfilesRes
	c.must("profiles", app.ProfilesReq{}, &all)
	p := appeal.Profile{}
	for _, row := range all.Profiles {
		if row.Profile.ID == id {
			p = row.Profile
		}
	}
	p.Name, p.DepartmentID, p.PersonID, p.PersonName, p.Position = name, departmentID, "УИУЛ-000001", "Образцова А. П.",
		"Делопроизводитель"
	var res app.SaveProfileRes
	c.must("saveProfile", app.SaveProfileReq{Profile: p}, &res)
	if len(res.Findings) > 0 {
		c.t.Fatalf("profile: %+v", res.Findings)
	}
	return res.Profile
}

// direct is an appeal without errors that came on the day, «на рассмотрении».
func direct(number string, day appeal.Date) appeal.Appeal {
	return appeal.Appeal{ID: uuid.NewString(), IsDirect: true, Format: appeal.Other, Number: number, IncomingDate: day,
		RegistrationDate: day, Name: "Иванов Иван Иванович", Address: "г. Калуга, ул. Циолковского, д.8",
		Questions: []appeal.Question{{ID: uuid.NewString(), Code: "0003.0009.0097.0694", Status: appeal.InWork}}}
}

// fromAdministration is an answered appeal with an А26 number and that file.
func fromAdministration(number string, day appeal.Date, file *appeal.Attachment) appeal.Appeal {
	ap := direct(number, day)
	ap.IsDirect, ap.Format, ap.CreateDate = false, appeal.Electronic, day
	ap.Questions[0].Status, ap.Questions[0].ResponseDate, ap.Questions[0].Attachment = appeal.Answered, day, file
	return ap
}

func (c *core) save(ap appeal.Appeal) app.Card {
	c.t.Helper()
	var card app.Card
	c.must("saveAppeal", app.SaveAppealReq{Appeal: ap}, &card)
	return card
}

func (c *core) get(id string) app.Card {
	c.t.Helper()
	var card app.Card
	c.must("getAppeal", app.AppealIDReq{ID: id}, &card)
	return card
}

// put stores an answer file that is taken.
func (c *core) put(name string, data []byte) *appeal.Attachment {
	c.t.Helper()
	var res app.PutFileRes
	c.must("putFile", app.PutFileReq{Files: []rules.FileInfo{{Name: name, Size: int64(len(data))}}}, &res, data)
	if res.Attachment == nil {
		c.t.Fatalf("%s: %+v", name, res.Findings)
	}
	return res.Attachment
}

// build forms the archive of a month. What the page is handed meanwhile are the
// parts that the journal keeps.
func (c *core) build(m appeal.Month) journal.Archive {
	c.t.Helper()
	var res forming.BuildRes
	var handed [][]byte
	ctx := rpc.WithSink(c.t.Context(), func(block []byte) error {
		handed = append(handed, bytes.Clone(block))
		return nil
	})
	if _, err := c.call(ctx, "build", forming.PlanReq{Month: m}, &res); err != nil {
		c.t.Fatal(err)
	}
	if len(handed) != len(res.Archive.Parts) {
		c.t.Fatalf("%d parts were handed out, %d kept", len(handed), len(res.Archive.Parts))
	}
	for i := range handed {
		if !bytes.Equal(handed[i], c.part(res.Archive, i)) {
			c.t.Errorf("part %d was handed out otherwise than it is kept", i)
		}
	}
	return res.Archive
}

func (c *core) entries(a journal.Archive) (list []journal.Entry) {
	c.t.Helper()
	var res app.ArchiveEntriesRes
	c.must("archiveEntries", app.ArchiveIDReq{ID: a.ID}, &res)
	for _, e := range res.Entries {
		list = append(list, e.Entry)
	}
	return list
}

func (c *core) part(a journal.Archive, n int) []byte {
	c.t.Helper()
	return c.must("archivePart", app.ArchivePartReq{ID: a.ID, Part: n}, nil)[0]
}

func (c *core) journal() []journal.Archive {
	c.t.Helper()
	var res app.JournalRes
	c.must("journal", app.JournalReq{}, &res)
	return res.Archives
}

func (c *core) register(req query.RegisterReq) register.RegisterRes {
	c.t.Helper()
	if req.Size == 0 {
		req.Size = 100
	}
	var res register.RegisterRes
	c.must("register", req, &res)
	return res
}

func numbers(rows []register.RegisterRow) []string {
	list := []string{}
	for _, r := range rows {
		list = append(list, r.Number)
	}
	return list
}
