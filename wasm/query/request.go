package query

import "rroform/wasm/appeal"

// RegisterReq asks for a view of the register: first the filters that the РРО
// section has (001:97), then others (G31), order and page. All filters apply.
type RegisterReq struct {
	Year   int           `json:"year"`  // of the reporting month; 0 = all, -1 = no month known
	Month  int           `json:"month"` // 1…12; 0 = all, -1 = no month known
	Origin Origin        `json:"origin"`
	Status appeal.Status `json:"status"` // of any question; "" = all
	Query  string        `json:"query"`  // words of number, applicant, address, codes

	Code         string `json:"code"`         // of any question, of any level: "0003", "0003.0009.0097"; "" = all
	Recipient    string `json:"recipient"`    // words of the name or the GUID of one recipient
	OnlyErrors   bool   `json:"onlyErrors"`   // such as stay out of the archive for their errors
	OnlyDrafts   bool   `json:"onlyDrafts"`   // held back by hand (B-28)
	NotExported  bool   `json:"notExported"`  // in no archive yet
	ChangedSince bool   `json:"changedSince"` // other than in the last archive that held them

	Sort SortKey `json:"sort"`
	Desc bool    `json:"desc"`
	Page int     `json:"page"` // from 0
	Size int     `json:"size"` // rows a page
}

// Origin is РРО's filter «Тип обращений».
type Origin string

// Values of [Origin].
const (
	AnyOrigin Origin = ""
	Direct    Origin = "direct"
	Forwarded Origin = "forwarded"
)
