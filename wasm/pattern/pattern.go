// Package pattern keeps regular expressions until they are used. Compiling all
// of them at the start would make each start wait for what few sessions need.
package pattern

import (
	"regexp"
	"sync"
)

// Of returns a function that compiles the expression the first time and
// returns it every time. A malformed one panics there: tests use each.
func Of(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
