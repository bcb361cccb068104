package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rroform/build/testdata/documented"
	"rroform/wasm/rpc"
)

var update = flag.Bool("update", false, "rewrite golden files")

type base struct {
	ID string `json:"id"`
}

type sampleReq struct {
	base
	Plain    int                      `json:"plain"`
	Maybe    string                   `json:"maybe,omitempty"`
	Zero     time.Time                `json:"zero,omitzero"`
	Pointer  *base                    `json:"pointer"`
	Optional *bool                    `json:"optional,omitempty"`
	List     []*base                  `json:"list"`
	Matrix   [][2]float64             `json:"matrix"`
	Map      map[string]base          `json:"map"`
	Bytes    []byte                   `json:"bytes"`
	When     time.Time                `json:"when"`
	Raw      json.RawMessage          `json:"raw"`
	Any      any                      `json:"any"`
	Quoted   int64                    `json:"quoted,string"`
	Inline   struct{ A, B int }       `json:"inline"`
	Status   documented.Status        `json:"status"`
	Day      documented.Date          `json:"day"`
	Odd      bool                     `json:"odd-name"`
	Self     *sampleReq               `json:"self,omitempty"`
	Page     pageOf[documented.Month] `json:"page"`
	Hidden   chan int                 `json:"-"`
	secret   int
}

type pageOf[T any] struct {
	Rows []T `json:"rows"`
}

func sampleMux() *rpc.Mux {
	mux := rpc.NewMux()
	rpc.Handle(mux, "sample", func(_ context.Context, r sampleReq) (struct{}, error) {
		_ = r.secret
		return struct{}{}, nil
	})
	rpc.Handle(mux, "do", (&documented.Doer{}).Do)
	rpc.Handle(mux, "plain", documented.Plain)
	rpc.HandleStream(mux, "stream", documented.Stream)
	rpc.Handle(mux, "list", func(context.Context, struct{}) (documented.List[documented.Res], error) {
		return documented.List[documented.Res]{}, nil
	})
	rpc.HandleFiles(mux, "odd.name", func(context.Context, base, []rpc.File) ([]string, []rpc.File, error) {
		return nil, nil, nil
	})
	return mux
}

func TestTypesGolden(t *testing.T) {
	tables := map[string]any{"bases": []base{{"1"}, {"<2>"}}, "one": pageOf[string]{}}
	root := t.TempDir() // has the source of one package: comments elsewhere may change without this test
	const from = "testdata/documented"
	if err := os.CopyFS(filepath.Join(root, "build", from), os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	got, err := typeScript(root, sampleMux().Methods(), tables)
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/types.golden"
	if *update {
		if err := writeFile(golden, got); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s (go test ./build -update rewrites it):\n%s", golden, got)
	}
}

type ownJSON struct{}

func (ownJSON) MarshalJSON() ([]byte, error) { return []byte("1"), nil }

func TestTypesRefuseTheUnknown(t *testing.T) {
	refuse := func(name string, mux *rpc.Mux, want string) {
		t.Helper()
		if _, err := typeScript(testRoot(t), mux.Methods(), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: want %q, got %v", name, want, err)
		}
	}
	mux := rpc.NewMux()
	rpc.Handle(mux, "own", func(context.Context, struct{ A ownJSON }) (int, error) { return 0, nil })
	refuse("own JSON", mux, "nobody knows its shape")
	mux = rpc.NewMux()
	rpc.Handle(mux, "chan", func(context.Context, struct{ A chan int }) (int, error) { return 0, nil })
	refuse("channel", mux, "cannot cross the border")
	mux = rpc.NewMux()
	rpc.Handle(mux, "key", func(context.Context, map[bool]int) (int, error) { return 0, nil })
	refuse("key", mux, "no such key")
}

func TestTypesCheckFails(t *testing.T) {
	root := testRoot(t)
	copied := t.TempDir()
	if err := os.CopyFS(filepath.Join(copied, "wasm"), os.DirFS(filepath.Join(root, "wasm"))); err != nil {
		t.Fatal(err)
	}
	if err := runTypes(copied, []string{"-check"}); err == nil {
		t.Error("a missing file passes")
	}
	if err := runTypes(copied, nil); err != nil {
		t.Fatal(err)
	}
	if err := runTypes(copied, []string{"-check"}); err != nil {
		t.Error(err)
	}
	name := filepath.Join(copied, filepath.FromSlash(typesFile))
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := runTypes(copied, []string{"-check"}); err == nil {
		t.Error("a changed file passes")
	}
}
