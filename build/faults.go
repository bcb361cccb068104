package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rroform/build/faults"
)

// runFaults kills the built page at random moments and counts what was lost. It prints
// the tally as the last line and returns an error if anything was lost.
func runFaults(root string, args []string) error {
	flags := flag.NewFlagSet("faults", flag.ContinueOnError)
	o := faults.Options{Page: filepath.Join(root, outFile), Out: os.Stdout}
	flags.IntVar(&o.Kills, "kills", 100, "how often to kill")
	flags.Uint64Var(&o.Seed, "seed", 1, "of all that is random")
	flags.StringVar(&o.Only, "only", "", "do one operation only, such as typing or merge")
	flags.BoolVar(&o.Verbose, "v", false, "tell of every kill")
	flags.StringVar(&o.Pretend, "pretend", "", "break the harness, to see that it counts: typed, row or bit")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if page := os.Getenv("RRO_PAGE"); page != "" {
		o.Page = page
	}
	tally, err := faults.Run(o)
	if err != nil {
		return err
	}
	fmt.Println(tally)
	if tally.Bad() {
		return errors.New("what was acknowledged is not what is there")
	}
	return nil
}
