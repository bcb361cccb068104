package scenario

import (
	"fmt"
	"strconv"
	"strings"
)

// Verb is one thing a script can say.
type Verb struct {
	Say string // «» is a name, * the rest of the line
	run func(p *player, scope Scope, args []string) error
}

// Verbs is all that a script can say. In an expectation «text» is part of what
// is shown, a name is the whole of it; a finding is looked for in the groups
// around the line.
var Verbs = []Verb{
	{"today *", act(func(c Clerk, _ Scope, a []string) error { return c.Today(a[0]) })},
	{"in «»", act(func(c Clerk, s Scope, _ []string) error { return c.Enter(s) })},
	{"open «»", act(func(c Clerk, _ Scope, a []string) error { return c.Open(a[0]) })},
	{"follow «»", act(follow)}, // a link of the screen: the number of an appeal
	{"press «»", act(func(c Clerk, s Scope, a []string) error { return c.Press(s, a[0]) })},
	{"check «»", act(func(c Clerk, s Scope, a []string) error { return c.Check(s, a[0], true) })},
	{"uncheck «»", act(func(c Clerk, s Scope, a []string) error { return c.Check(s, a[0], false) })},
	{"fill «» = *", act(func(c Clerk, s Scope, a []string) error { return c.Fill(s, a[0], a[1]) })},
	{"select «» = *", act(func(c Clerk, s Scope, a []string) error { return c.Select(s, a[0], a[1]) })},
	{"choose «» = *", act(func(c Clerk, s Scope, a []string) error { return c.Choose(s, a[0], a[1]) })},
	{"code «» = *", act(func(c Clerk, s Scope, a []string) error { return c.Code(s, a[0], a[1]) })},
	{"attach «» = *", act(attach)}, // file name, then its size in bytes

	{"expect finding «»", finding("")},
	{"expect finding «» at «»", finding("")},
	{"expect finding «» at «» hint «»", finding("")},
	{"expect error «»", finding("error")},
	{"expect error «» at «»", finding("error")},
	{"expect error «» at «» hint «»", finding("error")},
	{"expect warning «»", finding("warning")},
	{"expect warning «» at «»", finding("warning")},
	{"expect no finding «»", (*player).noFinding},
	{"expect no error", (*player).noError},
	{"expect month *", (*player).month},

	{"expect refused «»", (*player).refused},
	{"expect download entries *", (*player).entries},
	{"expect entry «» = *", (*player).entry},         // number and golden file
	{"expect only entry = *", (*player).onlyEntry},   // golden file
	{"expect archive contains «»", (*player).inside}, // number
	{"expect archive lacks «»", (*player).outside},   // number
	{"expect protocol «» «»", (*player).protocol},    // two texts in one line
}

// The two verbs that the parser itself has to know.
var clock, group = &Verbs[0], &Verbs[1]

// act makes a verb of an action.
func act(f func(Clerk, Scope, []string) error) func(*player, Scope, []string) error {
	return func(p *player, scope Scope, args []string) error {
		if err := f(p.clerk, scope, args); err != nil {
			return &stuck{err}
		}
		return nil
	}
}

// stuck is an action that could not be done: the script cannot go on.
type stuck struct{ err error }

func (s *stuck) Error() string { return s.err.Error() }
func (s *stuck) Unwrap() error { return s.err }

func follow(c Clerk, scope Scope, args []string) error { return c.Follow(scope, args[0]) }

func attach(c Clerk, scope Scope, args []string) error {
	at := strings.LastIndex(args[1], " ")
	if at < 0 {
		return fmt.Errorf("%q: want a file name and its size in bytes", args[1])
	}
	size, err := strconv.Atoi(args[1][at+1:])
	if err != nil {
		return err
	}
	return c.Attach(scope, args[0], strings.TrimSpace(args[1][:at]), Content(size))
}

// Content is what a script attaches: 0123456789 over and over, so that its
// base64 in a golden file can be checked by eye.
func Content(size int) []byte {
	return []byte(strings.Repeat("0123456789", size/10+1)[:size])
}

// AddButton is the button that makes the group named "Вопрос 2" or
// "Получатель 1" appear; "" when no button does.
func AddButton(group string) string {
	switch strings.TrimRight(group, " 0123456789") {
	case "Вопрос":
		return "Добавить вопрос"
	case "Получатель":
		return "Добавить получателя"
	}
	return ""
}
