package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// runOpen opens the built page in the system's browser. Without a display it opens the
// page in a headless browser, waits for the core and writes a screenshot.
func runOpen(root string, _ []string) error {
	page := filepath.Join(root, outFile)
	if _, err := os.Stat(page); err != nil {
		return fmt.Errorf("build the page first (make html): %w", err)
	}
	fmt.Println(page)
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return picture(page, filepath.Join(root, "build/out/run.png"))
	}
	opener := "xdg-open"
	if _, err := exec.LookPath(opener); err != nil {
		opener = chromium()
	}
	if err := exec.Command(opener, page).Start(); err != nil {
		return fmt.Errorf("open %s by hand: %w", page, err)
	}
	return nil
}

func chromium() string {
	if path := os.Getenv("RRO_CHROMIUM"); path != "" {
		return path
	}
	return "/usr/bin/chromium"
}

// picture opens the page in a headless browser and saves a screenshot.
func picture(page, out string) error {
	if _, err := exec.LookPath(chromium()); err != nil {
		return fmt.Errorf("no display and no browser: open the file on a computer that has one: %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium()), chromedp.NoSandbox,
		chromedp.WindowSize(1366, 768), chromedp.WSURLReadTimeout(time.Minute))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	ctx, cancelTime := context.WithTimeout(ctx, 2*time.Minute)
	defer cancelTime()
	var png []byte
	var text string
	start := time.Now()
	err := chromedp.Run(ctx, chromedp.Navigate("file://"+page),
		chromedp.WaitReady(`html[data-core="ready"], html[data-core="failed"], html[data-core="unsupported"]`,
			chromedp.ByQuery),
		chromedp.CaptureScreenshot(&png),
		chromedp.Evaluate(`document.documentElement.dataset.core + "\n" + document.body.innerText`, &text))
	if err != nil {
		return fmt.Errorf("open %s headless: %w", page, err)
	}
	if err := writeFile(out, png); err != nil {
		return err
	}
	if !strings.HasPrefix(text, "ready\n") {
		return fmt.Errorf("the core did not start, see %s: %s", out, text)
	}
	fmt.Printf("No display: opened headless, the core is ready after %.1f s (browser's start included), picture in "+
		"%s\n",
		time.Since(start).Seconds(), out)
	return nil
}
