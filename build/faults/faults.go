// Package faults repeatedly ends the browser, its core or its tab in the middle of a
// clerk's work and compares what is stored afterwards with a log of what the program had
// acknowledged.
//
// Typing uses the card on the screen and counts as acknowledged when the page shows
// «Сохранено» (saved) for the typed text. Mass changes, imports, merges, restores and
// archives call the page's core through the same port as the page; the core's answer is
// the acknowledgement. The store is read directly from IndexedDB, without the program.
package faults

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"time"
)

// Options say what to do.
type Options struct {
	Page    string // path of the built page
	Kills   int
	Seed    uint64
	Only    string // name of the one operation, "" = all of them
	Out     io.Writer
	Verbose bool
	// Pretend makes the harness cause a fault itself, so that a test can check that it
	// finds the fault: see [Pretences].
	Pretend string
}

// Pretences are the values of [Options.Pretend].
var Pretences = []string{
	"typed", // typed text counts as acknowledged before the page says so
	"row",   // a record is deleted from the store without the program
	"bit",   // a record's text is shortened in the store
}

// Tally is the result.
type Tally struct {
	Acknowledged, Lost, HalfDone, Unreadable int
	Kills                                    int
}

func (t Tally) String() string {
	return fmt.Sprintf("acknowledged %d, lost %d, half-done %d, unreadable %d", t.Acknowledged, t.Lost, t.HalfDone,
		t.Unreadable)
}

// Bad reports whether anything went wrong.
func (t Tally) Bad() bool { return t.Lost+t.HalfDone+t.Unreadable > 0 }

// run is one run of the harness.
type run struct {
	Options
	random  *rand.Rand
	tally   Tally
	browser *browser
	log     *acknowledged
	usual   map[string]time.Duration // how long an operation takes
	counts  map[string]int           // kills by operation and kind
	serial  int                      // for unique numbers of appeals
}

// Run kills the program Options.Kills times. The error means that the harness failed;
// faults of the program are in the tally.
func Run(o Options) (Tally, error) {
	if o.Only != "" && !slices.ContainsFunc(operations, func(op operation) bool { return op.name == o.Only }) {
		return Tally{}, fmt.Errorf("no operation %q; there are %s", o.Only, strings.Join(operationNames(), ", "))
	}
	profile, err := os.MkdirTemp("", "rro-faults-")
	if err != nil {
		return Tally{}, err
	}
	defer os.RemoveAll(profile)
	r := &run{Options: o, random: rand.New(rand.NewPCG(o.Seed, 7)), browser: &browser{page: o.Page, profile: profile},
		usual: map[string]time.Duration{}, counts: map[string]int{}}
	defer func() { r.browser.close() }()
	if err := r.begin(); err != nil {
		return r.tally, fmt.Errorf("start: %w", err)
	}
	for r.tally.Kills < o.Kills {
		if err := r.round(); err != nil {
			return r.tally, fmt.Errorf("kill %d: %w", r.tally.Kills+1, err)
		}
	}
	return r.tally, nil
}

func (r *run) say(format string, args ...any) { fmt.Fprintf(r.Out, format+"\n", args...) }

// begin makes a register and measures how long each operation takes.
func (r *run) begin() error {
	if err := r.browser.open(); err != nil {
		return err
	}
	if err := r.baseline(); err != nil {
		return err
	}
	for _, op := range operations {
		if r.Only != "" && r.Only != op.name {
			continue
		}
		if _, err := r.perform(op, nil); err != nil {
			return fmt.Errorf("%s: %w", op.name, err)
		}
	}
	return r.judge("nothing")
}

// baseline replaces the register by a fresh one.
func (r *run) baseline() error {
	have, err := r.browser.dump()
	if err != nil {
		return err
	}
	r.log = newJournal(have)
	_, err = r.perform(*operationNamed("restore"), nil)
	return err
}

// most is the number of appeals at which the register is replaced by a fresh one.
const most = 400

// round does some operations, ends the program at a random moment of the last one,
// starts it again and checks the store.
func (r *run) round() error {
	if r.log.appeals() > most {
		if err := r.baseline(); err != nil {
			return err
		}
	}
	for range r.random.IntN(3) {
		if _, err := r.perform(r.anyOperation(), nil); err != nil {
			return err
		}
	}
	op, end := r.anyOperation(), weighted(r.random, ends, func(e end) int { return e.weight })
	usual := r.usual[op.name]
	after := time.Duration(r.random.Int64N(int64(usual) * 5 / 4))
	start := time.Now()
	if _, err := r.perform(op, &killing{end: end, after: after}); err != nil {
		return fmt.Errorf("%s, %s: %w", op.name, end.name, err)
	}
	r.tally.Kills++
	r.counts[end.name]++
	if err := r.tamper(); err != nil {
		return err
	}
	restarted := time.Since(start)
	err := r.judge(fmt.Sprintf("%s of %s after %v", end.name, op.name, after.Round(time.Millisecond)))
	if r.Verbose || r.tally.Kills%25 == 0 || r.tally.Bad() && r.Pretend == "" {
		r.say("%d kills %v: %v; %s, %s: %v with judging %v", r.tally.Kills, r.counts, r.tally, op.name, end.name,
			restarted.Round(time.Millisecond), time.Since(start).Round(time.Millisecond))
	}
	return err
}

func pick[T any](random *rand.Rand, list []T) T { return list[random.IntN(len(list))] }
