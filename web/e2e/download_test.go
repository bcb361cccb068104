package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// downloads are the files that the page handed out since the last forget.
type downloads struct {
	mu    sync.Mutex
	dir   string
	files []*downloaded
}

type downloaded struct {
	id, name string
	state    browser.DownloadProgressState
}

func newDownloads(t *testing.T) (*downloads, option) {
	d := &downloads{dir: t.TempDir()}
	return d, option{setup: []chromedp.Action{
		browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllowAndName).WithDownloadPath(d.dir).WithEventsEnabled(true),
	}}
}

func (d *downloads) listen(event any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch e := event.(type) {
	case *browser.EventDownloadWillBegin:
		d.files = append(d.files, &downloaded{id: e.GUID, name: e.SuggestedFilename})
	case *browser.EventDownloadProgress:
		for _, f := range d.files {
			if f.id == e.GUID {
				f.state = e.State
			}
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
		case f.state == browser.DownloadProgressStateCompleted:
			content, err = os.ReadFile(filepath.Join(d.dir, f.id))
			return content, f.name, err
		case f.state == browser.DownloadProgressStateCanceled || time.Since(start) > patience:
			return nil, f.name, fmt.Errorf("download %q: %s", f.name, f.state)
		}
	}
}
