package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"

	"github.com/klauspost/compress/flate"
)

// part is a file of a hand-made zip, whose headers may be false.
type part struct {
	name         string
	method       uint16
	flags        uint16
	crc          uint32
	packed, size uint64 // as written in the directory; above 32 bits as zip64
	at           int    // offset of the local header
}

// local writes a local header and the data, and returns the part.
func local(out *bytes.Buffer, name string, method uint16, plain int, crc uint32, body []byte) part {
	p := part{name: name, method: method, crc: crc, packed: uint64(len(body)), size: uint64(plain), at: out.Len()}
	head := make([]byte, 30)
	copy(head, "PK\x03\x04\x14\x00")
	binary.LittleEndian.PutUint16(head[8:], method)
	binary.LittleEndian.PutUint32(head[14:], crc)
	binary.LittleEndian.PutUint32(head[18:], uint32(len(body)))
	binary.LittleEndian.PutUint32(head[22:], uint32(plain))
	binary.LittleEndian.PutUint16(head[26:], uint16(len(name)))
	out.Write(head)
	out.WriteString(name)
	out.Write(body)
	return p
}

// finish writes the directory.
func finish(out *bytes.Buffer, parts []part) []byte {
	start := out.Len()
	le := binary.LittleEndian
	for _, p := range parts {
		head := make([]byte, 46)
		copy(head, "PK\x01\x02\x14\x00\x14\x00")
		le.PutUint16(head[8:], p.flags)
		le.PutUint16(head[10:], p.method)
		le.PutUint32(head[16:], p.crc)
		le.PutUint32(head[20:], uint32(min(p.packed, 0xFFFFFFFF)))
		le.PutUint32(head[24:], uint32(min(p.size, 0xFFFFFFFF)))
		le.PutUint16(head[28:], uint16(len(p.name)))
		le.PutUint32(head[42:], uint32(p.at))
		var extra []byte
		if p.packed >= 0xFFFFFFFF || p.size >= 0xFFFFFFFF {
			extra = append(extra, 1, 0, 16, 0)
			extra = le.AppendUint64(le.AppendUint64(extra, p.size), p.packed)
			le.PutUint32(head[20:], 0xFFFFFFFF)
			le.PutUint32(head[24:], 0xFFFFFFFF)
			le.PutUint16(head[30:], uint16(len(extra)))
		}
		out.Write(head)
		out.WriteString(p.name)
		out.Write(extra)
	}
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	le.PutUint16(end[8:], uint16(len(parts)))
	le.PutUint16(end[10:], uint16(len(parts)))
	le.PutUint32(end[12:], uint32(out.Len()-start))
	le.PutUint32(end[16:], uint32(start))
	out.Write(end)
	return out.Bytes()
}

func deflated(plain []byte) []byte {
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic("hostile: " + err.Error())
	}
	return buf.Bytes()
}

// zipOf returns a correct zip of names and contents in turn.
func zipOf(namesAndTexts ...string) []byte {
	var out bytes.Buffer
	var parts []part
	for i := 0; i < len(namesAndTexts); i += 2 {
		plain := []byte(namesAndTexts[i+1])
		parts = append(parts, local(&out, namesAndTexts[i], zip.Deflate, len(plain), crc32.ChecksumIEEE(plain),
			deflated(plain)))
	}
	return finish(&out, parts)
}

// same returns a zip of n parts that all share the same bytes.
func same(n int, plain []byte, method uint16, change func(i int, p *part)) []byte {
	var out bytes.Buffer
	body := plain
	if method == zip.Deflate {
		body = deflated(plain)
	}
	first := local(&out, "0.json", method, len(plain), crc32.ChecksumIEEE(plain), body)
	parts := make([]part, n)
	for i := range parts {
		parts[i] = first
		change(i, &parts[i])
	}
	return finish(&out, parts)
}

func blanks(n int) string { return strings.Repeat(" ", n) }

// zips are hostile by the structure of the zip.
var zips = []kind{
	{"one file, blown up", Archive, true, func(m *maker) []byte { return zipOf("1.json", blanks(m.upTo(120<<20))) }},
	{"small files, blown up together", Archive, true, func(m *maker) []byte {
		texts := []string{}
		for i := range m.upTo(400) {
			texts = append(texts, fmt.Sprintf("%d.json", i), blanks(900<<10))
		}
		return zipOf(texts...)
	}},
	{"overlapping", Archive, true, func(m *maker) []byte {
		return same(2+m.upTo(5000), []byte(`{"number":"1"}`+blanks(100<<10)), zip.Deflate, func(i int, p *part) {
			p.name = fmt.Sprintf("%d.json", i)
		})
	}},
	{"overlapping, stored", Archive, true, func(m *maker) []byte {
		return same(2+m.upTo(5000), []byte(blanks(200<<10)), zip.Store, func(i int, p *part) {
			p.name = fmt.Sprintf("%d.json", i)
		})
	}},
	{"a million entries", Archive, true, func(m *maker) []byte {
		return same(m.upTo(1_000_000), nil, zip.Store, func(i int, p *part) { p.name = fmt.Sprint(i) })
	}},
	{"a million entries of JSON", Archive, true, func(m *maker) []byte {
		return same(m.upTo(250_000), nil, zip.Store, func(i int, p *part) { p.name = fmt.Sprintf("%d.json", i) })
	}},
	{"declares 2 GB", Archive, true, func(m *maker) []byte {
		return same(1, []byte("{}"), zip.Deflate, func(_ int, p *part) { p.size = uint64(1<<31 + m.IntN(1<<30)) })
	}},
	{"declares 2 GB in parts", Archive, true, func(m *maker) []byte {
		return same(64, []byte("{}"), zip.Store, func(i int, p *part) {
			p.name, p.size = fmt.Sprintf("%d.json", i), 1<<25
		})
	}},
	{"zip64 lies", Archive, true, func(m *maker) []byte {
		return same(1+m.IntN(50), []byte("{}"), zip.Deflate, func(i int, p *part) {
			p.name, p.size, p.packed = fmt.Sprintf("%d.json", i), 1<<63+m.Uint64N(1<<62), m.Uint64()
		})
	}},
	{"says less than it has", Archive, false, func(m *maker) []byte {
		return same(1, []byte(`{"number":"`+blanks(m.upTo(60<<20))+`"}`), zip.Deflate, func(_ int, p *part) {
			p.size = uint64(m.IntN(1000))
		})
	}},
	{"paths", Archive, true, func(m *maker) []byte {
		bad := []string{"../1.json", "/etc/1.json", `\1.json`, `C:\1.json`, "a/../../1.json", `a\..\..\1.json`,
			"a\x00.json", "//server/share/1.json", `\\?\C:\1.json`, "...//../1.json"}
		return zipOf("0.json", `{"number":"1"}`, bad[m.IntN(len(bad))], `{"number":"2"}`)
	}},
	{"names that mislead", Archive, false, func(m *maker) []byte {
		texts := []string{}
		for i := range 30 {
			texts = append(texts, strings.NewReplacer("\x00", "", "../", "").Replace(Harmful[i%len(Harmful)])+".json",
				`{"number":"`+fmt.Sprint(i)+`","questions":[]}`)
		}
		return zipOf(texts...)
	}},
	{"names twice", Archive, false, func(m *maker) []byte {
		texts := []string{}
		for i := range m.upTo(300) {
			texts = append(texts, "1.json", fmt.Sprintf(`{"number":"%d"}`, i))
		}
		return zipOf(texts...)
	}},
	{"zip in zip", Archive, false, func(m *maker) []byte {
		data := zipOf("1.json", `{"number":"1"}`)
		for range 3 + m.IntN(20) {
			data = zipOf("inner.zip", string(data), "1.json", `{"number":"1","questions":[]}`)
		}
		return data
	}},
	{"encrypted", Archive, true, func(m *maker) []byte {
		return same(1, []byte("{}"), zip.Store, func(_ int, p *part) { p.flags = 1 })
	}},
	{"unknown packing", Archive, false, func(m *maker) []byte {
		return same(3, []byte("{}"), zip.Store, func(i int, p *part) { p.method, p.packed = uint16(1+m.IntN(90)), 0 })
	}},
	{"offsets into nowhere", Archive, false, func(m *maker) []byte {
		return same(20, []byte("{}"), zip.Store, func(i int, p *part) { p.at, p.packed = m.IntN(1<<31), 0 })
	}},
	{"not a zip", Archive, true, func(m *maker) []byte {
		data := []byte("PK\x03\x04")
		for range m.upTo(1 << 20) {
			data = append(data, byte(m.Uint32()))
		}
		return data
	}},
	{"ends only", Archive, true, func(m *maker) []byte {
		return bytes.Repeat(
			[]byte("PK\x05\x06\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00"),
			m.upTo(50_000))
	}},
	{"damaged", Archive, false, func(m *maker) []byte { return m.damaged(goodArchive()) }},
	{"damaged", Merge, false, func(m *maker) []byte { return m.damaged(goodArchive()) }},
	{"one file, blown up", Merge, false, func(m *maker) []byte { return zipOf("1.json", blanks(m.upTo(120<<20))) }},
	{"much in memory", Merge, false, func(m *maker) []byte {
		texts, content := []string{}, strings.Repeat("QUFBQUFBQUFB", 1<<18)
		for i := range m.upTo(80) { // 3 MB each
			texts = append(texts, fmt.Sprintf("%d.json", i),
				fmt.Sprintf(`{"number":"%d","questions":[{"attachment":{"name":"1.pdf","content":"%s%d="}}]}`, i,
					content, 100+i))
		}
		return zipOf(texts...)
	}},
	{"a million entries", Merge, false, func(m *maker) []byte {
		return same(m.upTo(1_000_000), nil, zip.Store, func(i int, p *part) { p.name = fmt.Sprint(i) })
	}},
	{"one file, blown up", Zero, true, func(m *maker) []byte { return zipOf("1.json", blanks(m.upTo(120<<20))) }},
	{"many files", Zero, true, func(m *maker) []byte {
		return same(m.upTo(200_000), []byte("{}"), zip.Store, func(i int, p *part) { p.name = fmt.Sprint(i) })
	}},
}

func goodArchive() []byte {
	return zipOf("89729055-843a-4eeb-88e1-71535b245d6f.json", goodEntry, "2.json",
		strings.ReplaceAll(goodEntry, "А26", "Б27"))
}
