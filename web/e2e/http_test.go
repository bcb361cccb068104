package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// intranet serves the page by plain http under a name. (Browsers trust localhost;
// this page is not a secure context.) Asked returns the requested paths.
func intranet(t *testing.T) (page option, asked func() []string) {
	t.Helper()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	var mu sync.Mutex
	var paths []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		paths = append(paths, r.URL.Path)
		mu.Unlock()
		if r.URL.Path != "/rroform.html" {
			http.NotFound(w, r)
			return
		}
		http.ServeFile(w, r, pagePath(t))
	}))
	t.Cleanup(server.Close)
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	const host = "rro.example.test"
	return option{url: "http://" + host + ":" + port + "/rroform.html", host: host}, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string(nil), paths...)
	}
}

// TestMonthOverPlainHTTP: an administrator may put the file on an intranet
// server. crypto.subtle, locks and more are missing there.
func TestMonthOverPlainHTTP(t *testing.T) {
	t.Parallel()
	page, asked := intranet(t)
	c := newClerk(t, page)
	c.play("month")
	c.alone(page.url)

	var context string
	c.eval(`isSecureContext + " " + typeof crypto.subtle + " " + typeof navigator.locks`, &context)
	if context != "false undefined undefined" {
		t.Errorf("secure context, crypto.subtle, locks: %s", context)
	}
	if paths := asked(); len(paths) != 1 {
		t.Errorf("the server was asked for %q", paths)
	}
}
