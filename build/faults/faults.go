// Package faults ends the browser, its core or its tab in the middle of a
// clerk's work, many times, and compares what is stored afterwards with a log of
// what was acknowledged.
//
// Typing goes through the card on the screen. It is acknowledged when the save
// state is «Сохранено» while the card shows this text. Mass changes, imports,
// merges, restores and archives go through the page's own core, over the same
// port as the page's calls; the core's answer is the acknowledgement. The stored
// data are read directly from IndexedDB, without the program.
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
	// Pretend breaks the harness on purpose, so that a test sees it find what
	// it is there for: see [Pretences].
	Pretend string
}

// Pretences are the ways in which [Options.Pretend] breaks the harness.
var Pretences = []string{
	"typed", // what was typed counts as acknowledged before the page says so
	"row",   // a record is taken out of the store behind the program's back
	"bit",   // a record's text is cut in the store
}

// Tally is the outcome.
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
	serial  int                      // makes numbers of appeals unique
}

// Run kills as often as asked. An error means that the harness itself failed;
// the tally counts what the program did wrong.
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

// begin makes a register to work on and learns how long each operation takes.
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

// baseline puts a fresh register in place of whatever is there.
func (r *run) baseline() error {
	have, err := r.browser.dump()
	if err != nil {
		return err
	}
	r.log = newJournal(have)
	_, err = r.perform(*operationNamed("restore"), nil)
	return err
}

// most is how many appeals the register may have before it is replaced by a new
// one.
const most = 400

// round does some operations, ends the program at a random moment of the last
// one, starts it again and judges.
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
