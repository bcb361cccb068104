package main

import (
	"fmt"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"

	"rroform/build/bench"
	"rroform/static"
	"rroform/wasm/classifier"
)

// serveBench serves the built page, the earlier one and everything beside them.
// stop ends that.
func serveBench(root string, o *benchOptions, r *bench.Run) (stop func(), err error) {
	html, err := os.ReadFile(filepath.Join(root, outFile))
	if err != nil {
		return nil, fmt.Errorf("build the page first (make html): %w", err)
	}
	files, hook, err := benchFiles(root)
	if err != nil {
		return nil, err
	}
	var servers []*httptest.Server
	stop = func() {
		for _, s := range servers {
			s.Close()
		}
	}
	serve := func(html []byte) (url string, err error) {
		own := maps.Clone(files)
		if own["/"], err = bench.Prepared(html, hook); err != nil {
			return "", err
		}
		servers = append(servers, httptest.NewServer(own))
		return servers[len(servers)-1].URL + "/", nil
	}
	if r.URL, err = serve(html); err != nil || !o.only.MatchString("boot") {
		return stop, err
	}
	before, err := pageBefore(root, o)
	if err == nil && before != nil {
		r.Before, err = serve(before)
	}
	if err != nil && o.before == "" { // a shallow clone has no earlier commit
		fmt.Fprintln(os.Stderr, "The start is not compared with an earlier page:", err)
		err = nil
	}
	return stop, err
}

// benchFiles are the scripts and the parts of the core that are measured.
func benchFiles(root string) (files bench.Files, hook string, err error) {
	text, err := os.ReadFile(filepath.Join(root, peersDir, "hook.js"))
	if err != nil {
		return nil, "", err
	}
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, "", err
	}
	files = bench.Files{}
	for name, entry := range map[string]string{"/bench.js": "bench.mjs", "/peer.js": "peerworker.mjs"} {
		script, err := bundleScript(root, goroot, filepath.Join(root, peersDir, entry), "")
		if err != nil {
			return nil, "", err
		}
		files[name] = []byte(script.text)
	}
	files["/core.wasm"], err = compileWasm(root, "./build/bench/core", "-s -w")
	return files, string(text), err
}

func benchQueries(root string, r *bench.Run) error {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		return err
	}
	sets, err := ownSets(root, nil)
	if err != nil {
		return err
	}
	for i, q := range together(sets) {
		if i%r.Part == 0 {
			r.Queries = append(r.Queries, q.text)
		}
	}
	r.Rows = peerRows(table)
	return nil
}
