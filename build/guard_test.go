package main

import (
	"strings"
	"testing"
)

// Every check must be able to fail.
func TestGuardRefuses(t *testing.T) {
	replace := func(from, to string) func(*parts, *string) {
		return func(_ *parts, html *string) { *html = strings.Replace(*html, from, to, 1) }
	}
	cases := []struct {
		name  string
		spoil func(p *parts, html *string) // of the finished page
		want  string
	}{
		{"a script more", replace("</body>", "<script>evil()</script></body>"), "2 scripts"},
		{"a script less", replace("<script>var a=1</script>", ""), "0 scripts"},
		{"a changed script", replace("var a=1</script>", "var a=2</script>"), "are not those of the page"},
		{"a changed style", replace("<style>p{color:red}", "<style>p{color:tan}"), "are not those of the page"},
		{"a style more", replace("</head>", "<style>a{}</style></head>"), "2 styles"},
		{"a style less", replace("<style>p{color:red}</style>", ""), "0 styles"},
		{"a script from elsewhere", replace("<script>var a=1", `<script src="x.js">var a=1`), "has attributes"},
		{"a hash more", replace("script-src ", "script-src 'sha256-AAAA' "), "are not those of the page"},
		{"another worker", func(p *parts, _ *string) { p.worker = "onmessage=1" }, "are not those of the page"},
		{"no policy", replace("Content-Security-Policy", "x"), "0 policies"},
		{"data block missing", replace(`type="text/plain" id="rro-worker"`, ""), "2 scripts and 2 data blocks"},
		{"inline handler", func(p *parts, _ *string) { p.shell += `<b class="x" onclick="f()">` }, "forbids"},
		{"inline style", func(p *parts, _ *string) { p.shell += `<b style="x">` }, "forbids"},
		{"end of script in text", func(p *parts, _ *string) { p.page += `"</SCRIPT>"` }, "misread"},
		{"comment in text", func(p *parts, _ *string) { p.worker += `"<!--"` }, "misread"},
		{"carriage return", func(p *parts, _ *string) { p.style += "\r" }, "misread"},
		{"address in style", func(p *parts, _ *string) { p.style += "a{background:url(//cdn.example.com/x.png)}" },
			"absolute"},
		{"address in page", func(p *parts, _ *string) { p.page += `fetch("https://example.com/")` }, "absolute"},
		{"address in markup", func(p *parts, _ *string) { p.shell += `<a href="HTTP://example.com">` }, "absolute"},
		{"socket", func(p *parts, _ *string) { p.worker += "`wss://x`" }, "absolute"},
		{"host without scheme", func(p *parts, _ *string) { p.boot += `'//example.com'` }, "absolute"},
		{"almost a namespace", func(p *parts, _ *string) { p.page += `"http://www.w3.org/2000/svg.js"` }, "absolute"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := sample(t)
			html := mustAssemble(t, p)
			clean := html
			before := p
			c.spoil(&p, &html)
			if html == clean && p.shell+p.page+p.worker+p.style+p.boot == before.shell+before.page+before.worker+
				before.style+before.boot {
				t.Fatal("nothing was spoilt")
			}
			if err := checkPage(html, p); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("want %q, got %v", c.want, err)
			}
		})
	}
}

func TestGuardAllowsNames(t *testing.T) {
	for _, text := range []string{
		`createElementNS("http://www.w3.org/2000/svg","a")`,
		`url("data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3e")`,
		`url(data:image/svg+xml,%3csvg%20xmlns=%27http://www.w3.org/2000/svg%27%3e)`,
		"a = b //comment", "x=1//2", `"a//b"`,
	} {
		if err := checkAddresses("text", text); err != nil {
			t.Error(err)
		}
	}
}

func TestCheckBlocksRefuses(t *testing.T) {
	p := sample(t)
	good := mustAssemble(t, p)
	p.core = p.core[:len(p.core)-3]
	for name, html := range map[string]string{
		"cut off": mustAssemble(t, p), "none": "",
		"foreign letter": strings.Replace(good, `id="rro-core">`, `id="rro-core">ы`, 1)} {
		if err := checkBlocks(html, p.page, []byte("core")); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := checkBlocks(good, p.page, []byte("another")); err == nil {
		t.Error("another core is no error")
	}
}

func TestBudget(t *testing.T) {
	if err := checkSize(maxPage); err != nil {
		t.Error(err)
	}
	if err := checkSize(maxPage + 1); err == nil || !strings.Contains(err.Error(), "more than allowed") {
		t.Errorf("a byte too much: %v", err)
	}
}
