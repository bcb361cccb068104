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

// MergeApplyReq has the consents of the clerk.
type MergeApplyReq struct {
	LeaveOpen      bool `json:"leaveOpen"`      // undecided conflicts stay as in the register
	WithoutRefused bool `json:"withoutRefused"` // merge although some files cannot be read
}

// MergeRes counts what a merge did with the appeals of the files.
type MergeRes struct {
	New     int                `json:"new"`
	Updated int                `json:"updated"`
	Same    int                `json:"same"`
	Left    int                `json:"left"`    // compared with the register and not taken
	Outside int                `json:"outside"` // not compared: of another body, or unreadable
	Zeros   int                `json:"zeros"`   // zero reports that were added to the journal
	LogID   string             `json:"logId"`
	Action  *ledger.ActionInfo `json:"action,omitempty"` // nil = no appeal has changed
}

// MergeApply writes the merge and its log in one action, which the clerk can undo.
func (in *Incoming) MergeApply(ctx context.Context, req MergeApplyReq) (MergeRes, error) {
	r := in.OpenMerge()
	if r == nil {
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
	usedIDs := map[string]bool{}
	for i, m := range r.appeals {
		if err := rpc.Report(ctx, i, len(r.appeals), "Готовим слияние"); err != nil {
			return MergeRes{}, err
		}
		if m.changed || m.decided {
			pairs = append(pairs, in.mergePairing(r, m, usedIDs))
		} else if m.before != nil {
			m.id = m.before.ID
		}
	}
	res := MergeRes{Outside: plan.Total.Outside}
	var entries []ledger.LogEntry
	for _, it := range r.items {
		entries = append(entries, it.log())
		switch {
		case it.kind == merge.Same:
			res.Same++
		case !it.decided || it.choice.side == MergeHere:
			res.Left++
		}
	}
	label := "Слияние: " + sourceNames(r.session.sources)
	l := in.ledger.NewLog(label)
	var zeros []ZeroOffer
	for _, s := range r.session.sources {
		zeros = append(zeros, s.zeros...)
		row := ledger.LogSource{Name: s.Name, About: s.About, Records: len(s.offers) + len(s.outside) + len(s.zeros)}
		if s.refused != nil {
			row.Refused = s.refused.Text
		}
		l.Sources = append(l.Sources, row)
		entries = append(entries, s.outside...)
	}
	rows, parts, zeroEntries, err := in.NewZeros(zeros)
	if err != nil {
		return MergeRes{}, err
	}
	ops, err := l.Ops(append(entries, zeroEntries...))
	if err != nil {
		return MergeRes{}, err
	}
	done, err := in.TakeIn(ctx, label, pairs, append(ops, parts...)...)
	if err != nil {
		r.session.replayed = nil
		return MergeRes{}, explain.Error(err)
	}
	in.AddToJournal(rows)
	in.Merging, res.Zeros = nil, len(rows)
	res.New, res.Updated, res.Action, res.LogID = done.New, done.Updated, done.Action, l.ID
	return res, nil
}

// mergePairing converts an appeal of the merge for [Incoming.TakeIn]. usedIDs has the ids that new
// appeals of this merge have already.
func (in *Incoming) mergePairing(r *replay, m *merged, usedIDs map[string]bool) Pairing {
	result := m.now.Clone()
	p := Pairing{
		Pair:         merge.Pair{Have: m.before, Kind: merge.Newer},
		offer:        &Offer{files: r.session.files},
		Take:         true,
		result:       &result,
		onlyDecision: !m.changed,
		recorded:     true,
	}
	if m.offer != nil {
		p.offer.Appeal, p.offer.Source, p.offer.Place = m.offer.Appeal, m.offer.Source, m.offer.Place
	}
	if m.before != nil {
		m.id = m.before.ID
		hash := r.session.contentHash(m.now)
		if m.changed && len(m.offer.Appeal.History) == 0 && hash == r.session.contentHash(&m.offer.Appeal) {
			result.Source = &appeal.Source{File: m.offer.Source, Place: m.offer.Place, Hash: hash}
		}
		return p
	}
	p.Kind = merge.New
	// An appeal without history counts as entered now, by the clerk who merges.
	p.recorded = len(result.History) > 0
	if result.Created.IsZero() {
		result.Created = in.office.Now().UTC()
	}
	if in.register.Get(result.ID) != nil || result.ID == "" || usedIDs[result.ID] {
		result.ID = ledger.NewID()
	}
	m.id, usedIDs[result.ID] = result.ID, true
	return p
}

// sourceNames lists the names of the first three files that could be read.
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
