package incoming

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/merge"
	"rroform/wasm/rpc"
)

// MergeApplyReq writes what was decided.
type MergeApplyReq struct {
	LeaveOpen      bool `json:"leaveOpen"`      // what is not decided stays as here
	WithoutRefused bool `json:"withoutRefused"` // although files could not be read
}

// MergeRes says what came of a merge.
type MergeRes struct {
	New     int                `json:"new"`
	Updated int                `json:"updated"`
	Same    int                `json:"same"`
	Left    int                `json:"left"` // held against the register and not taken
	Outside int                `json:"outside"`
	Zeros   int                `json:"zeros"` // zero reports that came into the journal
	LogID   string             `json:"logId"`
	Action  *ledger.ActionInfo `json:"action,omitempty"` // nil = nothing has changed
}

// MergeApply writes the merge in one step that can be undone, with its log.
func (in *Incoming) MergeApply(ctx context.Context, req MergeApplyReq) (MergeRes, error) {
	f := in.MergeNow()
	if f == nil {
		return MergeRes{}, noMerge()
	}
	plan := in.mergePlan()
	switch {
	case plan.Refused == len(plan.Sources):
		return MergeRes{}, rpc.Problem("refused", "Ни один из файлов не читается.",
			"Выберите другие файлы. В реестре ничего не изменилось.")
	case plan.Refused > 0 && !req.WithoutRefused:
		return MergeRes{}, rpc.Problem("refused", fmt.Sprintf("Не читаются файлы: %d.", plan.Refused),
			"Подтвердите, что слить нужно без них, или выберите файлы заново.")
	case plan.Open > 0 && !req.LeaveOpen:
		return MergeRes{}, rpc.Problem("open", fmt.Sprintf("Не решено, что делать с расхождениями: %d.", plan.Open),
			"Решите каждое или отметьте «Оставить здешнее у нерешённых». В реестре ничего не изменилось.")
	}
	var pairs []Pairing
	named := map[string]bool{}
	for i, t := range f.threads {
		if err := rpc.Report(ctx, i, len(f.threads), "Готовим слияние"); err != nil {
			return MergeRes{}, err
		}
		if t.changed || t.kept {
			pairs = append(pairs, in.mergePairing(f, t, named))
		} else if t.before != nil {
			t.id = t.before.ID
		}
	}
	res := MergeRes{Outside: plan.Total.Outside}
	var entries []ledger.LogEntry
	for _, it := range f.items {
		entries = append(entries, it.log())
		switch {
		case it.kind == merge.Same:
			res.Same++
		case !it.decided || it.choice.side == MergeHere:
			res.Left++
		}
	}
	label := "Слияние: " + sourceNames(f.session.sources)
	l := in.ledger.NewLog(label)
	var zeros []ZeroOffer
	for _, s := range f.session.sources {
		zeros = append(zeros, s.zeros...)
		row := ledger.LogSource{Name: s.Name, About: s.About, Records: len(s.offers) + len(s.outside) + len(s.zeros)}
		if s.refused != nil {
			row.Refused = s.refused.Text
		}
		l.Sources = append(l.Sources, row)
		entries = append(entries, s.outside...)
	}
	rows, parts, told, err := in.NewZeros(zeros)
	if err != nil {
		return MergeRes{}, err
	}
	ops, err := l.Ops(append(entries, told...))
	if err != nil {
		return MergeRes{}, err
	}
	done, err := in.TakeIn(ctx, label, pairs, append(ops, parts...)...)
	if err != nil {
		f.session.folded = nil
		return MergeRes{}, explain.Error(err)
	}
	in.JournalTakes(rows)
	in.Merging, res.Zeros = nil, len(rows)
	res.New, res.Updated, res.Action, res.LogID = done.New, done.Updated, done.Action, l.ID
	return res, nil
}

// mergePairing makes a thread what [App.takeIn] writes. named holds the ids that
// new appeals of this merge have got.
func (in *Incoming) mergePairing(f *folding, t *thread, named map[string]bool) Pairing {
	as := t.now.Clone()
	p := Pairing{Pair: merge.Pair{Have: t.before, Kind: merge.Newer}, Take: true, as: &as, kept: !t.changed, told: true}
	p.offer = &Offer{files: f.session.files}
	if t.offer != nil {
		p.offer.Appeal, p.offer.Source, p.offer.Place = t.offer.Appeal, t.offer.Source, t.offer.Place
	}
	if t.before != nil {
		t.id = t.before.ID
		if t.changed && len(t.offer.Appeal.History) == 0 && f.session.print(t.now) == f.session.print(&t.offer.Appeal) {
			as.Source = &appeal.Source{File: t.offer.Source, Place: t.offer.Place,
				Hash: f.session.print(&t.offer.Appeal)}
		}
		return p
	}
	p.Kind = merge.New
	// What has no history yet is entered now, by whoever merges.
	p.told = len(as.History) > 0
	if as.Created.IsZero() {
		as.Created = in.office.Now().UTC()
	}
	if in.register.Get(as.ID) != nil || as.ID == "" || named[as.ID] {
		as.ID = ledger.NewID()
	}
	t.id, named[as.ID] = as.ID, true
	return p
}

// sourceNames names the files that were read, the first three of them.
func sourceNames(sources []Source) string {
	const most = 3
	var names []string
	for _, s := range sources {
		if s.refused == nil {
			names = append(names, "«"+s.Name+"»")
		}
	}
	if n := len(names); n > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" и ещё %d", n-most)
	}
	return strings.Join(names, ", ")
}
