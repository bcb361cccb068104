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

func (d *downloads) first() (f downloaded, begun bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.files) == 0 {
		return f, false
	}
	return *d.files[0], true
}

// take waits for the first file and returns its content and name; nothing when
// none begins in the time.
func (d *downloads) take(begin time.Duration) (content []byte, name string, err error) {
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		f, begun := d.first()
		switch {
		case !begun && time.Since(start) > begin:
			return nil, "", nil
		case f.done && f.path != "":
			content, err = os.ReadFile(f.path)
			return content, f.name, err
		case f.done || time.Since(start) > patience:
			return nil, f.name, fmt.Errorf("download %q did not come to its end", f.name)
		}
	}
}
