package query

import "rroform/wasm/appeal"

// RegisterReq requests a page of the register: filters that the РРО section of the portal has too, further filters,
// order and page. A row passes all filters.
type RegisterReq struct {
	Year   int           `json:"year"`  // of the reporting month; 0 = all, -1 = unknown month
	Month  int           `json:"month"` // 1…12; 0 = all, -1 = unknown month
	Origin Origin        `json:"origin"`
	Status appeal.Status `json:"status"` // of any question; "" = all
	Query  string        `json:"query"`  // words in number, applicant, address, codes

	Code         string `json:"code"`         // of any question, of any level: "0003", "0003.0009.0097"; "" = all
	Recipient    string `json:"recipient"`    // words in name or GUID of one recipient
	OnlyErrors   bool   `json:"onlyErrors"`   // with errors, which keep an appeal out of archives
	OnlyDrafts   bool   `json:"onlyDrafts"`   // marked as drafts, which stay out of archives
	NotExported  bool   `json:"notExported"`  // in no archive yet
	ChangedSince bool   `json:"changedSince"` // changed since the last archive that held them

	Sort SortKey `json:"sort"`
	Desc bool    `json:"desc"`
	Page int     `json:"page"` // from 0
	Size int     `json:"size"` // rows on a page
}

// Origin is the filter «Тип обращений»: how the appeal came to the body.
type Origin string

// Values of [Origin].
const (
	AnyOrigin Origin = ""
	Direct    Origin = "direct"
	Forwarded Origin = "forwarded"
)
