package bench

import (
	"encoding/json"
	"fmt"
	"net"
	"time"

	"github.com/gobwas/ws/wsutil"
)

// bidi is a session of WebDriver BiDi: commands one after the other, no events.
type bidi struct {
	conn net.Conn
	last int
}

// do sends a command and reads its answer into out, which may be nil.
func (b *bidi) do(method string, params, out any) error {
	b.last++
	request, err := json.Marshal(map[string]any{"id": b.last, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := b.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if err := wsutil.WriteClientText(b.conn, request); err != nil {
		return err
	}
	for {
		data, err := wsutil.ReadServerText(b.conn)
		if err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		var answer struct {
			ID             int
			Result         json.RawMessage
			Error, Message string
		}
		if err := json.Unmarshal(data, &answer); err != nil {
			return err
		}
		switch {
		case answer.ID != b.last: // an event
		case answer.Error != "":
			return fmt.Errorf("%s: %s: %s", method, answer.Error, answer.Message)
		case out == nil:
			return nil
		default:
			return json.Unmarshal(answer.Result, out)
		}
	}
}
