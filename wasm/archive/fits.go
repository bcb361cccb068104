package archive

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
)

// wholeCode is the schema's ^(\d{4}|\d{4}(\.\d{4}){3,4})$, but many times faster.
func wholeCode(s string) bool {
	if len(s) != 4 && len(s) != 19 && len(s) != 24 {
		return false
	}
	for i := range len(s) {
		if dot := i%5 == 4; dot != (s[i] == '.') || !dot && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// fits is a fast check of an entry that was read without repairs: if it returns
// true, the entry matches the schema; if false, the schema must be asked. It is 100
// times faster than the schema. A test compares them.
func fits(o *Opened, questions []questionIn) bool {
	ap := &o.Appeal
	if !appeal.IsGUID(o.DepartmentID) || ap.Format != appeal.Electronic && ap.Format != appeal.Other ||
		blank(ap.Number) || blank(ap.Name) {
		return false
	}
	if len(questions) == 0 || !fitsDate(ap.CreateDate, !ap.IsDirect, true) {
		return false
	}
	for i := range questions {
		if q := &questions[i]; !q.fits() || q.Attachment != nil &&
			!fitsFile(q.Attachment, o.Files[q.Attachment.FileID]) {
			return false
		}
	}
	return true
}

var bareName = pattern.Of(`^[^/\\]+\.[^./\\]+$`)

// fitsFile need not check the base64: if it were not plain, there would be a repair.
func fitsFile(at *appeal.Attachment, data []byte) bool {
	return len(data) > 0 && bareName().MatchString(at.Name)
}

func (q *questionIn) fits() bool {
	row, ok := appeal.StatusOf(q.Status)
	if !ok || !wholeCode(q.Code) || (q.ActionsTaken != nil) != (row.Measures == appeal.Required) {
		return false
	}
	for _, date := range []struct {
		date appeal.Date
		need appeal.Need
	}{{q.incoming, row.Incoming}, {q.registration, row.Registration}, {q.ResponseDate, row.Response}} {
		if !fitsDate(date.date, date.need == appeal.Required, date.need != appeal.Absent) {
			return false
		}
	}
	return (q.Attachment == nil || row.File != appeal.Absent) &&
		(len(q.Transfers) > 0) == (row.Transfer == appeal.Required) && fitTransfers(q.Transfers)
}

func fitTransfers(list []appeal.Transfer) bool {
	for _, t := range list {
		if !appeal.IsGUID(t.DepartmentID) || !fitsDate(t.TransferDate, true, true) || blank(t.TransferNumber) {
			return false
		}
	}
	return true
}

func fitsDate(d appeal.Date, required, allowed bool) bool {
	if d == "" {
		return !required
	}
	return allowed && d.Valid()
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
