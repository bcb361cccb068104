package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// runTest runs targets of the Makefile one after another and prints a line for each
// failure at the end. Targets that run tests write the events of `go test -json`; their
// other output is passed through.
func runTest(root string, targets []string) error {
	began := time.Now()
	var sum tally
	for _, target := range targets {
		fmt.Println("===", target)
		if err := sum.runTarget(root, target, os.Stdout); err != nil {
			return err
		}
	}
	sum.print(os.Stdout, time.Since(began))
	if len(sum.failed) > 0 {
		return errors.New("not everything passed")
	}
	return nil
}

// runTarget runs one target. It returns an error only if make could not be started.
func (t *tally) runTarget(root, target string, out io.Writer) error {
	cmd := exec.Command("make", "--no-print-directory", "TEST_FLAGS=-json", target)
	cmd.Dir = root
	said, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = cmd.Stdout // in the order in which they are written
	if err := cmd.Start(); err != nil {
		return err
	}
	before := len(t.failed)
	last := t.read(said, out)
	t.unfinished()
	// If a target fails without a failed test, its last line says why.
	if err := cmd.Wait(); err != nil && len(t.failed) == before {
		t.failed = append(t.failed, failure{target, cmp.Or(last, err.Error())})
	}
	return nil
}

// tally counts the results of the tests.
type tally struct {
	passed, skipped int
	failed          []failure
	took            []timed
	running         map[string]*strings.Builder // the output of each so far
}

type failure struct{ name, why string }

type timed struct {
	name    string
	seconds float64
}

// read counts events, prints other lines, and returns the last line that is not make's.
func (t *tally) read(in io.Reader, out io.Writer) (last string) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20) // a test may print a whole page
	for lines.Scan() {
		line := lines.Text()
		if e, ok := readEvent(line); ok {
			t.take(e, out)
			continue
		}
		fmt.Fprintln(out, line)
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "make") {
			last = line
		}
	}
	return last
}

const longest = 5 // tests in the list of the slowest

// print writes one line if nothing failed, or a line for each failure.
func (t *tally) print(out io.Writer, took time.Duration) {
	fmt.Fprintln(out)
	for _, f := range t.failed {
		fmt.Fprintf(out, "FAIL %s: %s\n", f.name, shortened(f.why))
	}
	result := "PASS"
	if len(t.failed) > 0 {
		result = "FAIL"
	}
	slices.SortFunc(t.took, func(a, b timed) int { return cmp.Compare(b.seconds, a.seconds) })
	var names []string
	for _, one := range t.took[:min(len(t.took), longest)] {
		names = append(names, fmt.Sprintf("%s %.0f s", one.name, one.seconds))
	}
	fmt.Fprintf(out, "%s in %v: %d tests passed, %d skipped, %d failures; the longest: %s\n", result,
		took.Round(time.Second),
		t.passed, t.skipped, len(t.failed), strings.Join(names, ", "))
}

const widest = 200 // characters of a line about a failure

func shortened(line string) string {
	runes := []rune(strings.TrimSpace(line))
	if len(runes) <= widest {
		return string(runes)
	}
	return string(runes[:widest]) + "…"
}
