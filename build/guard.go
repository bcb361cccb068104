package main

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// maxPage is the maximum size of the product in bytes: people send it by mail and carry it
// on USB sticks.
const maxPage = 6_000_000

var (
	scriptTag = regexp.MustCompile(`(?is)<script\b([^>]*)>(.*?)</script\s*>`)
	styleTag  = regexp.MustCompile(`(?is)<style\b[^>]*>(.*?)</style\s*>`)
	cspMeta   = regexp.MustCompile(`(?i)<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)
	pageBlock = regexp.MustCompile(`(?s)<script type="text/plain" id="rro-page">(.*?)</script>`)
	coreBlock = regexp.MustCompile(`(?s)<script type="text/plain" id="rro-core">(.*?)</script>`)
	cspHash   = regexp.MustCompile(`'sha256-[^']+'`)
	inlineOn  = regexp.MustCompile(`(?i)<[a-z][^>]*\s(on[a-z]+|style)\s*=`)
	// A scheme, or a string, attribute or url() that begins with //host.
	absolute = regexp.MustCompile(
		"(?i)(?:https?|wss?|ftp)://[^\\s\"'`<>)%\\\\]*|[\"'`(=]\\s*//[a-z0-9][a-z0-9.-]*\\.[a-z]{2,}")
)

// namespaces are XML names that look like addresses. No program loads them.
var namespaces = []string{
	"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink",
	"http://www.w3.org/2001/XMLSchema", "http://www.w3.org/2001/XMLSchema-instance",
	"http://www.w3.org/1998/Math/MathML", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
}

// officeNames are the beginnings of the XML names in a workbook (XLSX).
var officeNames = []string{"http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/",
	"http://purl.oclc.org/ooxml/",
	"http://purl.org/dc/", "http://sheetjs.openxmlformats.org/"}

func isNamespace(address string) bool {
	return slices.Contains(namespaces, address) ||
		slices.ContainsFunc(officeNames, func(name string) bool { return strings.HasPrefix(address, name) })
}

// checkPage returns everything that is wrong with a finished page. It parses the page as a
// browser does, without relying on how the page was assembled.
func checkPage(html string, p parts) error {
	var problems []error
	blocks := map[string]string{"boot": p.boot, "page": p.page, "worker": p.worker, "style": p.style}
	for name, text := range blocks {
		problems = append(problems, checkBlock(name, text))
	}
	problems = append(problems, checkAddresses("index.html", p.shell), checkPolicy(html, p))
	return errors.Join(problems...)
}

func checkSize(n int) error {
	if n > maxPage {
		return fmt.Errorf("the page has %d bytes, %d more than allowed", n, n-maxPage)
	}
	return nil
}

// checkBlock refuses text that would end its element early, or that the HTML parser would
// change, so that its hash would be wrong.
func checkBlock(name, text string) error {
	var problems []error
	own := "</script"
	if name == "style" {
		own = "</style"
	}
	for _, bad := range []string{own, "<!--", "\r", "\x00"} {
		if strings.Contains(strings.ToLower(text), bad) {
			problems = append(problems, fmt.Errorf("%s contains %q, which HTML would misread", name, bad))
		}
	}
	return errors.Join(append(problems, checkAddresses(name, text))...)
}

func checkAddresses(name, text string) error {
	var problems []error
	for _, at := range absolute.FindAllStringIndex(text, -1) {
		if isNamespace(text[at[0]:at[1]]) {
			continue
		}
		from, to := max(0, at[0]-30), min(len(text), at[1]+30)
		problems = append(problems,
			fmt.Errorf("%s holds an absolute address: …%s…", name, strings.ToValidUTF8(text[from:to], "")))
	}
	return errors.Join(problems...)
}

// checkBlocks unpacks the page script and the core from the finished page as the browser
// does, and compares them with what was built.
func checkBlocks(html, script string, core []byte) error {
	var problems []error
	for _, block := range []struct {
		name string
		at   *regexp.Regexp
		want []byte
	}{{"script", pageBlock, []byte(script)}, {"core", coreBlock, core}} {
		m := block.at.FindStringSubmatch(html)
		if m == nil {
			problems = append(problems, errors.New("the page has no "+block.name))
			continue
		}
		if have, err := unpack(m[1]); err != nil {
			problems = append(problems, fmt.Errorf("%s in the page: %w", block.name, err))
		} else if !bytes.Equal(have, block.want) {
			problems = append(problems, fmt.Errorf("the %s in the page is not the one that was built", block.name))
		}
	}
	return errors.Join(problems...)
}

// checkPolicy compares the elements of the page with the hashes in its policy.
func checkPolicy(html string, p parts) error {
	metas := cspMeta.FindAllStringSubmatch(html, -1)
	if len(metas) != 1 {
		return fmt.Errorf("the page has %d policies instead of one", len(metas))
	}
	var problems []error
	// In this file they are data: the boot script runs the first, the fallback the second.
	want := []string{hashSource(p.page), hashSource(p.worker)}
	data := 0
	for _, m := range scriptTag.FindAllStringSubmatch(html, -1) {
		switch {
		case strings.Contains(m[1], `type="text/plain"`):
			data++
		case strings.TrimSpace(m[1]) != "":
			problems = append(problems, fmt.Errorf("a script has attributes: <script%s>", m[1]))
		default:
			want = append(want, hashSource(m[2]))
		}
	}
	if scripts := len(want) - 2; scripts != 1 || data != 3 {
		problems = append(problems, fmt.Errorf("the page has %d scripts and %d data blocks instead of 1 and 3", scripts,
			data))
	}
	styles := styleTag.FindAllStringSubmatch(html, -1)
	if len(styles) != 1 {
		problems = append(problems, fmt.Errorf("the page has %d styles instead of 1", len(styles)))
	}
	for _, m := range styles {
		want = append(want, hashSource(m[1]))
	}
	have := cspHash.FindAllString(metas[0][1], -1)
	slices.Sort(have)
	slices.Sort(want)
	if !slices.Equal(have, want) {
		problems = append(problems,
			fmt.Errorf("the policy's hashes %v are not those of the page's scripts and styles %v", have, want))
	}
	if m := inlineOn.FindString(p.shell); m != "" {
		problems = append(problems, fmt.Errorf("index.html has an attribute the policy forbids: %s", m))
	}
	return errors.Join(problems...)
}
