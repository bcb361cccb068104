// Package packs holds the data that a clerk can load: classifier, bodies, calendar, format profile, own results and
// words. It reads new editions from files, compares them with those in force, and looks up codes and bodies.
//
// The caller holds the lock of package app.
package packs

import (
	"rroform/wasm/calendar"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/rules"
)

// Editions are the editions in force.
type Editions struct {
	Builtin   *classifier.Table
	Codes     *classifier.Table    // the edition in force
	Search    func() *finder.Index // of codes; built at first use, which web/core/warm.ts causes when the page is idle
	Loaded    map[string]Row       // by key in [store.Packs]
	Directory BodyDirectory        // the loaded list of bodies
	Calendar  calendar.Calendar    // the loaded years
	Bodies    map[string]Body      // bodies that clerks entered here, by GUID in lower case
	Offered   *Offered             // the last file that was read but not accepted; nil = none

	habits   []byte                       // how often codes are chosen, see finder.ParseHabits
	verdicts map[string]rules.CodeVerdict // by code
	ledger   *ledger.Ledger
	office   *office.Office
}

// New returns the built-in editions.
func New(builtin *classifier.Table, l *ledger.Ledger, o *office.Office) *Editions {
	e := &Editions{Builtin: builtin, ledger: l, office: o}
	e.Reset()
	return e
}
