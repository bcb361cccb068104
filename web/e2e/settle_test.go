package e2e

import (
	"strings"
	"time"
)

// watchCore counts the page's calls of the core that have no answer yet, so that a
// test knows when the page is complete; the save state covers only writes. With
// theWorker a test can send messages to the core itself.
//
// The core's worker is the one that receives calls: the page's test of the browser
// makes another worker.
var watchCore = option{
	inject: `Object.defineProperty(window, "rroAsked", {get: () => Math.max(0, window.theWorker?.asked ?? 0)});
window.Worker = class extends window.Worker {
	asked = 0;
	constructor(...args) {
		super(...args);
		this.addEventListener("message", ({data}) => {
			if (data?.json !== undefined) this.asked--;
			if (data?.died !== undefined) this.asked = 0; // no answer will come
		});
	}
	postMessage(message, ...rest) {
		if (message?.json !== undefined) {
			window.theWorker = this;
			this.asked++;
		}
		super.postMessage(message, ...rest);
	}
};`}

// saveState is the text of the one status element.
const saveState = `(document.querySelector("[role=status]")?.textContent ?? "")`

// settle waits until all that was done is on disk and the core has answered
// what the screen asked. Effects of a change run a frame after it, hence the
// frames. What is read then is read by until and its kin.
func (b *tab) settle() {
	b.t.Helper()
	b.settleAs("Сохранено", "Не сохраняется на диск")
}

// settleAs waits for quiet and a save state that begins with one of the texts.
func (b *tab) settleAs(texts ...string) {
	b.t.Helper()
	var state string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		b.eval(`new Promise(done => {
			const tell = () => setTimeout(() => done(window.rroAsked !== 0
				? "asked" : document.querySelector("[aria-busy=true]") ? "waiting" : `+saveState+`));
			requestAnimationFrame(() => requestAnimationFrame(tell));
			setTimeout(tell, 500); // a tab in the background has no frames
		})`, &state)
		for _, text := range texts {
			if strings.HasPrefix(state, text) {
				return
			}
		}
	}
	b.t.Fatalf("save state %q, want %q\nconsole: %q\npage:\n%s", state, texts, b.consoleErrors(), b.text())
}
