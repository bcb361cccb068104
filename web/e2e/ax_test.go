package e2e

import (
	"context"
	"fmt"
	"strings"

	"rroform/wasm/scenario"
)

// Things are found as a screen reader finds them: by role and accessible name
// inside groups. Neither classes nor ids are looked at.

// query returns what has the role and, unless "", the name, inside the groups.
func (b *tab) query(scope scenario.Scope, role, name string) (found []node) {
	b.t.Helper()
	b.do(func(ctx context.Context) (err error) {
		found, err = b.driver.query(ctx, nil, scope, role, name)
		return err
	})
	return found
}

// find waits for the one thing with the role (or one of more roles) and name.
func (b *tab) find(scope scenario.Scope, name string, roles ...string) (node, error) {
	b.t.Helper()
	var n node
	wrong := b.poll(patience, func() string {
		for _, role := range roles {
			switch found := b.query(scope, role, name); {
			case len(found) == 1:
				n = found[0]
				return ""
			case len(found) > 1:
				return fmt.Sprintf("%d things are %s «%s» in %q", len(found), role, name, scope)
			}
		}
		return fmt.Sprintf("no %v «%s» in %q", roles, name, scope)
	})
	if wrong != "" {
		return n, fmt.Errorf("%s; the page shows\n%s", wrong, b.text())
	}
	return n, nil
}

// findBeginning waits for the one thing with the role whose name begins so.
func (b *tab) findBeginning(begin, role string) (n node, err error) {
	b.t.Helper()
	wrong := b.poll(patience, func() string {
		count := 0
		for _, found := range b.query(nil, role, "") {
			if strings.HasPrefix(found.name, begin) {
				n = found
				count++
			}
		}
		if count != 1 {
			return fmt.Sprintf("%d things are %s «%s…»", count, role, begin)
		}
		return ""
	})
	if wrong != "" {
		return n, fmt.Errorf("%s; the page shows\n%s", wrong, b.text())
	}
	return n, nil
}

// there reports whether the thing is in the page now.
func (b *tab) there(scope scenario.Scope, role, name string) bool {
	b.t.Helper()
	return len(b.query(scope, role, name)) > 0
}

// javaScript calls a function with the thing as this.
func (b *tab) javaScript(n node, function string, out any) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.call(ctx, n, function, out) })
}

// queryIn returns what has the role and name inside the thing.
func (b *tab) queryIn(n node, role, name string) (found []node) {
	b.t.Helper()
	b.do(func(ctx context.Context) (err error) {
		found, err = b.driver.query(ctx, &n, nil, role, name)
		return err
	})
	return found
}
