package store

import "context"

type progressKey struct{}

// WithProgress returns a context of which a long [Store.Write] tells how many
// of its ops the device has taken. f must not wait: a transaction of the
// browser ends by itself when nothing is asked of it.
func WithProgress(ctx context.Context, f func(done int)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

// Progress is for implementations.
func Progress(ctx context.Context, done int) {
	if f, ok := ctx.Value(progressKey{}).(func(int)); ok {
		f(done)
	}
}
