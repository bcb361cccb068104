package tables

import (
	"context"

	"rroform/wasm/incoming"
	"rroform/wasm/merge"
)

// CheckTableReq names the open table.
type CheckTableReq struct {
	ID string `json:"id"`
}

// TableCheck counts what an import would do: appeals, or rows where a comment says so.
type TableCheck struct {
	Appeals  int                `json:"appeals"`
	New      int                `json:"new"`
	Newer    int                `json:"newer"`
	Joined   int                `json:"joined"` // made from several rows
	Rows     map[TableState]int `json:"rows"`   // rows by state; RowNewer also counts under another state
	Good     int                `json:"good"`   // would be taken, without errors
	Wrong    int                `json:"wrong"`  // would be taken, with errors
	Same     int                `json:"same"`
	Conflict []string           `json:"conflict"` // numbers of the appeals
	Refused  int                `json:"refused"`  // rows
	Skipped  int                `json:"skipped"`  // rows
	Empty    int                `json:"empty"`    // rows
}

// CheckTable makes appeals from the open table, compares them with the register and checks them. It
// reports progress and writes nothing.
func (ts *Tables) CheckTable(ctx context.Context, req CheckTableReq) (TableCheck, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return TableCheck{}, err
	}
	p, err := ts.Prepare(ctx, t)
	if err != nil {
		return TableCheck{}, err
	}
	return p.counts(), nil
}

func (p *prepared) counts() TableCheck {
	c := TableCheck{Appeals: len(p.Pairs), Rows: map[TableState]int{}, Skipped: p.skipped, Empty: p.empty}
	for i := range p.Pairs {
		if len(p.made[i].Rows) > 1 {
			c.Joined++
		}
		switch p.Pairs[i].Kind {
		case merge.Same:
			c.Same++
			continue
		case merge.Conflict, merge.Older:
			c.Conflict = append(c.Conflict, p.Pairs[i].Offered.ShownNumber())
			continue
		case merge.New:
			c.New++
		case merge.Newer:
			c.Newer++
		}
		if p.wrong[i] {
			c.Wrong++
		} else {
			c.Good++
		}
	}
	for i := range p.rows {
		c.Rows[p.rows[i].State]++
		if p.rows[i].Newer {
			c.Rows[RowNewer]++
		}
	}
	c.Refused = c.Rows[RowRefused]
	return c
}

// TableRowsReq asks for rows of the preview.
type TableRowsReq struct {
	ID    string     `json:"id"`
	State TableState `json:"state"` // "" = all
	From  int        `json:"from"`
	Count int        `json:"count"` // at most 200
}

// TableRowsRes has rows of the preview, in the order of the file.
type TableRowsRes struct {
	Rows  []PreviewRow `json:"rows"`
	Total int          `json:"total"`
}

const mostPreviewRows = 200

// TableRows returns rows of the preview with their cells.
func (ts *Tables) TableRows(_ context.Context, req TableRowsReq) (TableRowsRes, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return TableRowsRes{}, err
	}
	var res TableRowsRes
	if t.made == nil {
		return res, nil
	}
	for _, row := range t.made.rows {
		if req.State != "" && row.State != req.State && !(req.State == RowNewer && row.Newer) {
			continue
		}
		if res.Total >= req.From && len(res.Rows) < min(req.Count, mostPreviewRows) {
			row.Cells = shownRow(t.sheet, row.Row-1, &t.mapping)
			res.Rows = append(res.Rows, row)
		}
		res.Total++
	}
	return res, nil
}

// ImportTableReq names the open table.
type ImportTableReq struct {
	ID    string `json:"id"`
	Clean bool   `json:"clean"` // leave out appeals with errors
}

// ImportTable writes the new and newer appeals of the table, and a log, in one action, which the clerk
// can undo. If the register has changed since the check, it compares again first.
func (ts *Tables) ImportTable(ctx context.Context, req ImportTableReq) (incoming.TakenRes, error) {
	t, err := ts.TableOf(req.ID)
	if err != nil {
		return incoming.TakenRes{}, err
	}
	p, err := ts.Prepare(ctx, t)
	if err != nil {
		return incoming.TakenRes{}, err
	}
	for i := range p.Pairs {
		kind := p.Pairs[i].Kind
		p.Pairs[i].Take = (kind == merge.New || kind == merge.Newer) && !(req.Clean && p.wrong[i])
	}
	label := "Загрузка таблицы: " + t.Name
	l, entries := p.log(ts.ledger.NewLog(label), t, req.Clean)
	log, err := l.Ops(entries)
	if err != nil {
		return incoming.TakenRes{}, err
	}
	return ts.incoming.TakeIn(ctx, label, p.Pairs, log...)
}
