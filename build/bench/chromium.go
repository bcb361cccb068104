package bench

import (
	"context"
	"errors"
	"os"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium is driven by the DevTools protocol, which version 109 speaks too.
type chromium struct {
	ctx context.Context
	end func()
}

// startChromium starts the browser that RRO_CHROMIUM names, else the one installed.
func startChromium() (Browser, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WSURLReadTimeout(patience))
	if path := os.Getenv("RRO_CHROMIUM"); path != "" {
		options = append(options, chromedp.ExecPath(path))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	// What an old browser says and the library does not know is of no interest.
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	b := &chromium{ctx, func() {
		_ = chromedp.Cancel(ctx) // gracefully, so that its profile of gigabytes is removed
		cancel()
		stop()
	}}
	// The first Run owns the browser: with a timeout of its own it would end with it.
	if err := chromedp.Run(ctx); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *chromium) Close() { b.end() }

func (b *chromium) Open(url string) error { return b.run(chromedp.Navigate(url)) }

func (b *chromium) Text(expression string) (text string, err error) {
	err = b.run(chromedp.Evaluate(expression, &text, func(e *runtime.EvaluateParams) *runtime.EvaluateParams {
		return e.WithAwaitPromise(true)
	}))
	var thrown *runtime.ExceptionDetails
	if errors.As(err, &thrown) && thrown.Exception != nil {
		err = errors.New(thrown.Exception.Description)
	}
	return text, err
}

func (b *chromium) run(actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, actions...)
}
