package scenario

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Script is a parsed script.
type Script struct {
	Path  string
	steps []step
}

// step is one line: a verb with its arguments, inside groups.
type step struct {
	line  int
	text  string
	scope Scope
	verb  *Verb
	args  []string
}

// Load reads a script.
func Load(path string) (*Script, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, string(text))
}

// Parse reads the text of a script. path is for messages and for the golden files,
// which are in the same folder.
func Parse(path, text string) (*Script, error) {
	s := &Script{Path: path}
	var scope Scope
	for i, line := range strings.Split(text, "\n") {
		said := strings.TrimSpace(line)
		if said == "" || strings.HasPrefix(said, "#") {
			continue
		}
		where := fmt.Sprintf("%s:%d", filepath.Base(path), i+1)
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if indent%2 != 0 || indent/2 > len(scope) {
			return nil, fmt.Errorf("%s: indent of %d blanks, inside %d groups", where, indent, len(scope))
		}
		scope = scope[: indent/2 : indent/2]
		st := step{line: i + 1, text: said, scope: scope}
		if st.verb, st.args = find(said); st.verb == nil {
			return nil, fmt.Errorf("%s: no verb says %q", where, said)
		}
		if len(s.steps) == 0 && st.verb != clock {
			return nil, fmt.Errorf("%s: a script begins with its day: %s", where, clock.Say)
		}
		if st.verb == group {
			scope = append(scope, st.args[0])
			st.scope = scope
		}
		s.steps = append(s.steps, st)
	}
	if len(s.steps) == 0 {
		return nil, fmt.Errorf("%s: empty script", path)
	}
	return s, nil
}

func find(line string) (*Verb, []string) {
	for i := range Verbs {
		if args, ok := match(Verbs[i].Say, line); ok {
			return &Verbs[i], args
		}
	}
	return nil, nil
}

// match compares a line with a pattern in which «» stands for a name and *, at the end,
// for the rest of the line. It returns these parts.
func match(pattern, line string) ([]string, bool) {
	var args []string
	for {
		before, after, more := strings.Cut(pattern, "«»")
		if !more {
			fixed, rest := strings.CutSuffix(before, "*")
			tail, ok := strings.CutPrefix(line+" ", fixed)
			tail = strings.TrimSpace(tail)
			if rest {
				return append(args, tail), ok
			}
			return args, ok && tail == ""
		}
		tail, ok := strings.CutPrefix(line, before)
		if !ok {
			return nil, false
		}
		name, rest, ok := cutName(tail)
		if !ok {
			return nil, false
		}
		args, pattern, line = append(args, name), after, rest
	}
}

// cutName splits «…» from the beginning of s. Names may contain further «».
func cutName(s string) (name, rest string, ok bool) {
	depth := 0
	for i, r := range s {
		switch r {
		case '«':
			depth++
		case '»':
			depth--
		}
		if depth == 0 {
			return strings.TrimPrefix(s[:i], "«"), strings.TrimPrefix(s[i:], "»"), i > 0
		}
	}
	return "", "", false
}
