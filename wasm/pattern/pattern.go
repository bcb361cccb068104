// Package pattern compiles regular expressions when they are first used. Compiling
// all of them at the start of the program would slow every start down for
// expressions that few sessions use.
package pattern

import (
	"regexp"
	"sync"
)

// Of returns a function that compiles the expression at its first call and returns
// it. It panics if the expression is malformed, so each must be used in a test. The
// function is safe for concurrent use.
func Of(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
