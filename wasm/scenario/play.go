package scenario

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// Options of a run.
type Options struct {
	Update   bool          // write golden files instead of comparing with them
	Patience time.Duration // how long an expectation may take to become true in a page
}

// player is one run of a script.
type player struct {
	clerk  Clerk
	dir    string // base of the names of golden files
	update bool
}

// Run plays the script. It collects failed expectations; a step that cannot be done
// ends it. Every error names its line.
func Run(s *Script, c Clerk, o Options) error {
	p := &player{c, filepath.Dir(s.Path), o.Update}
	var failures []error
	for _, st := range s.steps {
		err := p.play(st, o.Patience)
		if err == nil {
			continue
		}
		failures = append(failures, fmt.Errorf("%s:%d: %s: %w", filepath.Base(s.Path), st.line, st.text, err))
		if isStuck(err) {
			break
		}
	}
	return errors.Join(failures...)
}

// play does a step. A step that fails without being stuck is an expectation: play
// repeats it until it becomes true or patience is over.
func (p *player) play(st step, patience time.Duration) error {
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		err := st.verb.run(p, st.scope, st.args)
		if err == nil || isStuck(err) || time.Now().After(deadline) {
			return err
		}
	}
}

func isStuck(err error) bool {
	end := (*stuck)(nil)
	return errors.As(err, &end)
}

// finding expects a finding of the level, "" = any. The arguments are text, field and
// hint; the last two may be missing.
func finding(level string) func(*player, Scope, []string) error {
	return func(p *player, scope Scope, args []string) error {
		all, err := p.clerk.Findings()
		if err != nil {
			return err
		}
		for _, f := range all {
			if scope.holds(f.Scope) && strings.Contains(f.Text, args[0]) && (level == "" || f.Level == level) &&
				(len(args) < 2 || f.Field == args[1]) && (len(args) < 3 || strings.Contains(f.Hint, args[2])) {
				return nil
			}
		}
		return fmt.Errorf("no such finding among %s", list(all))
	}
}

func (p *player) noFinding(scope Scope, args []string) error {
	return p.none(scope, func(f Finding) bool { return strings.Contains(f.Text, args[0]) })
}

func (p *player) noError(scope Scope, _ []string) error {
	return p.none(scope, func(f Finding) bool { return f.Level == "error" })
}

func (p *player) none(scope Scope, unwanted func(Finding) bool) error {
	all, err := p.clerk.Findings()
	if err != nil {
		return err
	}
	var hits []Finding
	for _, f := range all {
		if scope.holds(f.Scope) && unwanted(f) {
			hits = append(hits, f)
		}
	}
	if len(hits) > 0 {
		return fmt.Errorf("there is %s", list(hits))
	}
	return nil
}

func list(all []Finding) string {
	lines := []string{fmt.Sprintf("%d findings", len(all))}
	for _, f := range all {
		lines = append(lines, fmt.Sprintf("%s %v «%s»: %s", f.Level, []string(f.Scope), f.Field, f.Text))
	}
	return strings.Join(lines, "\n\t")
}

func (p *player) month(_ Scope, args []string) error {
	got, err := p.clerk.Month()
	if err == nil && got != args[0] {
		return fmt.Errorf("month %q", got)
	}
	return err
}

// refused expects no download and a message that contains the text.
func (p *player) refused(_ Scope, args []string) error {
	zip, err := p.clerk.Download()
	if err != nil {
		return err
	}
	if zip != nil {
		return fmt.Errorf("a zip of %d bytes was given", len(zip))
	}
	said, err := p.clerk.Alert()
	if err == nil && !strings.Contains(said, args[0]) {
		return fmt.Errorf("the program said %q", said)
	}
	return err
}

func (p *player) protocol(_ Scope, args []string) error {
	lines, err := p.clerk.Protocol()
	if err != nil {
		return err
	}
	for _, line := range lines {
		if strings.Contains(line, args[0]) && strings.Contains(line, args[1]) {
			return nil
		}
	}
	return fmt.Errorf("no such line in %q", lines)
}
