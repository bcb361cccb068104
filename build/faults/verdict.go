package faults

import (
	"fmt"
	"os"

	"github.com/chromedp/chromedp"
)

// judge compares the store with the log and begins a new log with what is stored.
func (r *run) judge(what string) error {
	b := r.browser
	// A restarted core now saves what the screen has unsaved.
	if err := b.wait(`document.querySelector("[role=status]")?.textContent.startsWith("Сохранено")`); err != nil {
		return err
	}
	have, err := b.dump()
	if err != nil {
		return err
	}
	v := r.log.judge(have)
	for kind, list := range map[string][]string{"lost": v.lost, "half-done": v.half, "unreadable": v.unreadable} {
		for _, text := range list {
			r.say("%s after %s: %s", kind, what, text)
		}
	}
	r.tally.Lost += len(v.lost)
	r.tally.HalfDone += min(1, len(v.half))
	r.tally.Unreadable += len(v.unreadable)
	r.log = newJournal(have)
	return nil
}

// anew continues with an empty profile after one that could not be opened.
func (r *run) anew() error {
	b := r.browser
	b.close()
	if err := os.RemoveAll(b.profile); err != nil {
		return err
	}
	if err := b.open(); err != nil {
		return err
	}
	return r.baseline()
}

// tamper damages the store if Options.Pretend asks for it.
func (r *run) tamper() error {
	spoil := map[string]string{
		"row": `objects.delete(key)`,
		"bit": `objects.get(key).onsuccess = (e) => objects.put(e.target.result.replace("Образцов", "Обрасцов"), key)`,
	}[r.Pretend]
	if spoil == "" {
		return nil
	}
	numbers := r.log.numbers()
	if len(numbers) == 0 {
		return nil
	}
	id := r.log.ids[pick(r.random, numbers)]
	return r.browser.run(chromedp.Evaluate(fmt.Sprintf(`rroOpen().then((db) => new Promise((done) => {
		const key = %q, tx = db.transaction("appeals", "readwrite"), objects = tx.objectStore("appeals");
		%s;
		tx.oncomplete = () => { db.close(); done(true); };
	}))`, id, spoil), nil, awaited))
}
