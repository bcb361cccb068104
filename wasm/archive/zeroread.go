package archive

import (
	"strconv"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/charset"
	"rroform/wasm/foreign"
	"rroform/wasm/pattern"
)

// Zero is the content of a zero report: which body received no appeals in which month.
type Zero struct {
	DepartmentID string       `json:"departmentId"` // "" if the report names none
	Month        appeal.Month `json:"month"`
}

// ReadZero reads a zero report of any program. Its format is not published, so any
// object counts that names a month, mostly also a body, and contains no appeal.
func ReadZero(data []byte) (Zero, bool) {
	const mostBytes, mostValues = 64 << 10, 200
	if len(data) > mostBytes {
		return Zero{}, false
	}
	text, _ := charset.Text(data)
	v, _, bad := foreign.Parse(text, maxDepth, mostValues)
	if bad != nil || v.Kind() != foreign.Object {
		return Zero{}, false
	}
	var r zeroReader
	if !r.object(v) {
		return Zero{}, false
	}
	zero := Zero{r.body, r.month}
	if byParts := (appeal.Month{Year: r.year, Month: r.ofYear}); byParts.Valid() {
		zero.Month = byParts
	} else if r.body == "" {
		return Zero{}, false // any object may contain a date
	}
	return zero, zero.Month.Valid()
}

// zeroReader collects the values of a zero report.
type zeroReader struct {
	body         string
	year, ofYear int
	month        appeal.Month // from a date
}

// object reads an object. It returns false if the object contains an appeal.
func (r *zeroReader) object(v foreign.Value) bool {
	for name, member := range v.Members() {
		key := strings.ToLower(string(name))
		if (key == "number" || key == "name" || key == "address") && member.Kind() == foreign.String &&
			member.Text() != "" {
			return false
		}
		switch member.Kind() {
		case foreign.Object:
			if !r.object(member) {
				return false
			}
		case foreign.Array:
			for range member.Items() {
				return false
			}
		case foreign.String, foreign.Number:
			r.value(key, member.Text())
		}
	}
	return true
}

var (
	russianMonth = pattern.Of(`^(?:\d{2}\.)?(\d{2})\.(\d{4})$`)
	isoMonth     = pattern.Of(`^(\d{4})-(\d{2})(?:-\d{2})?(?:T.*)?$`)
)

func (r *zeroReader) value(key, text string) {
	n, err := strconv.Atoi(text)
	switch {
	case guidText().MatchString(text):
		if r.body == "" || strings.Contains(key, "department") {
			r.body = strings.Trim(text, "{}")
		}
	case err == nil && strings.Contains(key, "month"):
		r.ofYear = n
	case err == nil && strings.Contains(key, "year"):
		r.year = n
	}
	dated := r.month
	if m := isoMonth().FindStringSubmatch(text); m != nil {
		dated = monthOf(m[1], m[2])
	} else if m := russianMonth().FindStringSubmatch(text); m != nil {
		dated = monthOf(m[2], m[1])
	}
	if r.month.IsZero() || strings.Contains(key, "month") || strings.Contains(key, "period") {
		r.month = dated // else the date may be the day the report was made
	}
}

func monthOf(year, month string) appeal.Month {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	return appeal.Month{Year: y, Month: m}
}
