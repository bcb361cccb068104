// Package hostile makes hostile files for tests: zip bombs, false headers, endless
// texts, and damaged files in any number. The same seed gives the same files.
// [File.First] and [File.Then] say with which calls the core opens a file, [Judge]
// checks its answer.
package hostile

import (
	"encoding/json"
	"iter"
	"math/rand/v2"
)

// Door is the way in which a file comes into the program.
type Door string

// The doors.
const (
	Archive    Door = "archive"
	Table      Door = "table"
	Book       Door = "book" // a workbook, XLSX
	Backup     Door = "backup"
	Merge      Door = "merge"
	Zero       Door = "zero" // the sample of a zero report
	Bodies     Door = "bodies"
	Classifier Door = "classifier"
	Calendar   Door = "calendar"
	Format     Door = "format"
	Pack       Door = "pack" // a file with data packs
)

// File is a hostile file.
type File struct {
	Kind   string // of [Kinds], for people
	Door   Door
	Name   string // the file name, which may be hostile too
	Data   []byte
	Refuse bool // the program must refuse it
}

// kind is a kind of hostile file.
type kind struct {
	name   string
	door   Door
	refuse bool
	make   func(m *maker) []byte
}

// maker makes files of a kind. size grows with the number of the file, so that some
// files are just below a limit and others far above.
type maker struct {
	*rand.Rand
	scale float64 // 1 = full size; less makes tests faster
}

// upTo returns a random number of the order of most.
func (m *maker) upTo(most int) int {
	n := float64(most) * m.scale
	return max(1, int(n/2)+m.IntN(int(n/2)+1))
}

func kinds() []kind {
	var all []kind
	for _, list := range [][]kind{zips, entries, tables, books, backups, packs} {
		all = append(all, list...)
	}
	return all
}

// Kinds returns the names of all kinds.
func Kinds() (names []string) {
	for _, k := range kinds() {
		names = append(names, string(k.door)+": "+k.name)
	}
	return names
}

// Files returns n files, going through the kinds in turn. With scale 1 the largest have
// 100 MB. Files with Refuse must be refused only with scale 1: smaller ones may be
// below the limits.
func Files(seed uint64, n int, scale float64) iter.Seq2[int, File] {
	return func(yield func(int, File) bool) {
		list := kinds()
		for i := range n {
			k := list[i%len(list)]
			m := &maker{rand.New(rand.NewPCG(seed, uint64(i))), scale}
			f := File{k.name, k.door, m.fileName(), k.make(m), k.refuse && scale >= 1}
			if !yield(i, f) {
				return
			}
		}
	}
}

// fileNames are hostile names of files.
var fileNames = []string{"архив.zip", "<img src=x onerror=\"window.rroHit=1\">.zip", "Отчёт\u202Egpj.exe",
	"..\\..\\windows\\win.ini",
	"=cmd|' /C calc'!A0.xlsx", "имя\u200Bс\u200Dневидимыми\uFEFF.csv", "\x00\x01.zip", "javascript:window.rroHit=1"}

func (m *maker) fileName() string { return fileNames[m.IntN(len(fileNames))] }

// Harmful are texts that a careless page would run or misread. A script in them sets
// window.rroHit.
var Harmful = []string{
	`<script>window.rroHit=1</script>`, `<img src=x onerror="window.rroHit=1">`, `"><svg/onload=window.rroHit=1>`,
	`javascript:window.rroHit=1`, `</script><script>window.rroHit=1</script>`,
	`<iframe srcdoc="<script>parent.rroHit=1</script>">`,
	`{{constructor.constructor('window.rroHit=1')()}}`, `${window.rroHit=1}`, `=cmd|' /C calc'!A0`,
	`+HYPERLINK("http://a.example","x")`, `-2+3`, `@SUM(1)`, "\t=1+1", "\r=1+1",
	"Иванов\u202Eвонави\u202C", "невид\u200Bимый\u200C\u200D\u2060\uFEFF", "нуль\x00внутри", "\u2066изолят\u2069",
	"👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Z̷̢̛a̶l̵g̸o̷",
	"ДлинноеСловоБезПробеловИПереносов" + longWord, "\uFFFE\uFFFF", "%00%0d%0aSet-Cookie:a=b", "../../../etc/passwd",
	"' OR 1=1 --", "&lt;b&gt;&amp;#60;", "<!--", "]]>",
}

const longWord = "ОченьОченьОченьОченьОченьОченьОченьОченьОченьОчень" +
	"ОченьОченьОченьОченьОченьОченьОченьОченьОченьДлинное"

func (m *maker) harmful() string { return Harmful[m.IntN(len(Harmful))] }

// jsonText returns a value as JSON.
func jsonText(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic("hostile: " + err.Error())
	}
	return string(data)
}

// damaged changes, removes or repeats some bytes.
func (m *maker) damaged(data []byte) []byte {
	for range 1 + m.IntN(8) {
		if len(data) < 2 {
			return data
		}
		i, j := m.IntN(len(data)), m.IntN(len(data))
		i, j = min(i, j), max(i, j)
		switch m.IntN(6) {
		case 0, 1:
			data[i] ^= 1 << m.IntN(8)
		case 2:
			data[i] = 0xFF
		case 3:
			data = append(data[:i:i], data[min(len(data), i+1+m.IntN(40)):]...)
		case 4:
			data = append(data[:j:j], data[i:]...)
		case 5:
			if m.IntN(3) == 0 {
				data = data[:j]
			}
		}
	}
	return data
}
