package forming

import (
	"context"

	"rroform/wasm/rpc"
)

// While entries are packed, the files of the next ones are on their way. The
// browser hands a large value over in several turns, each of which waits until
// Go gives way: files that come at once cost together as many turns as one.
const (
	aheadItems = 8       // that are read before it is their turn
	aheadRoom  = 4       // units of files on their way and in hand
	aheadUnit  = 4 << 20 // bytes of files
)

// readAhead reads all that entries which are not ready are made of, in their
// order. Whoever gets one calls its done when its files are used. It ends with ctx.
func (j *job) readAhead(ctx context.Context) <-chan chan *written {
	next := make(chan chan *written, aheadItems)
	room := make(chan struct{}, aheadRoom)
	go func() {
		defer close(next)
		for _, it := range j.items {
			if it.entry != nil {
				continue
			}
			units := it.units()
			for range units {
				select {
				case room <- struct{}{}:
				case <-ctx.Done():
					return
				}
			}
			read := make(chan *written, 1)
			go func() {
				w := &written{item: it}
				if err := rpc.Guard(func() error { w = j.read(ctx, it); return nil }); err != nil {
					w.err = err
				}
				w.done = func() {
					for range units {
						<-room
					}
				}
				read <- w
			}()
			select {
			case next <- read:
			case <-ctx.Done():
				return
			}
		}
	}()
	return next
}

// units is how much room the files of an item take, which may be all there is.
func (it *item) units() int {
	bytes := int64(0)
	for i := range it.Questions {
		if file := it.Questions[i].Attachment; file != nil {
			bytes += file.Size
		}
	}
	return int(min((bytes+aheadUnit-1)/aheadUnit, aheadRoom))
}
