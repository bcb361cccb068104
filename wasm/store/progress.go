package store

import "context"

type progressKey struct{}

// WithProgress returns a context with which a long [Store.Write] calls f with
// the number of ops it has sent to the device. f must not block: a transaction
// of the browser commits by itself as soon as no request is pending.
func WithProgress(ctx context.Context, f func(done int)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

// Progress calls the function of [WithProgress]. Implementations of [Store] call it.
func Progress(ctx context.Context, done int) {
	if f, ok := ctx.Value(progressKey{}).(func(int)); ok {
		f(done)
	}
}
