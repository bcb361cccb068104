package incoming

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/merge"
	"rroform/wasm/office"
)

// MergePlanReq is empty.
type MergePlanReq struct{}

// MergePlan says what the open merge would do with the decisions so far.
type MergePlan struct {
	Sources []MergeSource `json:"sources"` // empty = no merge is open
	Total   MergeCounts   `json:"total"`
	Open    int           `json:"open"`    // undecided conflicts
	New     int           `json:"new"`     // appeals that the register would get
	Updated int           `json:"updated"` // appeals of the register that would change
	Refused int           `json:"refused"` // files that cannot be read
	Zeros   int           `json:"zeros"`   // zero reports in all files
}

// MergeSource is one file of a merge.
type MergeSource struct {
	Name    string      `json:"name"`
	About   string      `json:"about"`   // what kind of file it is, for people
	Records int         `json:"records"` // appeals and zero reports
	Zeros   []string    `json:"zeros"`   // its zero reports, for people
	Counts  MergeCounts `json:"counts"`
	Refused string      `json:"refused"` // why the file cannot be read; "" = it can
	Hint    string      `json:"hint"`    // to Refused
}

// MergeCounts counts the appeals of a file by their relation to the register, see [merge.Kind].
type MergeCounts struct {
	New      int `json:"new"`
	Same     int `json:"same"`
	Newer    int `json:"newer"`
	Older    int `json:"older"`
	Conflict int `json:"conflict"`
	Outside  int `json:"outside"` // of another body, or unreadable
}

func (c *MergeCounts) of(kind merge.Kind) *int {
	return map[merge.Kind]*int{merge.New: &c.New, merge.Same: &c.Same, merge.Newer: &c.Newer, merge.Older: &c.Older,
		merge.Conflict: &c.Conflict}[kind]
}

// MergePlan returns the state of the open merge.
func (in *Incoming) MergePlan(context.Context, MergePlanReq) (MergePlan, error) {
	return in.mergePlan(), nil
}

func (in *Incoming) mergePlan() MergePlan {
	plan := MergePlan{Sources: []MergeSource{}}
	r := in.OpenMerge()
	if r == nil {
		return plan
	}
	for _, s := range r.session.sources {
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
	for _, it := range r.items {
		*plan.Sources[it.source].Counts.of(it.kind)++
		*plan.Total.of(it.kind)++
		if !it.decided {
			plan.Open++
		}
	}
	for _, m := range r.appeals {
		switch {
		case m.before == nil:
			plan.New++
		case m.changed:
			plan.Updated++
		}
	}
	return plan
}

// MergeItemsReq asks for a page of the appeals of one kind.
type MergeItemsReq struct {
	Kind string `json:"kind"` // a value of merge.Kind, or "outside"
	Page int    `json:"page"` // from 0
	Size int    `json:"size"`
}

// MergeItemsRes is a page of the appeals of one kind.
type MergeItemsRes struct {
	Items []MergeItem `json:"items"`
	Total int         `json:"total"` // on all pages
}

// MergeItem is an appeal of a file with its counterpart.
type MergeItem struct {
	Key      string     `json:"key"`
	Kind     string     `json:"kind"`
	Number   string     `json:"number"`
	Name     string     `json:"name"`
	AppealID string     `json:"appealId"` // of the counterpart in the register; "" = none
	Here     MergeState `json:"here"`     // the counterpart
	File     MergeState `json:"file"`     // the appeal of the file
	Rows     []MergeRow `json:"rows"`     // the differences
	Side     MergeSide  `json:"side"`
	Decided  bool       `json:"decided"`
	ByRule   bool       `json:"byRule"` // decided by a [MergeRule]
	Reason   string     `json:"reason"` // why it stays out, for kind "outside"
}

// MergeState says where one side of a comparison comes from.
type MergeState struct {
	From string `json:"from"` // file name; "" = the register
	At   string `json:"at"`   // time of the last change, RFC 3339; "" = unknown
	Who  string `json:"who"`  // who made it
}

// MergeRow is one difference, with the time and author of each value; "" = unknown.
type MergeRow struct {
	merge.Difference
	HereAt  string     `json:"hereAt"`
	HereWho string     `json:"hereWho"`
	FileAt  string     `json:"fileAt"`
	FileWho string     `json:"fileWho"`
	Side    merge.Side `json:"side"`
}

// MergeItems lists appeals of the open merge.
func (in *Incoming) MergeItems(_ context.Context, req MergeItemsReq) (MergeItemsRes, error) {
	r := in.OpenMerge()
	res := MergeItemsRes{Items: []MergeItem{}}
	if r == nil {
		return res, nil
	}
	take := func(item func() MergeItem) {
		if n := res.Total - max(req.Page, 0)*req.Size; n >= 0 && n < req.Size {
			res.Items = append(res.Items, item())
		}
		res.Total++
	}
	for _, it := range r.items {
		if string(it.kind) == req.Kind {
			take(it.view)
		}
	}
	if req.Kind == "outside" {
		for _, s := range r.session.sources {
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
	if it.merged.before != nil {
		v.AppealID = it.merged.before.ID
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
