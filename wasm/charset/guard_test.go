package charset

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestGuardXML: what would take a hundred times its room is not read; what
// only looks like it is.
func TestGuardXML(t *testing.T) {
	deep := strings.Repeat("<a>", maxDepth+1)
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"deep", deep, ErrDepth},
		{"deep, declared", `<?xml version="1.0"?>` + deep, ErrDepth},
		{"deep in windows-1251", `<?xml version="1.0" encoding="windows-1251"?>` + deep, ErrDepth},
		{"as deep as may be", strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth), nil},
		{"many closed ones", "<a>" + strings.Repeat("<b/>", 10*maxDepth) + "</a>", nil},
		{"many pairs", "<a>" + strings.Repeat("<b></b>", 10*maxDepth) + "</a>", nil},
		{"brackets in a comment", "<a><!-- " + deep + " --></a>", nil},
		{"brackets in CDATA", "<a><![CDATA[" + deep + "]]></a>", nil},
		{"a bracket in an attribute", "<a>" + strings.Repeat(`<b c="/>"/>`, 2*maxDepth) + "</a>", nil},
		{"attributes without end", "<a " + strings.Repeat(`b="" `, maxTag/4) + "/>", ErrTag},
		{"a name without end", "<a " + strings.Repeat("b:", maxName) + `="1"/>`, ErrTag},
		{"names as long as may be", "<" + strings.Repeat("a", maxName) + " " + strings.Repeat("b", maxName) + `="` +
			strings.Repeat("c", 2*maxName) + `"/>`, nil},
		{"a tag without end", "<a " + strings.Repeat(" ", maxTag), ErrTag},
	} {
		var err error
		for dec := XML([]byte(c.text)); err == nil; {
			_, err = dec.Token()
		}
		if want := c.want; !errors.Is(err, want) && (want != nil || !errors.Is(err, io.EOF)) {
			t.Errorf("%s: %v, want %v", c.name, err, want)
		}
	}
	var syntax *xml.SyntaxError
	if _, err := XML([]byte("<a b")).Token(); !errors.As(err, &syntax) {
		t.Errorf("cut off: %v", err)
	}
}
