package idb

import (
	"context"
	"syscall/js"
)

// A write requests its ops in portions: it requests a portion, then waits for the
// answers to the previous one. All requests of a register at once would be in
// memory with their texts, and would report no progress for many seconds.
var portionRows = 2000 // tests set a smaller number

const portionBytes = 4 << 20

// portion is a range of a batch's ops with the requests made for them.
type portion struct {
	from, to int        // ops from…to-1
	reqs     []js.Value // one for each op; undefined if the op needs none
	settled  <-chan error
}

// inPortions makes the requests of all ops and passes each to take after its
// answer. With take it returns when all are answered. With take == nil it returns
// when all but the last portion are answered: the end of the transaction answers
// the last one. A request is always pending, which keeps the transaction open.
func (b *batch) inPortions(ctx context.Context, request func(i int) js.Value, take func(i int, req js.Value)) error {
	var previous *portion
	for from := 0; from < len(b.ops); {
		p, err := b.ask(from, request)
		if err == nil {
			err = previous.answered(ctx, take)
		}
		if err != nil {
			return err
		}
		previous, from = p, p.to
	}
	if take == nil {
		return nil
	}
	return previous.answered(ctx, take)
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

// answered waits for the answers to a portion and passes its requests to take.
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
