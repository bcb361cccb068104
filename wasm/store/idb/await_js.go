package idb

import (
	"context"
	"syscall/js"
)

// settled returns a channel that gets nil when target fires the event good, and
// the error of target when it fires bad. Call it before control returns to the
// browser, which fires each event only once.
//
// The listeners stay until one of the events comes, even if nothing reads the
// channel any more. A request always succeeds or fails and a transaction always
// completes or aborts, so the listeners are always released.
func settled(target js.Value, good, bad string) <-chan error {
	done := make(chan error, 1)
	var onGood, onBad js.Func
	finish := func(err error) {
		target.Call("removeEventListener", good, onGood)
		target.Call("removeEventListener", bad, onBad)
		onGood.Release()
		onBad.Release()
		done <- err
	}
	onGood = js.FuncOf(func(js.Value, []js.Value) any {
		finish(nil)
		return nil
	})
	onBad = js.FuncOf(func(js.Value, []js.Value) any {
		finish(domError(target.Get("error")))
		return nil
	})
	target.Call("addEventListener", good, onGood)
	target.Call("addEventListener", bad, onBad)
	return done
}

// requestSettled is [settled] for an IDBRequest.
func requestSettled(req js.Value) <-chan error { return settled(req, "success", "error") }

// transactionSettled is [settled] for an IDBTransaction.
func transactionSettled(tx js.Value) <-chan error { return settled(tx, "complete", "abort") }

// pending makes a request and returns a function that waits for its result.
func pending(objects js.Value, method string, args ...any) (wait func(context.Context) (js.Value, error), err error) {
	var req js.Value
	var settled <-chan error
	err = try(func() {
		req = objects.Call(method, args...)
		settled = requestSettled(req)
	})
	return func(ctx context.Context) (js.Value, error) {
		select {
		case err := <-settled:
			if err != nil {
				return js.Undefined(), err
			}
			return req.Get("result"), nil
		case <-ctx.Done():
			return js.Undefined(), ctx.Err()
		}
	}, err
}

// result makes a request and waits for its result.
func result(ctx context.Context, objects js.Value, method string, args ...any) (js.Value, error) {
	wait, err := pending(objects, method, args...)
	if err != nil {
		return js.Undefined(), err
	}
	return wait(ctx)
}
