package idb

import (
	"context"
	"syscall/js"
)

// A portion is what is asked of the browser before its answer to the portion
// before is waited for. All at once, the requests of a register would stand in
// memory with their texts, and nobody would hear anything for many seconds.
var portionRows = 2000 // tests make them smaller

const portionBytes = 4 << 20

// portion is some of a batch's ops and the requests made for them.
type portion struct {
	from, to int        // ops
	reqs     []js.Value // by op - from; undefined: none was needed
	settled  <-chan error
}

// inPortions makes the requests of all ops and hands those that are answered to
// take. It returns when the last portion but one is answered; the last one too
// if take is given. There is always a request pending, which keeps the
// transaction alive.
func (b *batch) inPortions(ctx context.Context, request func(i int) js.Value, take func(i int, req js.Value)) error {
	var before *portion
	for from := 0; from < len(b.ops); {
		p, err := b.ask(from, request)
		if err == nil {
			err = before.answered(ctx, take)
		}
		if err != nil {
			return err
		}
		before, from = p, p.to
	}
	if take == nil {
		return nil
	}
	return before.answered(ctx, take)
}

// ask makes the requests of the next portion.
func (b *batch) ask(from int, request func(i int) js.Value) (*portion, error) {
	p := &portion{from: from, to: from}
	return p, try(func() {
		var last js.Value
		for bytes := 0; p.to < len(b.ops) && p.to-from < portionRows && bytes < portionBytes; p.to++ {
			req := request(p.to)
			if p.reqs = append(p.reqs, req); !req.IsUndefined() {
				last = req
			}
			bytes += len(b.ops[p.to].Data)
		}
		if !last.IsUndefined() { // answers come in the order of the requests
			p.settled = requestSettled(last)
		}
	})
}

// answered waits for a portion, but not longer than ctx.
func (p *portion) answered(ctx context.Context, take func(i int, req js.Value)) error {
	if p == nil {
		return nil
	}
	if p.settled != nil {
		select {
		case err := <-p.settled:
			if err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if take == nil {
		return nil
	}
	return try(func() {
		for i, req := range p.reqs {
			take(p.from+i, req)
		}
	})
}
