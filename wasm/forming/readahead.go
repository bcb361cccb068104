package forming

import (
	"context"

	"rroform/wasm/rpc"
)

// While entries are packed, the files of the next entries are read. The browser delivers a large value
// in several steps of its event loop, and each step waits until Go yields. Files that are read at the
// same time share these steps.
const (
	aheadItems  = 8       // how many items are read in advance
	aheadBudget = 4       // units of files that may be in memory
	aheadUnit   = 4 << 20 // bytes of files
)

// readAhead reads the texts and files of the items that are not in the cache, in order. The receiver
// calls done of each when it no longer needs the files. Reading ends with ctx.
func (j *job) readAhead(ctx context.Context) <-chan chan *written {
	next := make(chan chan *written, aheadItems)
	budget := make(chan struct{}, aheadBudget)
	go func() {
		defer close(next)
		for _, it := range j.items {
			if it.entry != nil {
				continue
			}
			units := it.units()
			for range units {
				select {
				case budget <- struct{}{}:
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
						<-budget
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

// units returns how many units of the budget the files of an item need: at most the whole budget.
func (it *item) units() int {
	bytes := int64(0)
	for i := range it.Questions {
		if file := it.Questions[i].Attachment; file != nil {
			bytes += file.Size
		}
	}
	return int(min((bytes+aheadUnit-1)/aheadUnit, aheadBudget))
}
