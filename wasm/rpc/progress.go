package rpc

import "context"

// Progress of a long call: Done of Total steps, 0 = nobody knows how many, and
// what is being done.
type Progress struct {
	ID    int    `json:"id"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
	Text  string `json:"text"`
}

type progressKey struct{}

type listener struct {
	tell    func(done, total int, text string)
	giveWay []func()
}

// WithProgress returns a context whose calls of [Report] and [Tell] reach tell;
// giveWay follows those of Report.
func WithProgress(ctx context.Context, tell func(done, total int, text string), giveWay ...func()) context.Context {
	return context.WithValue(ctx, progressKey{}, listener{tell, giveWay})
}

// Report tells the page how far a long call is and lets a cancellation arrive.
// It returns the context's error, so that loops can stop on it:
//
//	if err := rpc.Report(ctx, i, n, "Проверка"); err != nil { return err }
//
// Never call it inside a store transaction: it may give way to the browser.
func Report(ctx context.Context, done, total int, text string) error {
	l, _ := ctx.Value(progressKey{}).(listener)
	if l.tell != nil {
		l.tell(done, total, text)
	}
	for _, f := range l.giveWay {
		f()
	}
	return ctx.Err()
}

// Tell is [Report] without giving way, for what runs inside a transaction.
func Tell(ctx context.Context, done, total int, text string) error {
	if l, ok := ctx.Value(progressKey{}).(listener); ok {
		l.tell(done, total, text)
	}
	return ctx.Err()
}
