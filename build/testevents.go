package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// testEvent is a line of `go test -json`, see `go doc test2json`.
type testEvent struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64 // seconds
	FailedBuild                               string
}

func readEvent(line string) (e testEvent, ok bool) {
	return e, strings.HasPrefix(line, `{"`) && json.Unmarshal([]byte(line), &e) == nil && e.Action != ""
}

// take counts an event. It prints the output of a test if the test fails, the output of a
// package at once.
func (t *tally) take(e testEvent, out io.Writer) {
	if t.running == nil {
		t.running = map[string]*strings.Builder{}
	}
	name := e.Package
	if name == "" {
		name = e.ImportPath // of a build
	}
	name = strings.TrimPrefix(name, "rroform/")
	if e.Test != "" {
		name += " " + e.Test
	}
	said := t.running[name]
	if said == nil {
		said = &strings.Builder{}
		t.running[name] = said
	}
	switch e.Action {
	case "output", "build-output":
		said.WriteString(e.Output)
		if e.Test == "" && e.Output != "PASS\n" {
			fmt.Fprint(out, e.Output)
		}
		return
	case "start", "run", "pause", "cont", "bench":
		return
	case "fail", "build-fail":
		t.fail(e, name, said.String(), out)
	case "skip":
		if e.Test != "" { // a package without tests is skipped too
			t.skipped++
		}
	case "pass":
		if e.Test != "" && !strings.Contains(e.Test, "/") {
			t.passed++
			t.took = append(t.took, timed{name, e.Elapsed})
		}
	}
	delete(t.running, name)
}

func (t *tally) fail(e testEvent, name, said string, out io.Writer) {
	if e.Test != "" {
		fmt.Fprint(out, said)
	}
	reported := slices.ContainsFunc(t.failed, func(f failure) bool {
		return strings.HasPrefix(f.name, name+" ") || strings.HasPrefix(f.name, name+"/")
	})
	if reported || e.FailedBuild != "" { // reported by a test in it, or by the build
		return
	}
	t.failed = append(t.failed, failure{name, reason(said)})
}

// unfinished reports the tests without a result: the process was killed or timed out.
func (t *tally) unfinished() {
	for _, name := range slices.Sorted(maps.Keys(t.running)) {
		if strings.Contains(name, " ") {
			t.failed = append(t.failed, failure{name, "did not end"})
		}
	}
	t.running = nil
}

var (
	place = regexp.MustCompile(`^\s*(\S+\.go:\d+:.*)`)
	noise = regexp.MustCompile(`^\s*(===|---|FAIL|PASS|ok\b|exit status|# |$)`)
)

// reason returns the line of an output that says what is wrong: the first that names a
// place in the code, or else the first that is not empty.
func reason(output string) string {
	first := ""
	for line := range strings.Lines(output) {
		if strings.Contains(line, "panic:") {
			return line
		}
		if m := place.FindStringSubmatch(line); m != nil {
			return m[1]
		}
		if first == "" && !noise.MatchString(line) {
			first = line
		}
	}
	return first
}
