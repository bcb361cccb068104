package packs

import (
	"sort"

	"rroform/wasm/classifier"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/store"
)

// Ops returns the writes that store a pack, in the table of its kind.
func (e *Editions) Ops(p Row) ([]store.Op, error) {
	p.Loaded = e.office.Now().UTC()
	switch p.Kind {
	case PackFormat:
		o, err := ledger.Op(store.Settings, office.SettingFormat, store.AnyRev,
			office.FormatRow{Format: *p.Format, Loaded: p.Loaded})
		return []store.Op{o}, err
	case PackResults:
		var ops []store.Op
		for _, r := range p.Results {
			o, err := ledger.Op(store.Mappings, OwnResultPrefix+classifier.Fold(r.Value), store.AnyRev, r)
			if err != nil {
				return nil, err
			}
			ops = append(ops, o)
		}
		return ops, nil
	case PackWords:
		var ops []store.Op
		for _, w := range p.Words {
			o, err := ledger.Op(store.Mappings, w.Key(), store.AnyRev, w)
			if err != nil {
				return nil, err
			}
			ops = append(ops, o)
		}
		return ops, nil
	}
	o, err := ledger.Op(store.Packs, p.Key(), store.AnyRev, p)
	return []store.Op{o}, err
}

// SourceOf returns the file that the pack in force comes from, or the program for the built-in one.
func (e *Editions) SourceOf(kind PackKind) string {
	if p, loaded := e.Loaded[string(kind)]; loaded {
		return p.Source
	}
	return "встроенный в программу " + e.office.Version
}

// AllBodies returns the loaded directory with the bodies entered here. If there are any, the edition is today's date.
func (e *Editions) AllBodies() Row {
	p := Row{Kind: PackBodies, Edition: e.Loaded[string(PackBodies)].Edition, Source: e.SourceOf(PackBodies)}
	for _, row := range e.Directory.Rows {
		if own, there := e.Bodies[row.key]; there {
			p.Bodies = append(p.Bodies, own)
		} else {
			p.Bodies = append(p.Bodies, row.Body)
		}
	}
	for key, b := range e.Bodies {
		if _, there := e.Directory.byKey[key]; !there {
			p.Bodies = append(p.Bodies, b)
			prof, _ := e.office.Profile(e.office.Active)
			p.Edition, p.Source = e.office.Today().Russian(), "составлен в органе «"+prof.Name+"»"
		}
	}
	sort.Slice(p.Bodies, func(i, j int) bool {
		x, y := p.Bodies[i], p.Bodies[j]
		return x.Name < y.Name || x.Name == y.Name && x.DepartmentID < y.DepartmentID
	})
	return p
}
