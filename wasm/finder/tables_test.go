package finder

import (
	"sync"
	"testing"

	"rroform/static"
	"rroform/wasm/classifier"
)

var parsed = sync.OnceValues(func() (*classifier.Table, error) {
	return classifier.Parse(static.Classifier(), static.ClassifierEdition)
})

// edition is the built-in edition.
func edition(tb testing.TB) *classifier.Table {
	tb.Helper()
	t, err := parsed()
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// smallTable is a table of a few rows.
func smallTable(tb testing.TB) *classifier.Table {
	tb.Helper()
	t, err := classifier.Parse([]byte(small), "проба")
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// small has everything unusual that Parse accepts: a BOM, CRLF, padded codes, columns in
// another order, retired rows, a note.
const small = "\ufefftitle\tcode\tnote\tretired\r\n" +
	"Раздел\t0001.0000.0000.0000\t\t\r\n" +
	"Тематика\t0001.0002.0000.0000\t\t0\r\n" +
	"Тема\t0001.0002.0003.0000\t\tfalse\r\n" +
	"Старый вопрос\t0001.0002.0003.0004\t\t1\r\n" +
	"под старым\t0001.0002.0003.0004.0005\t\t\r\n" +
	"\r\n" +
	"Живой вопрос\t0001.0002.0003.0006\tсноска\t\r\n" +
	"под живым, старый\t0001.0002.0003.0006.0005\t\ttrue\r\n" +
	"Второе место\t0001.0002.0003.0457\t\t\r\n"
