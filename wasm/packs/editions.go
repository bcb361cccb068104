// Package packs holds the editions in force of what can be loaded: classifier,
// bodies, calendar, format profile, own results and words. It reads offered
// ones, weighs them against those in force, and answers what codes and bodies
// mean.
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
	Search    func() *finder.Index // of codes, built on first use; the page asks for it when idle (warm.ts)
	Loaded    map[string]Row       // by their key in the store
	Directory BodyDirectory        // the loaded one
	Calendar  calendar.Calendar    // the loaded years
	Bodies    map[string]Body      // entered or used here, by GUID in lower case
	Offered   *Offered             // read and shown, not yet taken; nil = none

	verdicts map[string]rules.CodeVerdict // by code
	ledger   *ledger.Ledger
	office   *office.Office
}

// New returns the editions that are built in.
func New(builtin *classifier.Table, l *ledger.Ledger, o *office.Office) *Editions {
	e := &Editions{Builtin: builtin, ledger: l, office: o}
	e.Reset()
	return e
}
