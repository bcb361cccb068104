package query

import "strings"

// SortKey is a column that the register is sorted by.
type SortKey string

// The columns that can be sorted by.
const (
	ByModified     SortKey = "modified"
	ByNumber       SortKey = "number"
	ByName         SortKey = "name"
	ByCreate       SortKey = "createDate"
	ByIncoming     SortKey = "incomingDate"
	ByRegistration SortKey = "registrationDate"
	ByMonth        SortKey = "month"
	ByCodes        SortKey = "codes"
	ByStatuses     SortKey = "statuses"
	ByRecipients   SortKey = "recipients"
	ByDraft        SortKey = "draft"
	ByExported     SortKey = "exported"
	ByFindings     SortKey = "findings"
)

// NumberKey returns a sort key of a number that puts "9-ОГ" before "10-ОГ": it writes the length before each run of
// digits and drops leading zeros.
func NumberKey(number string) string {
	var key []byte
	for number != "" {
		run := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
		if run == "" {
			key = append(key, number[0])
			number = number[1:]
			continue
		}
		number = number[len(run):]
		run = strings.TrimLeft(run, "0")
		key = append(key, '0', byte(len(run)>>8), byte(len(run)))
		key = append(key, run...)
	}
	return string(key)
}
