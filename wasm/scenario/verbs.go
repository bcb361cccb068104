package scenario

import (
	"fmt"
	"strconv"
	"strings"
)

// Verb is one kind of step.
type Verb struct {
	Say string // «» is a name, * the rest of the line
	run func(p *player, scope Scope, args []string) error
}

// Verbs lists all kinds of steps. In an expectation a text is a part of what is shown, a
// name is all of it. A finding is searched in the groups around the line.
var Verbs = []Verb{
	{"today *", act(func(c Clerk, _ Scope, a []string) error { return c.Today(a[0]) })},
	{"in «»", act(func(c Clerk, s Scope, _ []string) error { return c.Enter(s) })},
	{"open «»", act(func(c Clerk, _ Scope, a []string) error { return c.Open(a[0]) })},
	{"follow «»", act(follow)}, // a link on the screen, such as the number of an appeal
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

// The two verbs that the parser must know.
var clock, group = &Verbs[0], &Verbs[1]

// act returns the function of a verb for an action.
func act(f func(Clerk, Scope, []string) error) func(*player, Scope, []string) error {
	return func(p *player, scope Scope, args []string) error {
		if err := f(p.clerk, scope, args); err != nil {
			return &stuck{err}
		}
		return nil
	}
}

// stuck is the error of an action that could not be done. It ends the script.
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

// Content returns the content of attached files: 0123456789 repeated, so that its
// base64 in a golden file can be checked by eye.
func Content(size int) []byte {
	return []byte(strings.Repeat("0123456789", size/10+1)[:size])
}

// AddButton returns the name of the button that adds the group named "Вопрос 2" or
// "Получатель 1", "" if there is none.
func AddButton(group string) string {
	switch strings.TrimRight(group, " 0123456789") {
	case "Вопрос":
		return "Добавить вопрос"
	case "Получатель":
		return "Добавить получателя"
	}
	return ""
}
