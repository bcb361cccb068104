package e2e

import (
	"fmt"
	"os"
	"sync"
	"testing"
	"time"
)

// downloads are the files that the page handed out since the last forget.
type downloads struct {
	mu    sync.Mutex
	dir   string
	files []*downloaded
}

type downloaded struct {
	id, name string // the browser's and the page's
	done     bool
	path     string // where it is; "" = it was cancelled
}

func newDownloads(t *testing.T) (*downloads, option) {
	d := &downloads{dir: t.TempDir()}
	return d, option{downloads: d}
}

func (d *downloads) begin(id, name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files = append(d.files, &downloaded{id: id, name: name})
}

func (d *downloads) end(id, path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, f := range d.files { // Firefox gives none of them an id
		if f.id == id && !f.done {
			f.done, f.path = true, path
			return
		}
	}
}

func (d *downloads) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files = nil
}

func (d *downloads) begun() (files []downloaded) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, f := range d.files {
		files = append(files, *f)
	}
	return files
}

// countHanded counts in rroHanded the files that the page has handed to the browser
// since the last [clerk.forget]. The browser reports them later.
var countHanded = option{inject: `window.rroHanded = 0;
HTMLAnchorElement.prototype.click = function () {
	if (this.hasAttribute("download")) window.rroHanded++;
	HTMLElement.prototype.click.call(this);
};`}

// forget forgets the files that were handed out until now.
func (c *clerk) forget() {
	c.t.Helper()
	c.downloads.forget()
	c.eval(`window.rroHanded = 0`, nil)
}

// handed is how many files the page has handed out since the last forget; the
// page has come to rest.
func (c *clerk) handed() (count int) {
	c.t.Helper()
	c.eval(`window.rroHanded`, &count)
	return count
}

// take waits for the first file and returns its content and name.
func (d *downloads) take() (content []byte, name string, err error) {
	files, err := d.takeAll(1)
	if err != nil {
		return nil, "", err
	}
	content, err = os.ReadFile(files[0].path)
	return content, files[0].name, err
}

// takeAll waits until at least so many files are there.
func (d *downloads) takeAll(count int) ([]downloaded, error) {
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		files := d.begun()
		done := 0
		for _, f := range files {
			if f.done && f.path == "" {
				return nil, fmt.Errorf("the download %q was cancelled", f.name)
			}
			if f.done {
				done++
			}
		}
		if done >= count && done == len(files) {
			return files, nil
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("%d downloads of %d came to their end: %+v", done, count, files)
		}
	}
}
