package bidi

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// conn sends commands and receives their answers. Each command has a number.
type conn struct {
	socket io.ReadWriteCloser

	mu      sync.Mutex // guards what follows, and the order of writes
	number  int
	waiting map[int]chan answer
	hear    []func(Event)
	broken  error // once set, all commands fail with it
}

// Event is an event of the browser, such as "log.entryAdded".
type Event struct {
	Method string
	Params json.RawMessage
}

// answer is any message of the browser.
type answer struct {
	ID      int             `json:"id"`
	Type    string          `json:"type"` // success, error, event
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
}

// Error is a command that the browser refused.
type Error struct{ Method, Code, Message string }

func (e *Error) Error() string { return e.Method + ": " + e.Code + ": " + e.Message }

func dial(ctx context.Context, url string) (*conn, error) {
	socket, early, _, err := ws.Dial(ctx, url)
	if err != nil {
		return nil, err
	}
	c := &conn{socket: joined(socket, early), waiting: map[int]chan answer{}}
	go c.listen()
	return c, nil
}

// joined reads first what the server sent together with its handshake, then the socket.
func joined(socket net.Conn, early *bufio.Reader) io.ReadWriteCloser {
	if early == nil {
		return socket
	}
	return struct {
		io.Reader
		io.Writer
		io.Closer
	}{early, socket, socket}
}

func (c *conn) listen() {
	for {
		data, err := wsutil.ReadServerText(c.socket)
		if err != nil {
			c.fail(fmt.Errorf("the browser has gone: %w", err))
			return
		}
		var a answer
		if err := json.Unmarshal(data, &a); err != nil {
			c.fail(err)
			return
		}
		c.mu.Lock()
		hear, wait := c.hear, c.waiting[a.ID]
		c.mu.Unlock()
		if a.Type == "event" {
			for _, h := range hear {
				h(Event{a.Method, a.Params})
			}
		} else if wait != nil {
			wait <- a
		}
	}
}

// fail ends all waiting commands with an error.
func (c *conn) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.broken = err
	for _, wait := range c.waiting {
		close(wait)
	}
	c.waiting = nil
}

// send does a command and decodes its result into out, which may be nil.
func (c *conn) send(ctx context.Context, method string, params, out any) error {
	if params == nil {
		params = object{}
	}
	wait := make(chan answer, 1)
	c.mu.Lock()
	if c.broken != nil {
		c.mu.Unlock()
		return c.broken
	}
	c.number++
	number := c.number
	data, err := json.Marshal(object{"id": number, "method": method, "params": params})
	if err == nil {
		c.waiting[number] = wait
		err = wsutil.WriteClientText(c.socket, data)
	}
	c.mu.Unlock()
	if err != nil {
		return err
	}
	defer func() {
		c.mu.Lock()
		delete(c.waiting, number)
		c.mu.Unlock()
	}()
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case a, ok := <-wait:
		switch {
		case !ok:
			return errors.Join(errors.New(method), c.broken)
		case a.Type == "error":
			return &Error{method, a.Error, a.Message}
		case out == nil:
			return nil
		}
		return json.Unmarshal(a.Result, out)
	}
}
