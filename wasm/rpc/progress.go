package rpc

import "context"

// Progress of a long call: Done of Total steps, and what is being done.
type Progress struct {
	ID    int    `json:"id"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
	Text  string `json:"text"`
}

type progressKey struct{}

// WithProgress returns a context whose calls of [Report] reach f.
func WithProgress(ctx context.Context, f func(done, total int, text string)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

// Report tells the page how far a long call is and lets a cancellation arrive.
// It returns the context's error, so that loops can stop on it:
//
//	if err := rpc.Report(ctx, i, n, "Проверка"); err != nil { return err }
//
// Never call it inside a store transaction: it may give way to the browser.
func Report(ctx context.Context, done, total int, text string) error {
	if f, ok := ctx.Value(progressKey{}).(func(int, int, string)); ok {
		f(done, total, text)
	}
	return ctx.Err()
}
