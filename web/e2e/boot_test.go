package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStartsFromDisk(t *testing.T) {
	t.Parallel()
	b := launch(t)
	b.waitCore("ready")
	for _, url := range b.requested() {
		if url != pageURL(t) && !strings.HasPrefix(url, "blob:") && !strings.HasPrefix(url, "data:") {
			t.Errorf("the page asked for %s", url)
		}
	}
	if errors := b.consoleErrors(); len(errors) > 0 {
		t.Errorf("console: %q", errors)
	}
	b.says("РРО-форма")
	b.saysNot("Загрузка")
}

// The policy is the proof that nothing leaves the computer: try to.
func TestPolicyForbidsNetwork(t *testing.T) {
	t.Parallel()
	b := launch(t)
	b.waitCore("ready")
	var outcome string
	b.eval(`fetch("http://127.0.0.1:9/").then(() => "sent", e => e.name)`, &outcome)
	var violated bool
	b.eval(`new Promise(done => {
		document.addEventListener("securitypolicyviolation", () => done(true), {once: true});
		new Image().src = "http://127.0.0.1:9/x.png";
		setTimeout(() => done(false), 3000);
	})`, &violated)
	if outcome != "TypeError" || !violated {
		t.Errorf("fetch: %s, image refused: %v", outcome, violated)
	}
}

// keepWorker lets a test speak to the page's worker behind the page's back.
var keepWorker = option{inject: `window.Worker = class extends Worker {
	constructor(url) { super(url); window.theWorker = this; }
};`}

func TestStoppedCoreRestarts(t *testing.T) {
	t.Parallel()
	b := launch(t, keepWorker)
	b.waitCore("ready")
	b.eval(`theWorker.postMessage(undefined)`, nil) // Go panics on what is no message
	b.waitCore("stopped")
	b.says("Ядро остановлено, данные сохранены", "Перезапустить")
	b.pressRestart()
	b.waitCore("ready")
}

func TestWithoutWorkers(t *testing.T) {
	t.Parallel()
	refusals := map[string]string{
		"constructor throws": `window.Worker = function () { throw new Error("refused") }`,
		"error event": `window.Worker = function () {
			setTimeout(() => this.onerror(new ErrorEvent("error", {cancelable: true})));
			this.terminate = () => {};
		}`,
	}
	for name, inject := range refusals {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := launch(t, option{inject: inject})
			b.waitCore("ready")
			if errors := b.consoleErrors(); len(errors) > 0 {
				t.Errorf("console: %q", errors)
			}
			// The core dies here too, and comes back.
			b.eval(`rroPort.onmessage({data: undefined})`, nil)
			b.waitCore("stopped")
			b.pressRestart()
			b.waitCore("ready")
		})
	}
}

// TestOlderFunctions: the core starts where a browser lacks the newer way of
// reading base64, or compiles no module that comes out of a stream.
func TestOlderFunctions(t *testing.T) {
	t.Parallel()
	b := launch(t, option{inject: `{
		const older = "Uint8Array.fromBase64 = undefined;" +
			"WebAssembly.compileStreaming = () => Promise.reject(new TypeError('refused'));";
		Uint8Array.fromBase64 = undefined;
		window.Blob = new Proxy(Blob, {construct(target, [parts, ...rest]) {
			const worker = document.getElementById("rro-worker");
			if (worker && parts?.[0] === worker.textContent) {
				parts = [older, ...parts];
				window.olderWorker = true;
			}
			return new target(parts, ...rest);
		}});
	}`})
	b.waitCore("ready")
	var older bool
	b.eval(`window.olderWorker === true`, &older)
	if errors := b.consoleErrors(); !older || len(errors) > 0 {
		t.Errorf("the worker is older: %v; console: %q", older, errors)
	}
}

// fakeWorker is a worker that speaks the protocol and nothing else.
const fakeWorker = `window.Worker = function () {
	this.terminate = () => {};
	this.postMessage = () => {};
	setTimeout(() => (%s)(data => this.onmessage({data})));
};`

func TestFailuresAreTold(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, inject, want, do string }{
		{"another build's worker", strings.Replace(fakeWorker, "%s", `say => say({hello: "other"})`, 1),
			"из разных сборок", "Ctrl+F5"},
		{"silence", strings.Replace(fakeWorker, "%s", `() => {}`, 1) +
			`const wait = window.setTimeout; window.setTimeout = (f, ms, ...a) => wait(f, (ms || 0) / 50, ...a);`,
			"Ядро не ответило", "Закройте другие вкладки"},
		{"crash at the start", strings.Replace(fakeWorker, "%s", `say => say({died: "panic: boom"})`, 1),
			"Ядро программы не запустилось", "Перезапустить"},
		{"inline script refused too", `window.Worker = function () { throw new Error("refused") };
			Node.prototype.append = Element.prototype.append = HTMLElement.prototype.append = function () {};`,
			"Ядро программы не запустилось", "другом браузере"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := launch(t, option{inject: c.inject})
			b.waitCore("failed")
			b.says(c.want, c.do)
		})
	}
}

// damage writes a changed copy of the page and returns its address.
func damage(t *testing.T, change func(string) string) option {
	t.Helper()
	if !*enabled {
		return option{}
	}
	html, err := os.ReadFile(pagePath(t))
	if err != nil {
		t.Fatal(err)
	}
	changed := change(string(html))
	if changed == string(html) {
		t.Fatal("the damage did nothing")
	}
	path := filepath.Join(t.TempDir(), "rroform.html")
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	return option{url: fileURL(path)}
}

func TestDamagedFileIsTold(t *testing.T) {
	t.Parallel()
	cases := map[string]func(string) string{
		"cut in the core": func(s string) string { return s[:len(s)-len(s)/4] },
		"cut before the core": func(s string) string {
			return s[:strings.Index(s, `<script type="text/plain" id="rro-worker">`)]
		},
		"one byte of the core": func(s string) string { return flip(s, len(s)-len(s)/3) },
		"one byte of the page": func(s string) string { return flip(s, strings.Index(s, `id="rro-page"`)+1000) },
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := launch(t, damage(t, change))
			b.waitCore("failed")
			b.says("повреждён или скопирован не полностью")
		})
	}
}

func flip(s string, at int) string {
	c := "A"
	if s[at] == 'A' {
		c = "B"
	}
	return s[:at] + c + s[at+1:]
}

// A core of another build must be refused although page and worker agree.
func TestForeignCoreIsRefused(t *testing.T) {
	t.Parallel()
	b := launch(t, option{inject: `const post = MessageEvent.prototype;
		const data = Object.getOwnPropertyDescriptor(post, "data");
		Object.defineProperty(post, "data", {get() {
			const message = data.get.call(this);
			if (message && message.json) message.json = message.json.replace(/"build":"[^"]*"/, '"build":"other"');
			return message;
		}});`})
	b.waitCore("failed")
	b.says("из разных сборок")
}

func TestOldBrowserIsTold(t *testing.T) {
	t.Parallel()
	b := launch(t, option{inject: `delete window.AbortController`})
	b.waitCore("unsupported")
	b.says("он устарел", "109", "115", "нет AbortController", "Обращения")
}

func TestBrokenPageScriptIsTold(t *testing.T) {
	t.Parallel()
	b := launch(t, option{inject: `delete window.queueMicrotask; Element.prototype.replaceChildren = undefined`})
	b.waitCore("failed")
	b.says("РРО-форма не запустилась")
}

func (b *tab) pressRestart() {
	b.t.Helper()
	const restart = `[...document.querySelectorAll("button")].find(b => b.textContent === "Перезапустить")`
	b.wait(restart)
	b.eval(restart+`.click()`, nil)
}
