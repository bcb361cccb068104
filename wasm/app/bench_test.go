package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/generate"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/store"
)

// benchSizes are the registers that are compared; each ten times the last.
var benchSizes = []int{1_000, 10_000, 100_000}

// BenchmarkTable prints what the core needs for a clerk's steps at each size,
// and how that grows: ten times the appeals should cost at most ten times the
// time. `make bench` runs it in the browser. It judges nothing.
func BenchmarkTable(b *testing.B) {
	table := &benchTable{rows: map[string][]string{}, last: map[string]float64{}}
	for _, n := range benchSizes {
		bench := &bench{b: b, n: n, table: table}
		bench.run()
	}
	table.print()
}

// bench is one size.
type bench struct {
	b     *testing.B
	n     int
	table *benchTable
	store *store.Memory
	core  *core
}

func (b *bench) run() {
	base := liveBytes()
	b.fill()
	rows := liveBytes()
	b.measure("boot", 1, func() { b.core = newCore(b.b, b.store, benchDay) })
	b.table.put("memory: store, bytes per appeal", float64(rows-base)/float64(b.n), "%.0f")
	b.table.put("memory: core, bytes per appeal", float64(liveBytes()-rows)/float64(b.n), "%.0f")
	b.measure("opening, first time", 1, func() {
		b.core.register(query.RegisterReq{Sort: query.ByModified, Desc: true, Size: 50})
	})
	b.register("opening (newest first)", query.RegisterReq{Sort: query.ByModified, Desc: true})
	b.measure("check all, once a day", 1, func() { b.core.must("checkRegister", register.CheckRegisterReq{}, nil) })
	b.table.put("memory: core when checked", float64(liveBytes()-rows)/float64(b.n), "%.0f")
	b.archive()
	for _, f := range benchFilters {
		b.register("filter: "+f.name, f.req)
	}
	b.text("text: a surname", "виноградов", "морозов", "лебедев", "козлов", "белов")
	b.text("text: three words", "голубев семен зелен", "попов иван мира", "петров артем лесн", "орлов петр нов",
		"волков сергей сад")
	b.text("text: nothing found", "щелочь", "уксус", "пиджак", "джунгли", "экскаватор")
	b.text("text: typed on", "коз", "козл", "козло", "козлов", "козлов а")
	for _, key := range benchColumns {
		b.measure("sort, first time: "+string(key), 1, func() {
			b.core.register(query.RegisterReq{Sort: key, Size: 50})
		})
		b.register("sort, again: "+string(key), query.RegisterReq{Sort: key, Desc: true})
	}
	b.measure("ids of all", 3, func() { b.core.must("registerIds", query.RegisterReq{Sort: query.ByNumber}, nil) })
	b.afterSave()
}

const benchDay = "2026-11-02"

var benchFilters = []struct {
	name string
	req  query.RegisterReq
}{
	{"year", query.RegisterReq{Year: 2026}},
	{"month", query.RegisterReq{Year: 2026, Month: 10}},
	{"origin", query.RegisterReq{Origin: query.Forwarded}},
	{"status", query.RegisterReq{Status: appeal.Answered}},
	{"code, section", query.RegisterReq{Code: "0003"}},
	{"code, question", query.RegisterReq{Code: "0003.0009.0097.0694"}},
	{"recipient", query.RegisterReq{Recipient: "министерство транс"}},
	{"only errors", query.RegisterReq{OnlyErrors: true}},
	{"only drafts", query.RegisterReq{OnlyDrafts: true}},
	{"not exported", query.RegisterReq{NotExported: true}},
	{"changed since", query.RegisterReq{ChangedSince: true}},
	{"all at once", query.RegisterReq{Year: 2026, Month: 10, Origin: query.Direct, Status: appeal.Answered,
		Code: "0003", Query: "иван"}},
}

var benchColumns = []query.SortKey{query.ByNumber, query.ByName, query.ByCreate, query.ByIncoming, query.ByRegistration,
	query.ByMonth,
	query.ByCodes, query.ByStatuses, query.ByRecipients, query.ByDraft, query.ByExported, query.ByFindings}

// fill puts the appeals into the store as the core would have written them.
func (b *bench) fill() {
	b.store = store.NewMemory()
	b.core = newCore(b.b, b.store, benchDay)
	b.core.fillProfile("first", "Администрация села Примерное", body1)
	g := generate.New(1, b.core.now)
	for left := b.n; left > 0; left -= 1000 {
		var ops []store.Op
		for range min(left, 1000) {
			ap := g.Appeal("first")
			data, err := json.Marshal(ap)
			if err != nil {
				b.b.Fatal(err)
			}
			ops = append(ops, store.Op{Table: store.Appeals, Key: ap.ID, Data: data})
		}
		if _, err := b.store.Write(context.Background(), ops); err != nil {
			b.b.Fatal(err)
		}
	}
}

func (b *bench) register(name string, req query.RegisterReq) {
	req.Size = 50
	b.measure(name, 7, func() { b.core.register(req) })
}

// text searches for other words each time: the same ones are remembered.
func (b *bench) text(name string, queries ...string) {
	n := 0
	b.measure(name, len(queries), func() {
		b.core.register(query.RegisterReq{Query: queries[n], Size: 50})
		n++
	})
}

// archive forms that of a month, which later rows read as exported.
func (b *bench) archive() {
	req := forming.PlanReq{Month: october}
	b.measure("archive plan", 3, func() { b.core.must("plan", req, nil) })
	var res forming.BuildRes
	b.measure("archive build", 1, func() { b.core.must("build", req, &res) })
	b.table.put("appeals in that archive", float64(res.Archive.Count), "%.0f")
}

// afterSave is the way back from a card.
func (b *bench) afterSave() {
	row := b.core.register(query.RegisterReq{Sort: query.ByName, Size: 1}).Rows[0]
	ap := b.core.get(row.ID).Appeal
	ap.Name = "Яковлев Яков Яковлевич"
	b.measure("save one appeal", 1, func() { b.core.save(ap) })
	b.measure("opening after it", 1, func() {
		b.core.register(query.RegisterReq{Sort: query.ByModified, Desc: true, Size: 50})
	})
}

// measure notes the shortest time of a step, the way the page asks: JSON in and
// out. What else the machine does can only add to it.
func (b *bench) measure(name string, times int, step func()) {
	runtime.GC()
	best := math.Inf(1)
	for range times {
		start := time.Now()
		step()
		best = min(best, float64(time.Since(start).Microseconds())/1000)
	}
	b.table.put(name, best, "%.1f ms")
}

func liveBytes() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// benchTable collects rows as they are measured.
type benchTable struct {
	names []string
	rows  map[string][]string
	last  map[string]float64
}

func (t *benchTable) put(name string, value float64, format string) {
	if _, known := t.rows[name]; !known {
		t.names = append(t.names, name)
	}
	cell := fmt.Sprintf(format, value)
	if before := t.last[name]; before > 0 {
		cell += fmt.Sprintf("  ×%.1f", value/before)
	}
	t.rows[name], t.last[name] = append(t.rows[name], cell), value
}

func (t *benchTable) print() {
	var out strings.Builder
	fmt.Fprintf(&out, "\n%s/%s, %s\n%-34s", runtime.GOOS, runtime.GOARCH, runtime.Version(), "")
	for _, n := range benchSizes {
		fmt.Fprintf(&out, "%20d", n)
	}
	for _, name := range t.names {
		fmt.Fprintf(&out, "\n%-34s", name)
		for _, cell := range t.rows[name] {
			out.WriteString(strings.Repeat(" ", max(20-len([]rune(cell)), 1)) + cell)
		}
	}
	fmt.Fprintln(os.Stdout, out.String())
}
