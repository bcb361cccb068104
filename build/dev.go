package main

import (
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// runDev builds on every change and serves the page on this machine. Reload the browser
// by hand: the page's Content-Security-Policy does not allow live reload.
func runDev(root string, args []string) error {
	addr := "127.0.0.1:8080"
	if len(args) > 0 {
		addr = args[0]
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	page := filepath.Join(root, outFile)
	server := &http.Server{ReadHeaderTimeout: time.Minute,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Cache-Control", "no-store")
			http.ServeFile(w, r, page)
		})}
	go watch(root)
	fmt.Printf("http://%s/ and file://%s\n", listener.Addr(), page)
	return server.Serve(listener)
}

// watch builds at the start and whenever a source has changed.
func watch(root string) {
	for last := ""; ; time.Sleep(400 * time.Millisecond) {
		now, err := sources(root)
		if err != nil || now == last {
			continue
		}
		last = now
		start := time.Now()
		b, err := buildHTML(root, packQuickly)
		if err == nil {
			err = b.write(root)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "build:", err)
			continue
		}
		fmt.Printf("built in %.1f s\n", time.Since(start).Seconds())
	}
}

// sources describes the state of all files that the page is made from.
func sources(root string) (string, error) {
	var state strings.Builder
	for _, dir := range []string{"wasm", "static", "schemas", "web"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				if d.Name() == "node_modules" || d.Name() == "e2e" {
					return filepath.SkipDir
				}
				return nil
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintln(&state, path, info.ModTime().UnixNano(), info.Size())
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			return "", err
		}
	}
	return state.String(), nil
}
