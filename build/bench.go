package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"rroform/build/bench"
)

// benchFile holds all lines that were ever measured, relative to the root.
const benchFile = "build/out/bench.json"

// benchOptions are what can be chosen on the command line.
type benchOptions struct {
	only           *regexp.Regexp
	rounds, part   int
	sizes          []int
	markdown       bool
	before, commit string
}

func readBenchOptions(args []string) (*benchOptions, error) {
	o := &benchOptions{}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	only := flags.String("only", "", "regular expression: works to be measured, of "+workNames())
	flags.IntVar(&o.rounds, "rounds", 5, "how often everybody works in turn")
	flags.IntVar(&o.part, "part", 1, "divide all sizes by it: a smoke test")
	sizes := flags.String("sizes", "1000,10000,100000", "registers whose growth is shown")
	flags.BoolVar(&o.markdown, "markdown", false, "print the table for build/bench/README.md")
	flags.StringVar(&o.before, "before", "", "built page of an earlier commit, to be compared with")
	flags.StringVar(&o.commit, "before-commit", "HEAD^",
		"commit whose page is built for that, unless -before names a page; none: not compared")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		return nil, err
	}
	for _, size := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return nil, fmt.Errorf("-sizes: %w", err)
		}
		o.sizes = append(o.sizes, n)
	}
	if o.rounds < 1 || o.part < 1 {
		return nil, errors.New("-rounds and -part: at least 1")
	}
	return o, nil
}

func workNames() string {
	var names []string
	for _, w := range bench.Works {
		names = append(names, w.Name)
	}
	return strings.Join(names, ", ")
}

// runBench measures the built page against its peers in one browser run.
func runBench(root string, args []string) error {
	o, err := readBenchOptions(args)
	if err != nil {
		return err
	}
	if err := errors.Join(ensureDeps(root), ensurePackages(root, peersDir)); err != nil {
		return err
	}
	r := &bench.Run{Rounds: o.rounds, Part: o.part, Sizes: o.sizes}
	stop, err := serveBench(root, o, r)
	if err != nil {
		return err
	}
	defer stop()
	if err := benchQueries(root, r); err != nil {
		return err
	}
	if r.Browser, err = bench.Start(); err != nil {
		return err
	}
	defer r.Browser.Close()
	return measure(root, o, r)
}

// measure keeps the lines of each work as soon as it is done.
func measure(root string, o *benchOptions, r *bench.Run) error {
	name := filepath.Join(root, benchFile)
	var all []bench.Line
	var writing error
	failed := r.Do(o.only, func(work string, lines []bench.Line) {
		fmt.Fprintf(os.Stderr, "%s: %d lines\n", work, len(lines))
		all = append(all, lines...)
		data, err := bench.Merge(name, lines)
		if err == nil {
			err = writeFile(name, data)
		}
		writing = errors.Join(writing, err)
	})
	if o.markdown {
		agent, err := r.Agent()
		if err != nil {
			return err
		}
		bench.Markdown(os.Stdout, agent, all)
	} else {
		bench.Print(os.Stdout, all)
	}
	return errors.Join(failed, writing)
}
