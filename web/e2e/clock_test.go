package e2e

import (
	"fmt"
	"testing"
	"time"
)

// inPageAndWorker runs a script before the page's own and before the worker's:
// the worker is a Blob made of the text of #rro-worker, so Blob is watched.
func inPageAndWorker(script string) option {
	return option{inject: fmt.Sprintf(`{
		const script = %q;
		(0, eval)(script);
		window.Blob = new Proxy(window.Blob, {construct(target, [parts, ...rest], as) {
			const worker = document.getElementById("rro-worker");
			if (worker && parts?.includes(worker.textContent)) parts = [script + "\n", ...parts];
			return Reflect.construct(target, [parts, ...rest], as);
		}});
	}`, script)}
}

// onDay starts the clerk's clock at noon of a day yyyy-MM-dd. The clock runs:
// only its beginning is shifted.
func onDay(t *testing.T, day string) option {
	t.Helper()
	noon, err := time.ParseInLocation("2006-01-02 15:04", day+" 12:00", time.Local)
	if err != nil {
		t.Fatal(err)
	}
	return inPageAndWorker(fmt.Sprintf(`globalThis.Date = new Proxy(Date, {
		construct: (real, args, as) => Reflect.construct(real, args.length ? args : [real.now() + %[1]d], as),
		apply: real => new real(real.now() + %[1]d).toString(),
		get: (real, key) => key === "now" ? () => real.now() + %[1]d : Reflect.get(real, key),
	});`, time.Until(noon).Milliseconds()))
}

// TestClock: without this, a scenario of 2017 would be played today.
func TestClock(t *testing.T) {
	t.Parallel()
	b := launch(t, onDay(t, "2017-09-02"))
	b.waitCore("ready")
	var page string
	b.eval(`new Date().toISOString().slice(0, 10) + (new Date(0).getTime() === 0) + (new Date() instanceof Date)`,
		&page)
	if page != "2017-09-02truetrue" {
		t.Errorf("the page's day: %s", page)
	}
	// The core reports about the month before: it runs in the worker.
	b.wait(`document.body.innerText.includes("август 2017")`)
}
