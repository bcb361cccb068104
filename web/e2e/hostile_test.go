package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"rroform/wasm/hostile"
)

// feeder gives files to the core behind the page's back, through a file input
// of its own, and times what happens: the longest call, and the longest that
// core or page said nothing. rroHit is set by a text that runs.
const feeder = `(() => {
	const input = document.createElement("input");
	input.type = "file"; input.setAttribute("aria-label", "Враждебный файл");
	document.body.append(input);
	window.feeding = {longest: 0, silence: 0, after: "", last: 0, told: "", id: 1e6};
	const heard = (told) => {
		const now = performance.now();
		if (now - feeding.last > feeding.silence) Object.assign(feeding,
			{silence: now - feeding.last, after: feeding.told});
		Object.assign(feeding, {last: now, told});
	};
	window.feed = (method, params, withFile, asBlob) => new Promise(async done => {
		const file = input.files[0], id = ++feeding.id, began = performance.now();
		Object.assign(feeding, {last: began, told: method});
		const files = withFile && !asBlob ? [new Uint8Array(await file.arrayBuffer())] : [], blobs = withFile &&
			asBlob ? [file] : [];
		const worker = window.theWorker;
		const end = (answer) => { heard(""); feeding.longest = Math.max(feeding.longest, performance.now() - began);
			worker.removeEventListener("message", hear); clearInterval(watch); done(answer); };
		const watch = setInterval(() => { // a core that died tells nobody
			if (document.documentElement.dataset.core !== "ready") end(JSON.stringify({died: true}));
			else if (performance.now() - feeding.last > 60000) end(JSON.stringify({hung: true}));
		}, 200);
		const hear = ({data}) => {
			if (data.died !== undefined) end(JSON.stringify({died: String(data.died).slice(0, 2000)}));
			else if (data.progress !== undefined) heard(JSON.parse(data.progress).text);
			else if (data.block !== undefined) heard(method);
			else if (data.json !== undefined && JSON.parse(data.json).id === id) end(data.json);
		};
		worker.addEventListener("message", hear);
		worker.asked++; // watchCore takes it off again
		Object.getPrototypeOf(Object.getPrototypeOf(worker)).postMessage.call(worker,
			{id, json: JSON.stringify({id, method, params}), files, blobs}, files.map(f => f.buffer));
	});
	let tick = performance.now();
	window.frozen = 0; // the longest that the page did not answer
	setInterval(() => { const now = performance.now(); frozen = Math.max(frozen, now - tick - 100); tick = now; }, 100);
})(); 0`

// countMemory makes the core report its memory. The core's own messages stay
// unchanged.
var countMemory = inPageAndWorker(`if (!globalThis.document) {
	const {instantiate} = WebAssembly;
	let memory;
	WebAssembly.instantiate = async (...args) => { const i = await instantiate(...args);
		memory = (i.exports ?? i.instance.exports).mem; return i; };
	addEventListener("message", e => {
		if (!e.data?.rroMemory) return;
		e.stopImmediatePropagation();
		e.data.rroMemory.postMessage(memory.buffer.byteLength);
	});
}`)

// hostileRun is what became of the files.
type hostileRun struct {
	*clerk
	panics, hangs int
	memory        uint64 // bytes, the most that core and page had
	longest       time.Duration
}

// TestHostileFiles gives hostile files to the built page: Excel files through its
// input, all others to its core. In the suite they are few and small, and no time
// limit applies. `make hostile` plays FILES of them in full size, or only the kinds
// named by ONLY.
func TestHostileFiles(t *testing.T) {
	slow(t)
	n, scale := len(hostile.Kinds()), 0.003
	many, err := strconv.Atoi(os.Getenv("RRO_HOSTILE"))
	full := err == nil
	if full {
		n, scale = many, 1
	} else {
		t.Parallel()
	}
	h := &hostileRun{clerk: startClerk(t, offline, countMemory)}
	h.eval(feeder, nil)
	dir := t.TempDir()
	only := regexp.MustCompile(os.Getenv("RRO_HOSTILE_ONLY"))
	given := 0
	for i, f := range hostile.Files(1, n, scale) {
		if !only.MatchString(string(f.Door) + ": " + f.Kind) {
			continue
		}
		given++
		path := filepath.Join(dir, "file"+filepath.Ext(strings.ReplaceAll(f.Name, "\x00", "")))
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
		at := fmt.Sprintf("%d %s, %s (%d bytes)", i, f.Door, f.Kind, len(f.Data))
		began := time.Now()
		h.feedOne(at, &f, path, full)
		h.measure(at, began, full)
	}
	var hit bool
	h.eval(`window.rroHit === 1`, &hit)
	scripts := 0
	if hit {
		scripts++
	}
	for _, url := range h.requested() {
		if !strings.HasPrefix(url, "file://") && !strings.HasPrefix(url, "blob:") &&
			!strings.HasPrefix(url, "data:image/svg+xml,") &&
			!strings.HasPrefix(url, "data:font/") { // Firefox lists a font of its own
			scripts++
			t.Errorf("the page asked for %.200s", url)
		}
	}
	fmt.Printf("files %d, panics %d, hangs %d, scripts %d, memory %d MB, longest %.1f s\n", given, h.panics, h.hangs,
		scripts, h.memory>>20, h.longest.Seconds())
	if h.panics+scripts > 0 || full && (h.hangs > 0 || h.memory > 500<<20) {
		t.Error("hostile files did harm")
	}
}

// feedOne gives a file in and goes on with what was taken.
func (h *hostileRun) feedOne(at string, f *hostile.File, path string, full bool) {
	h.t.Helper()
	input, err := h.find(nil, "Враждебный файл", "button")
	h.must(err)
	h.give(input, path)
	result, said := h.feed(at, f.First())
	if full && f.Refuse && said == nil && f.Door != hostile.Merge {
		h.t.Errorf("%s: taken", at)
	}
	if f.Door == hostile.Book && said == nil {
		h.readBook(at, path)
	}
	if said != nil && f.Door != hostile.Backup {
		return
	}
	for _, then := range f.Then(result) {
		h.feed(at, then)
	}
}

// readBook gives a workbook to the page itself, which lays out its cells.
func (h *hostileRun) readBook(at, path string) {
	h.t.Helper()
	h.eval(`location.hash = "#/exchange"`, nil)
	n, err := h.find(nil, tableInput, "button")
	h.must(err)
	h.eval(`theWorker.asked = 0`, nil) // feed has asked behind its back
	h.eval(`document.querySelectorAll(".rro-finding").forEach((e) => e.dataset.before = ""); 0`, nil)
	h.give(n, path)
	h.untilWithin(5*time.Minute, func() string { // a clock of its own: measure judges
		var shown bool
		if h.eval(`!!(document.querySelector(".rro-finding:not([data-before])") || `+
			`document.querySelector("table[aria-label='Столбцы таблицы']"))`, &shown); shown {
			return ""
		}
		return at + ": the page does not show what became of the file"
	})
	h.must(h.toExchange())
}

// toExchange puts away the table that is open, if one is.
func (h *hostileRun) toExchange() error {
	if close := h.query(nil, "button", "Закрыть таблицу"); len(close) == 1 {
		h.click(close[0])
		h.settle()
	}
	return h.Open("Обмен")
}

// feed calls the core and judges its answer. A core that has stopped is
// started again.
func (h *hostileRun) feed(at string, call hostile.Call) (result []byte, said *hostile.Said) {
	h.t.Helper()
	var answer string
	ctx, cancel := context.WithTimeout(h.Context, 5*time.Minute)
	defer cancel()
	if err := h.driver.eval(ctx, fmt.Sprintf(`feed(%q, %s, %v, %v)`, call.Method, call.Params, call.File, call.Blob),
		&answer); err != nil {
		h.t.Fatalf("%s: %s: %v", at, call.Method, err)
	}
	var got struct {
		Result json.RawMessage
		Error  *hostile.Said
		Died   any
		Hung   bool
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		h.t.Fatalf("%s: %s: %v", at, call.Method, err)
	}
	switch {
	case got.Died != nil || got.Hung:
		h.t.Errorf("%s: %s: the core stopped (hung: %v): %v", at, call.Method, got.Hung, got.Died)
		if got.Hung {
			h.hangs++
		} else {
			h.panics++
		}
		h.reload()
		h.waitCore("ready")
		h.eval(feeder, nil)
		return nil, &hostile.Said{}
	case got.Error != nil:
		if why := hostile.Judge(*got.Error); why != "" {
			h.t.Errorf("%s: %s: %s", at, call.Method, why)
		}
	}
	return got.Result, got.Error
}

// measure looks at clock and memory after a file.
func (h *hostileRun) measure(at string, began time.Time, full bool) {
	h.t.Helper()
	var was struct {
		Longest, Silence, Frozen, Core, Page float64
		After                                string // what was told before the silence
	}
	h.eval(`new Promise(done => {
		const is = {...feeding, frozen, page: performance.memory?.usedJSHeapSize ?? 0};
		feeding.longest = feeding.silence = frozen = 0;
		const channel = new MessageChannel();
		channel.port1.onmessage = ({data}) => done({...is, core: data});
		Object.getPrototypeOf(Object.getPrototypeOf(theWorker)).postMessage.call(theWorker,
			{rroMemory: channel.port2}, [channel.port2]);
		setTimeout(() => done({...is, core: 0}), 5000);
	})`, &was)
	silence := time.Duration(max(was.Silence, was.Frozen)) * time.Millisecond
	h.longest = max(h.longest, time.Duration(was.Longest)*time.Millisecond)
	h.memory = max(h.memory, uint64(was.Core))
	if silence > 5*time.Second {
		h.hangs++
	}
	if full && (silence > 2*time.Second || was.Longest > 3000 || was.Core > 300<<20) {
		h.t.Logf("%s: %v in all, longest call %.1f s, silent for %.1f s after «%s», page held for %.1f s, core %d "+
			"MB, page %d MB", at, time.Since(began).Round(100*time.Millisecond),
			was.Longest/1000, was.Silence/1000, was.After, was.Frozen/1000, int(was.Core)>>20, int(was.Page)>>20)
	}
}
