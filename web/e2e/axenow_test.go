package e2e

import "os"

// axeNow is [clerk.axe] in a page that axe was not yet given to.
func (c *clerk) axeNow(state string) {
	c.t.Helper()
	source, err := os.ReadFile("../../web/node_modules/axe-core/axe.min.js")
	c.must(err)
	c.eval(string(source)+"; 0", nil)
	c.axe(state)
}
