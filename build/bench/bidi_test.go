package bench

import (
	"net"
	"strings"
	"testing"

	"github.com/gobwas/ws/wsutil"
)

// TestBidi: events before the answer are passed over, errors are told.
func TestBidi(t *testing.T) {
	for _, c := range []struct{ answers, want string }{
		{`{"type":"success","id":1,"result":{"value":"x"}}`, "x"},
		{"{\"type\":\"event\",\"method\":\"log.entryAdded\",\"params\":{}}\n{\"type\":\"success\",\"id\":1,\"result\":{\"value\":\"y\"}}", "y"},
		{`{"type":"error","id":1,"error":"no such frame","message":"gone"}`, "error: test.do: no such frame: gone"},
		{`no JSON`, "error: invalid character"},
	} {
		ours, theirs := net.Pipe()
		go func() {
			defer theirs.Close()
			if _, err := wsutil.ReadClientText(theirs); err != nil {
				return // the test below fails by that
			}
			for _, answer := range strings.Split(c.answers, "\n") {
				if wsutil.WriteServerText(theirs, []byte(answer)) != nil {
					return
				}
			}
		}()
		var got struct{ Value string }
		err := (&bidi{conn: ours}).do("test.do", map[string]any{}, &got)
		if err != nil {
			got.Value = "error: " + err.Error()
		}
		if !strings.HasPrefix(got.Value, c.want) {
			t.Errorf("%s: got %q, want %q", c.answers, got.Value, c.want)
		}
		ours.Close()
	}
}
