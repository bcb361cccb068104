package bench

import (
	"errors"
	"fmt"
	"regexp"
)

// Run is what the measurements share.
type Run struct {
	Browser Browser
	URL     string // of the built page
	Before  string // of the page of an earlier commit, "" = none
	Rounds  int    // how often the works are done in turn
	Part    int    // all sizes are divided by it: 1, more for a smoke test
	Sizes   []int  // registers whose growth is shown
	Rows    any    // of the classifier, for the peer's search
	Queries []string
}

// Work is a measurement.
type Work struct {
	Name string // for -only
	Run  func(*Run) ([]Line, error)
}

// Works are all measurements. Those that fill the disk stand last.
var Works = []Work{
	{"archive", (*Run).archive},
	{"foreign", (*Run).foreign},
	{"save", (*Run).save},
	{"bulk", (*Run).bulk},
	{"search", (*Run).search},
	{"register", (*Run).register},
	{"boot", (*Run).boot},
	{"growth", (*Run).growth},
	{"files", (*Run).files},
	{"memory", (*Run).memory},
}

// Do does the works whose names only matches, and tells say the lines of each.
// One that fails does not keep the others back.
func (r *Run) Do(only *regexp.Regexp, say func(work string, lines []Line)) error {
	var failed []error
	for _, w := range Works {
		if !only.MatchString(w.Name) {
			continue
		}
		lines, err := w.Run(r)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", w.Name, err))
		}
		say(w.Name, lines)
	}
	return errors.Join(failed...)
}

// Agent says what browser it is.
func (r *Run) Agent() (agent string, err error) {
	if err := r.open(); err != nil {
		return "", err
	}
	err = r.call("rroBench.agent", &agent)
	return agent, err
}

// open shows the page anew: a fresh core, a fresh peer.
func (r *Run) open() error { return r.show(r.URL) }

// show opens a page and, when its core is ready, loads the peers beside it.
func (r *Run) show(url string) error {
	if _, err := r.start(url); err != nil {
		return err
	}
	return eval(r.Browser, loadBench, nil)
}

// start opens a page and returns the milliseconds from the navigation until its
// core was ready.
func (r *Run) start(url string) (ready float64, err error) {
	if err := r.Browser.Open(url); err != nil {
		return 0, err
	}
	err = eval(r.Browser, untilReady, &ready)
	return ready, err
}

// untilReady waits for what peers/hook.js notes.
const untilReady = `new Promise((resolve, reject) => {
	const look = () => {
		if (self.rroReady !== undefined) resolve(rroReady);
		else if (document.documentElement.dataset.core === "failed")
			reject(new Error(document.body.innerText.slice(0, 400)));
		else setTimeout(look, 20);
	};
	look();
})`

// loadBench loads the page's side.
const loadBench = `new Promise((resolve, reject) => {
	const script = document.createElement("script");
	Object.assign(script, {src: "/bench.js", onload: () => resolve(),
		onerror: () => reject(new Error("no /bench.js"))});
	document.head.append(script);
})`

// seed fills both registers with the same appeals.
func (r *Run) seed(kind string, n int, peer bool) error {
	if err := r.open(); err != nil {
		return err
	}
	return r.call("rroBench.seed", nil, kind, n, map[string]bool{"peer": peer})
}

// call calls a function of the page's side, see peers/rounds/.
func (r *Run) call(name string, out any, args ...any) error {
	return eval(r.Browser, call(name, args...), out)
}

// rounds has a function measure something n times, on a page just opened each
// time. The function gets the round's number first, which says who begins.
func rounds[T any](r *Run, n int, name string, args ...func(round int) any) ([]T, error) {
	var out []T
	for i := range n {
		if err := r.open(); err != nil {
			return nil, err
		}
		one, err := round[T](r, i, name, args)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// running does the same on one page, after a round to warm up.
func running[T any](r *Run, n int, name string, args ...func(round int) any) ([]T, error) {
	if err := r.open(); err != nil {
		return nil, err
	}
	var out []T
	for i := range n + 1 {
		one, err := round[T](r, i, name, args)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out[1:], nil
}

func round[T any](r *Run, i int, name string, args []func(round int) any) (one T, err error) {
	values := []any{i}
	for _, arg := range args {
		values = append(values, arg(i))
	}
	err = r.call(name, &one, values...)
	return one, err
}

func always(value any) func(int) any { return func(int) any { return value } }

// median is that of one figure of all rounds.
func median[T any](rounds []T, of func(*T) float64) float64 {
	var values []float64
	for i := range rounds {
		values = append(values, of(&rounds[i]))
	}
	return Median(values)
}
