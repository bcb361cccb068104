package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rroform/wasm/charset"
	"rroform/wasm/classifier"
	"rroform/wasm/container"
	"rroform/wasm/directory"
	"rroform/wasm/explain"
	"rroform/wasm/records"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
	"rroform/wasm/zipdir"
)

// errorValues are the exported errors of all packages, by name. One that is
// missing here fails the test: whoever adds an error says what a person hears.
var errorValues = map[string]error{
	"store.ErrNotFound": store.ErrNotFound, "store.ErrConflict": store.ErrConflict, "store.ErrQuota": store.ErrQuota,
	"store.ErrDisk":    store.ErrDisk,
	"store.ErrBlocked": store.ErrBlocked, "store.ErrSilent": store.ErrSilent, "store.ErrNewer": store.ErrNewer,
	"store.ErrClosed": store.ErrClosed, "store.ErrWiped": store.ErrWiped,
	"store.ErrNoStore": store.ErrNoStore, "store.ErrLocked": store.ErrLocked, "store.ErrGone": store.ErrGone,
	"store.ErrInvalid": store.ErrInvalid,
	"store.ErrDamaged": store.ErrDamaged, "vault.ErrPassphrase": vault.ErrPassphrase,
	"vault.ErrStripped":       vault.ErrStripped,
	"container.ErrPassphrase": container.ErrPassphrase, "container.ErrForeign": container.ErrForeign,
	"container.ErrCut": container.ErrCut,
	"container.ErrEnd": container.ErrEnd, "container.ErrChanged": container.ErrChanged,
	"zipdir.ErrTooMany": zipdir.ErrTooMany, "charset.ErrUnknown": charset.ErrUnknown, "charset.ErrTag": charset.ErrTag,
	"charset.ErrDepth":          charset.ErrDepth,
	"classifier.ErrNoQuestions": classifier.ErrNoQuestions, "directory.ErrTooMany": directory.ErrTooMany,
	"records.ErrLong": records.ErrLong,
}

// parsed are the files of the core but tests, by path.
func parsed(t *testing.T) map[string]*ast.File {
	t.Helper()
	files, set := map[string]*ast.File{}, token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.Contains(path, "test/") {
			return err
		}
		files[path], err = parser.ParseFile(set, path, nil, 0)
		return err
	})
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files
}

// answerTo is what the page hears of an error.
func answerTo(t *testing.T, err error) *rpc.Error {
	t.Helper()
	m := rpc.NewMux()
	m.Explain = explain.Error
	rpc.Handle(m, "fails", func(context.Context, struct{}) (struct{}, error) { return struct{}{}, err })
	answer, _ := m.Serve(t.Context(), []byte(`{"id":1,"method":"fails","params":{}}`))
	var res struct{ Error *rpc.Error }
	if bad := json.Unmarshal(answer, &res); bad != nil || res.Error == nil {
		t.Fatalf("%v: answer %s, %v", err, answer, bad)
	}
	return res.Error
}

var (
	russianText = regexp.MustCompile(`[А-Яа-яЁё]{3}`)
	quoted      = regexp.MustCompile(`«[^»]*»`)
	latinWord   = regexp.MustCompile(`[A-Za-z]{3,}`)
	properNames = regexp.MustCompile(`HTML|JSON|ZIP|XLSX|CSV|XML|Chrome|Edge|Firefox|Caps Lock|Excel|cookie|GUID`)
)

// TestEveryErrorSpeaksRussian: whatever goes wrong, the page hears a Russian
// sentence that says what, and one that says what to do.
func TestEveryErrorSpeaksRussian(t *testing.T) {
	all := map[string]error{
		"unknown":   errors.New("something odd"),
		"deadline":  context.DeadlineExceeded,
		"cancelled": context.Canceled,
		"no room, joined": errors.Join(fmt.Errorf("write 3 rows: %w: QuotaExceededError: no", store.ErrQuota),
			errors.New("forget failed")),
		"conflict": &store.ConflictError{Table: store.Appeals, Key: "x"},
	}
	for name, err := range errorValues {
		all[name] = err
	}
	for name, err := range all {
		for _, err := range []error{err, fmt.Errorf("write 5 rows: %w", err),
			fmt.Errorf("%w: AbortError: The transaction was aborted", err)} {
			e := answerTo(t, err)
			if !russianText.MatchString(e.Text) || !russianText.MatchString(e.Hint) ||
				strings.Contains(e.Text+e.Hint, "..") {
				t.Errorf("%s: %+v", name, e)
			}
			if said := properNames.ReplaceAllString(quoted.ReplaceAllString(e.Text+e.Hint, ""),
				""); latinWord.MatchString(said) {
				t.Errorf("%s speaks English: %+v", name, e)
			}
		}
	}
	declared := 0
	for path, file := range parsed(t) {
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, n := range s.(*ast.ValueSpec).Names {
					if strings.HasPrefix(n.Name, "Err") {
						declared++
						if name := file.Name.Name + "." + n.Name; errorValues[name] == nil {
							t.Errorf("%s: %s is not among the errors that are tried", path, name)
						}
					}
				}
			}
		}
	}
	if declared != len(errorValues) {
		t.Errorf("%d errors are declared, %d tried", declared, len(errorValues))
	}
}

// TestEveryProblemIsWhole: each refusal that is written in the code says what is
// wrong and what to do, in Russian.
func TestEveryProblemIsWhole(t *testing.T) {
	n := 0
	for path, file := range parsed(t) {
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) != 3 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || f.Sel.Name != "Problem" {
				return true
			}
			n++
			for i, what := range []string{"text", "hint"} {
				if words, literal := wordsOf(call.Args[i+1]); literal && strings.Trim(words, "\".:«» ") != "" &&
					!russianText.MatchString(words) {
					t.Errorf("%s: the %s of a problem is %q", path, what, words)
				}
			}
			return true
		})
	}
	if n < 100 {
		t.Errorf("only %d problems were found", n)
	}
}

// wordsOf are the literals of an expression; false where it has none.
func wordsOf(e ast.Expr) (words string, literal bool) {
	ast.Inspect(e, func(node ast.Node) bool {
		if lit, ok := node.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			words, literal = words+lit.Value, true
		}
		return true
	})
	return words, literal
}
