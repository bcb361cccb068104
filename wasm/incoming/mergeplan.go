package incoming

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/office"
)

// MergePlanReq asks how the open merge stands.
type MergePlanReq struct{}

// MergePlan is what a merge would do, as far as it is decided.
type MergePlan struct {
	Sources []MergeSource `json:"sources"` // none = no merge is open
	Total   MergeCounts   `json:"total"`
	Open    int           `json:"open"`    // conflicts that are not decided
	New     int           `json:"new"`     // appeals that would come into the register
	Updated int           `json:"updated"` // … that would change there
	Refused int           `json:"refused"` // files that cannot be read
	Zeros   int           `json:"zeros"`   // zero reports in them
}

// MergeSource is a file with what was found in it.
type MergeSource struct {
	Name    string      `json:"name"`
	About   string      `json:"about"`
	Records int         `json:"records"`
	Zeros   []string    `json:"zeros"` // what its zero reports say, for people
	Counts  MergeCounts `json:"counts"`
	Refused string      `json:"refused"` // why it cannot be read, "" = it can
	Hint    string      `json:"hint"`
}

// MergeCounts counts the records of a file by how they stand to the register.
type MergeCounts struct {
	New      int `json:"new"`
	Same     int `json:"same"`
	Newer    int `json:"newer"`
	Older    int `json:"older"`
	Conflict int `json:"conflict"`
	Outside  int `json:"outside"` // of another body, or not readable
}

func (c *MergeCounts) of(kind merge.Kind) *int {
	return map[merge.Kind]*int{merge.New: &c.New, merge.Same: &c.Same, merge.Newer: &c.Newer, merge.Older: &c.Older,
		merge.Conflict: &c.Conflict}[kind]
}

// MergePlan returns how the open merge stands.
func (in *Incoming) MergePlan(context.Context, MergePlanReq) (MergePlan, error) {
	return in.mergePlan(), nil
}

func (in *Incoming) mergePlan() MergePlan {
	plan := MergePlan{Sources: []MergeSource{}}
	f := in.MergeNow()
	if f == nil {
		return plan
	}
	for _, s := range f.session.sources {
		row := MergeSource{Name: s.Name, About: s.About, Records: len(s.offers) + len(s.outside) + len(s.zeros),
			Zeros: []string{}, Counts: MergeCounts{Outside: len(s.outside)}}
		for _, z := range s.zeros {
			row.Zeros = append(row.Zeros, z.Words)
		}
		plan.Zeros += len(s.zeros)
		if s.refused != nil {
			row.Refused, row.Hint = s.refused.Text, s.refused.Hint
			plan.Refused++
		}
		plan.Total.Outside += len(s.outside)
		plan.Sources = append(plan.Sources, row)
	}
	for _, it := range f.items {
		*plan.Sources[it.source].Counts.of(it.kind)++
		*plan.Total.of(it.kind)++
		if !it.decided {
			plan.Open++
		}
	}
	for _, t := range f.threads {
		switch {
		case t.before == nil:
			plan.New++
		case t.changed:
			plan.Updated++
		}
	}
	return plan
}

// MergeItemsReq asks for a page of the records of one kind.
type MergeItemsReq struct {
	Kind string `json:"kind"` // a value of merge.Kind, or "outside"
	Page int    `json:"page"` // from 0
	Size int    `json:"size"`
}

// MergeItemsRes is that page.
type MergeItemsRes struct {
	Items []MergeItem `json:"items"`
	Total int         `json:"total"`
}

// MergeItem is a record of a file beside its counterpart.
type MergeItem struct {
	Key      string     `json:"key"`
	Kind     string     `json:"kind"`
	Number   string     `json:"number"`
	Name     string     `json:"name"`
	AppealID string     `json:"appealId"` // of the counterpart in the register, "" = none
	Here     MergeState `json:"here"`     // the counterpart
	File     MergeState `json:"file"`     // what the file holds
	Rows     []MergeRow `json:"rows"`     // what differs
	Side     MergeSide  `json:"side"`
	Decided  bool       `json:"decided"`
	ByRule   bool       `json:"byRule"`
	Reason   string     `json:"reason"` // why it stays out
}

// MergeState says where one side of a comparison comes from.
type MergeState struct {
	From string `json:"from"` // file name, "" = the register
	At   string `json:"at"`   // when it was last changed, "" = not known
	Who  string `json:"who"`
}

// MergeRow is a part in which both differ. Times are "" where they are not known.
type MergeRow struct {
	merge.Difference
	HereAt  string     `json:"hereAt"`
	HereWho string     `json:"hereWho"`
	FileAt  string     `json:"fileAt"`
	FileWho string     `json:"fileWho"`
	Side    merge.Side `json:"side"`
}

// MergeItems lists records of the open merge.
func (in *Incoming) MergeItems(_ context.Context, req MergeItemsReq) (MergeItemsRes, error) {
	f := in.MergeNow()
	res := MergeItemsRes{Items: []MergeItem{}}
	if f == nil {
		return res, nil
	}
	take := func(item func() MergeItem) {
		if n := res.Total - max(req.Page, 0)*req.Size; n >= 0 && n < req.Size {
			res.Items = append(res.Items, item())
		}
		res.Total++
	}
	for _, it := range f.items {
		if string(it.kind) == req.Kind {
			take(it.view)
		}
	}
	if req.Kind == "outside" {
		for _, s := range f.session.sources {
			for _, e := range s.outside {
				take(func() MergeItem {
					return MergeItem{Kind: req.Kind, Number: e.Number, Name: e.Name, Reason: e.Decision,
						File: MergeState{From: e.Source, Who: e.Place}}
				})
			}
		}
	}
	return res, nil
}

func (it *item) view() MergeItem {
	ap := &it.offer.Appeal
	v := MergeItem{Key: it.key, Kind: string(it.kind), Number: ap.Number, Name: ap.Name,
		File: state(ap, it.offer.Source),
		Side: it.choice.side, Decided: it.decided, ByRule: it.choice.byRule}
	if it.have == nil {
		return v
	}
	v.Here = state(it.have, it.haveFrom)
	if it.thread.before != nil {
		v.AppealID = it.thread.before.ID
	}
	for _, d := range it.differences {
		here, file := merge.When(it.have, d.Path), merge.When(ap, d.Path)
		v.Rows = append(v.Rows, MergeRow{d, office.FormatTime(here.At), here.Who, office.FormatTime(file.At), file.Who,
			it.side(d.Path)})
	}
	return v
}

func state(ap *appeal.Appeal, from string) MergeState {
	last := merge.Last(ap)
	return MergeState{from, office.FormatTime(last.At), last.Who}
}
