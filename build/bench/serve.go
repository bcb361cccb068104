package bench

import (
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
)

// Files are what the browser is served, by path; "/" is the page.
type Files map[string][]byte

// policyTag is the page's policy. It is left out here, or no peer could be
// loaded beside our code.
var policyTag = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// Prepared is a built page with the hook (peers/hook.js) as its first
// script, where the policy stood.
func Prepared(html []byte, hook string) ([]byte, error) {
	at := policyTag.FindIndex(html)
	if at == nil {
		return nil, errors.New("no page of ours: it has no Content-Security-Policy")
	}
	return slices.Concat(html[:at[0]], []byte("<script>"+hook+"</script>"), html[at[1]:]), nil
}

// ServeHTTP serves the files, and generated data under /data/. The page is
// served as isolated, because only then has the browser a clock of 5 µs.
func (f Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	data, ok := f[r.URL.Path]
	if name, is := strings.CutPrefix(r.URL.Path, "/data/"); is {
		var err error
		if data, err = generated(name, r.FormValue("n"), r.FormValue("seed")); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		ok = true
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
	w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
	kind := mime.TypeByExtension(path.Ext(r.URL.Path))
	if r.URL.Path == "/" {
		kind = "text/html; charset=utf-8"
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(data) // a browser that went away is told by the next step
}

// generated makes data by its name, which is KIND or KIND-FORM: kinds are month,
// files and years; forms are backup (for us), records (JSON, for the peer) and zip.
func generated(name, count, seed string) ([]byte, error) {
	n, err := strconv.Atoi(count)
	if err != nil {
		return nil, fmt.Errorf("n: %w", err)
	}
	number, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("seed: %w", err)
	}
	kind, form, _ := strings.Cut(name, "-")
	var list []appeal.Appeal
	switch kind {
	case "month":
		list = Month(number, n)
	case "files":
		list = WithFiles(number, n)
	case "years":
		list = Years(number, n)
	default:
		return nil, fmt.Errorf("no data %q", name)
	}
	switch form {
	case "backup":
		return Backup(list)
	case "records":
		return json.Marshal(list)
	case "zip":
		return Foreign(list)
	}
	return nil, fmt.Errorf("no form of data %q", name)
}
