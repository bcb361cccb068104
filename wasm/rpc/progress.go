package rpc

import "context"

// Progress of a long call: Done of Total steps (0 = the total is unknown), and what
// the call is doing, in Russian.
type Progress struct {
	ID    int    `json:"id"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
	Text  string `json:"text"`
}

type progressKey struct{}

type listener struct {
	report func(done, total int, text string)
	yield  []func()
}

// WithProgress returns a context with which [Report] and [ReportNoYield] call
// report; Report then calls the yield functions.
func WithProgress(
	ctx context.Context, report func(done, total int, text string), yield ...func(),
) context.Context {
	return context.WithValue(ctx, progressKey{}, listener{report, yield})
}

// Report sends the progress of a long call to the page and lets a cancellation
// arrive. It returns the context's error, so that loops can stop on it:
//
//	if err := rpc.Report(ctx, i, n, "Проверка"); err != nil { return err }
//
// Never call it inside a store transaction: it may yield to the browser, which
// would then commit the transaction.
func Report(ctx context.Context, done, total int, text string) error {
	l, _ := ctx.Value(progressKey{}).(listener)
	if l.report != nil {
		l.report(done, total, text)
	}
	for _, f := range l.yield {
		f()
	}
	return ctx.Err()
}

// ReportNoYield is [Report] without yielding. It may be called inside a store
// transaction.
func ReportNoYield(ctx context.Context, done, total int, text string) error {
	if l, ok := ctx.Value(progressKey{}).(listener); ok {
		l.report(done, total, text)
	}
	return ctx.Err()
}
