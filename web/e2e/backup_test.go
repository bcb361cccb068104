package e2e

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/generate"
	"rroform/wasm/store"
)

// watchMemory keeps the most memory that the core has had in rroMemory.
var watchMemory = inPageAndWorker(`{
	const told = new BroadcastChannel("rro-memory");
	if (typeof window !== "undefined") told.onmessage = e => globalThis.rroMemory = Math.max(globalThis.rroMemory ||
		0, e.data);
	const real = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...args) => {
		const made = await real(...args);
		setInterval(() => told.postMessage((made.instance || made).exports.mem.buffer.byteLength), 100);
		return made;
	};
}`)

// backupOf is a backup of appeals whose first ones have files of a size.
func backupOf(t *testing.T, appeals, files, size int) (file []byte, content string) {
	t.Helper()
	var out bytes.Buffer
	w, err := exchange.NewWriter(&out,
		exchange.Head{Created: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC), Program: "0.1.0", Version: store.Version(),
			Rows: map[string]int{"appeals": appeals, "files": files}})
	if err != nil {
		t.Fatal(err)
	}
	row := func(table store.Table, key string, v any) {
		data, err := json.Marshal(v)
		if err == nil {
			err = w.Row(string(table), key, data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	row(store.Profiles, "p", appeal.Profile{ID: "p", Name: "Администрация села Примерное"})
	g := generate.New(1, time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
	var list []appeal.Appeal
	for range appeals {
		list = append(list, g.Appeal("p"))
	}
	// As the core reads and writes a store: by key.
	slices.SortFunc(list, func(x, y appeal.Appeal) int { return strings.Compare(x.ID, y.ID) })
	key := func(i int) string { return "f" + strconv.Itoa(100000+i) }
	for i := range list {
		if i < files {
			list[i].Questions[0].Attachment = &appeal.Attachment{FileID: key(i), Name: "Ответ.pdf", Size: int64(size)}
		}
		row(store.Appeals, list[i].ID, list[i])
	}
	row(store.Settings, "active", "p")
	random := rand.NewChaCha8([32]byte{1})
	for i := range files {
		data := make([]byte, size)
		_, _ = random.Read(data)
		if err := w.File(string(store.Files), key(i), data); err != nil {
			t.Fatal(err)
		}
	}
	if content, err = w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), content
}

// hold gives a file to an input without waiting for what comes of it.
func (c *clerk) hold(input, name string, content []byte) {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), name)
	c.must(os.WriteFile(path, content, 0o644))
	n, err := c.find(nil, input, "button")
	c.must(err)
	c.give(n, path)
}

// roundTrip restores a backup and makes one of what is there then.
func (c *clerk) roundTrip(file []byte) *exchange.Backup {
	c.t.Helper()
	c.must(c.Open("Обмен"))
	start := time.Now()
	c.hold("Восстановить из резервной копии", "копия.zip", file)
	c.waitLong(`document.querySelector("dialog[open]")?.innerText.includes("копия от 01.11.2026")`)
	c.t.Logf("checked in %v", time.Since(start))
	n, err := c.find(nil, "Восстановить", "button")
	c.must(err)
	start = time.Now()
	c.click(n)
	c.waitLong(`document.body.innerText.includes("Данные восстановлены")`)
	c.t.Logf("restored in %v", time.Since(start))
	c.settle() // what the page says of the last copy moves the button
	c.forget()
	n, err = c.find(nil, "Создать резервную копию", "button")
	c.must(err)
	start = time.Now()
	c.click(n)
	c.waitLong(`document.body.innerText.includes("записана в папку")`)
	data, _, err := c.downloads.take()
	c.must(err)
	c.t.Logf("%d MB backed up in %v", len(data)>>20, time.Since(start))
	b, err := exchange.Open(bytes.NewReader(data), int64(len(data)))
	c.must(err)
	c.must(b.Verify(func(int64, int64) error { return nil }))
	return b
}

// watchNotice keeps what was said while the core started in rroNotices.
var watchNotice = option{inject: `window.rroNotices = new Set();
	new MutationObserver(() => {
		const notice = document.querySelector(".rro-core-notice");
		if (notice) rroNotices.add(notice.innerText);
	}).observe(document, {subtree: true, childList: true, characterData: true});`}

// TestBackupMemory: 6,000 appeals and 300 MB of files come and go, and the core
// keeps its memory under 300 MB. Whoever opens so many sees how far it is.
func TestBackupMemory(t *testing.T) {
	c := startClerk(t, watchMemory, watchNotice)
	file, content := backupOf(t, 6000, 200, 3<<19)
	var most int64
	c.wait(`globalThis.rroMemory > 0`)
	c.eval(`globalThis.rroMemory`, &most)
	t.Logf("the core has %d MB at the start", most>>20)
	b := c.roundTrip(file)
	if b.Content != content {
		t.Errorf("other content: %s, want %s", b.Content, content)
	}
	c.eval(`globalThis.rroMemory`, &most)
	t.Logf("the core had %d MB at most", most>>20)
	if most > 300<<20 {
		t.Errorf("the core took %d MB", most>>20)
	}
	c.reload()
	var notices string
	if c.eval(`[...rroNotices].join("\n")`, &notices); !regexp.MustCompile(
		`Открывается реестр обращений: прочитано \d`).MatchString(notices) {
		t.Errorf("while it opened the page said %q", notices)
	}
}

// TestBackupPacks: a backup restored in a fresh browser is equal by its
// content; a damaged one offers what can be read; a newer classifier shows the
// appeals that it touches.
func TestBackupPacks(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	file, content := backupOf(t, 5, 2, 100_000)
	if b := c.roundTrip(file); b.Content != content {
		t.Errorf("other content: %s, want %s", b.Content, content)
	}
	table := c.register()

	c.must(c.Open("Обмен"))
	c.hold("Восстановить из резервной копии", "копия.zip", file[:len(file)-150_000])
	c.dialogSays("обращений 5 из 5", "Резервная копия повреждена")
	c.must(c.Press(nil, "Отмена"))

	c.must(c.Open("Справочники"))
	c.eval(`document.querySelectorAll("details").forEach(d => d.open = true)`, nil)
	paste, err := os.ReadFile("../../testdata/packs/word.txt")
	c.must(err)
	c.must(c.Attach(nil, "Загрузить классификатор", "word.txt", paste))
	c.dialogSays("Затронутые обращения: ", "15.09.2026", "новее действующей", "исключено", "исключён")
	c.must(c.Press(nil, "Взять"))
	c.wait(`!document.querySelector("dialog[open]") && ` +
		`document.getElementById("codes").innerText.includes("15.09.2026")`)
	c.must(c.Press(nil, "Выгрузить пакет справочников"))
	if pack, name, err := c.downloads.take(); err != nil || !strings.HasSuffix(name, ".json") ||
		!bytes.Contains(pack, []byte(`"15.09.2026"`)) {
		t.Errorf("pack %q: %d bytes, %v", name, len(pack), err)
	}
	c.until(func() string {
		if c.register() == table {
			return "the register does not show that codes are retired"
		}
		return ""
	})
}
