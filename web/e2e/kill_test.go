//go:build linux

package e2e

import (
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// ownGroup starts the browser as the head of a process group, so that all of
// it can be killed at one stroke.
var ownGroup = option{process: []chromedp.ExecAllocatorOption{chromedp.ModifyCmdFunc(func(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
})}}

// lossAllowed is how much of the last typing a power cut may take.
const lossAllowed = time.Second

// TestKilledWhileTyping kills the browser while an appeal is typed. It measures
// time, so no other browser runs at the same time.
func TestKilledWhileTyping(t *testing.T) {
	for i, after := range []time.Duration{1800 * time.Millisecond, 2700 * time.Millisecond, 3900 * time.Millisecond} {
		t.Run(fmt.Sprint(after), func(t *testing.T) {
			profile := option{profile: t.TempDir()}
			c := startClerk(t, ownGroup, profile)
			for n := range i + 1 {
				c.enterAppeal(fmt.Sprintf("%d-ОГ", n+1))
			}
			c.must(c.Press(nil, "Новое обращение"))
			c.must(c.Fill(nil, numberField, "ОБРЫВ"))
			typed := c.typeUntilKilled("ФИО", "Адрес", after)

			c = startClerk(t, profile)
			c.must(c.Open("Обращения"))
			for n := range i + 1 {
				if _, err := c.find(nil, fmt.Sprintf("%d-ОГ", n+1), "link"); err != nil {
					t.Error(err)
				}
			}
			row, err := c.find(nil, "ОБРЫВ", "link")
			c.must(err)
			c.click(row)
			c.settle()
			for field, want := range typed {
				c.until(func() string {
					n, err := c.find(nil, field, "textbox")
					c.must(err)
					if got := c.value(n); !strings.HasPrefix(got, strings.TrimSpace(want)) {
						return fmt.Sprintf("«%s» holds %q, typed a second before the end: %q", field, got, want)
					}
					return ""
				})
			}
		})
	}
}

// typeUntilKilled types into the first field, then into the last, key by key,
// kills the browser after the time, and returns what stood in each field
// lossAllowed before. Leaving a field saves it, so the last is typed in for
// longer than the loss that is allowed.
func (c *clerk) typeUntilKilled(first, last string, after time.Duration) map[string]string {
	c.t.Helper()
	type key struct {
		at          time.Time
		field, text string // what the field holds after the key
	}
	var log []key
	words := []rune("Константинопольский Вячеслав Всеволодович ")
	gone := make(chan error, 1)
	start := time.Now()
	killed := start.Add(after)
	time.AfterFunc(after, func() { gone <- c.kill() })
	field, text := "", ""
	for n := 0; ; n++ {
		want := first
		if time.Since(start) > after/3 {
			want = last
		}
		if want != field {
			if c.pointAt(want) != nil {
				break
			}
			field, text = want, ""
		}
		r := words[n%len(words)]
		// Not c.keys: the browser dies under this call, which is no failure.
		if c.driver.press(c.Context, string(r)) != nil {
			break
		}
		text += string(r)
		log = append(log, key{time.Now(), field, text})
	}
	c.must(<-gone)
	c.close()
	held := map[string]string{}
	for _, k := range log {
		if k.at.Before(killed.Add(-lossAllowed)) {
			held[k.field] = k.text
		}
	}
	c.t.Logf("%d keys, held a second before the end: %q", len(log), held)
	if held[last] == "" {
		c.t.Error("nothing was typed into the last field in time")
	}
	return held
}

// pointAt puts the cursor into a field. It returns an error if the browser has
// ended.
func (c *clerk) pointAt(field string) error {
	return c.driver.eval(c.Context, fmt.Sprintf(
		`[...document.querySelectorAll("label")].find(l => l.textContent === %q).control.focus()`, field), nil)
}

// kill ends the whole browser without a word.
func (c *clerk) kill() error {
	return syscall.Kill(-c.driver.pid(), syscall.SIGKILL)
}
