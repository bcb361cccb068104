package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// TestMonthOverPlainHTTP: an administrator may put the file on an intranet
// server. A page from plain http is no secure context: crypto.subtle, locks
// and more are missing there.
func TestMonthOverPlainHTTP(t *testing.T) {
	t.Parallel()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	var mu sync.Mutex
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, r.URL.Path)
		mu.Unlock()
		if r.URL.Path != "/rroform.html" {
			http.NotFound(w, r)
			return
		}
		http.ServeFile(w, r, pagePath(t))
	}))
	defer server.Close()
	// Browsers trust localhost, so the server gets another name.
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	url := "http://rro.example.test:" + port + "/rroform.html"
	c := newClerk(t, option{url: url, host: "rro.example.test"})
	c.play("month")
	c.alone(url)

	var context string
	c.eval(`isSecureContext + " " + typeof crypto.subtle + " " + typeof navigator.locks`, &context)
	if context != "false undefined undefined" {
		t.Errorf("secure context, crypto.subtle, locks: %s", context)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(asked) != 1 {
		t.Errorf("the server was asked for %q", asked)
	}
}
