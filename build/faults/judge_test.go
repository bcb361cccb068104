package faults

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/store"
)

// base returns a journal, and a register of two appeals with an archive that it starts
// with.
func base() (*acknowledged, *stored) {
	have := &stored{register: register{"1": "there", "1/address": "a", "1/answer": "x", "2": "there", "2/address": "b",
		"2/answer": "x", "archive/k": whole},
		ids: map[string]string{"1": "i", "2": "j"}, actions: map[string]int{"old": 3},
		logs: map[string]bool{"old": true}}
	return newJournal(have), &stored{register: maps.Clone(have.register), actions: maps.Clone(have.actions),
		logs: maps.Clone(have.logs)}
}

// with returns a register with changed elements; "" removes one.
func with(r register, pairs ...string) register {
	r = maps.Clone(r)
	for i := 0; i < len(pairs); i += 2 {
		if r[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(r, pairs[i])
		}
	}
	return r
}

// TestJudge: the harness reports what is lost, half done or unreadable, and nothing else.
func TestJudge(t *testing.T) {
	mass := func(r register) *flight { return &flight{after: with(r, "1/answer", "y", "2/answer", "y"), steps: 2} }
	typing := func(r register) *flight {
		return &flight{after: r, allowed: map[string][]string{"1/address": {"a", "ab", "abc"}}}
	}
	for _, tt := range []struct {
		name       string
		flight     func(register) *flight
		now        []string // what is there other than was acknowledged
		new        []string // actions for two appeals; "log" is a log, "log-" one without entries
		lost, half int
	}{
		{"as acknowledged", nil, nil, nil, 0, 0},
		{"an appeal is gone", nil, []string{"2", "", "2/address", "", "2/answer", ""}, nil, 3, 0},
		{"an older text", nil, []string{"2/address", "old"}, nil, 1, 0},
		{"an archive is gone", nil, []string{"archive/k", ""}, nil, 1, 0},
		{"an archive without its bytes", nil, []string{"archive/k", torn}, nil, 0, 1},
		{"a file without its bytes", nil, []string{"1/file", torn}, nil, 0, 1},
		{"a stranger", nil, []string{"3", "there"}, nil, 0, 1},
		{"typed further", typing, []string{"1/address", "abc"}, nil, 0, 0},
		{"typed, the last keys missing", typing, []string{"1/address", "ab"}, nil, 0, 0},
		{"typed, older than acknowledged", typing, []string{"1/address", ""}, nil, 1, 0},
		{"mass, not done", mass, nil, nil, 0, 0},
		{"mass, done", mass, []string{"1/answer", "y", "2/answer", "y"}, []string{"undo"}, 0, 0},
		{"mass, half done", mass, []string{"1/answer", "y"}, nil, 0, 1},
		{"mass, done without its undo", mass, []string{"1/answer", "y", "2/answer", "y"}, nil, 0, 1},
		{"mass, its undo without the change", mass, nil, []string{"undo"}, 0, 1},
		{"mass, and something else is lost", mass, []string{"1/address", "z"}, nil, 1, 0},
		{"import, done", func(r register) *flight {
			return &flight{after: with(r, "3", "there", "4", "there"), steps: 2, log: true}
		},
			[]string{"3", "there", "4", "there"}, []string{"undo", "log"}, 0, 0},
		{"import, without its log", func(r register) *flight {
			return &flight{after: with(r, "3", "there", "4", "there"), steps: 2, log: true}
		},
			[]string{"3", "there", "4", "there"}, []string{"undo"}, 0, 1},
		{"import, its log has no entries", func(r register) *flight {
			return &flight{after: with(r, "3", "there", "4", "there"), steps: 2, log: true}
		},
			[]string{"3", "there", "4", "there"}, []string{"undo", "log-"}, 0, 1},
		{"archive, done", func(r register) *flight { return &flight{after: r, archive: true} },
			[]string{"archive/new", whole}, nil, 0, 0},
		{"archive, two of them", func(r register) *flight { return &flight{after: r, archive: true} },
			[]string{"archive/m", whole, "archive/n", whole}, nil, 0, 1},
		{"restore, mixed with what was", func(register) *flight {
			return &flight{after: register{"9": "there", "9/address": "n"}, all: true}
		},
			[]string{"9", "there", "9/address", "n"}, nil, 0, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			j, have := base()
			if tt.flight != nil {
				j.flight = tt.flight(j.sure)
			}
			have.register = with(have.register, tt.now...)
			for _, what := range tt.new {
				switch what {
				case "undo":
					have.actions["new"] = 2
				default:
					have.logs["new"] = what == "log"
				}
			}
			if v := j.judge(have); len(v.lost) != tt.lost || len(v.half) != tt.half {
				t.Errorf("lost %q, half-done %q, want %d and %d", v.lost, v.half, tt.lost, tt.half)
			}
		})
	}
}

// TestAcknowledged: what was acknowledged must be stored from then on.
func TestAcknowledged(t *testing.T) {
	j, have := base()
	j.flight = &flight{after: with(j.sure, "1/answer", "y", "2/answer", "y"), steps: 2}
	j.landed()
	if v := j.judge(have); len(v.lost) != 2 {
		t.Errorf("lost %q, want both answers", v.lost)
	}
	have.register = with(have.register, "1/answer", "y", "2/answer", "y")
	have.actions["new"] = 2
	if v := j.judge(have); len(v.lost)+len(v.half) != 0 {
		t.Errorf("%+v", v)
	}
	j.flight = &flight{after: register{"9": "there"}, all: true}
	j.landed()
	if v := j.judge(&stored{register: register{"9": "there"}}); len(v.lost)+len(v.half) != 0 {
		t.Errorf("after a restore: %+v", v)
	}
}

// TestReadDump: rows of a store become elements; unreadable ones are counted.
func TestReadDump(t *testing.T) {
	value := func(key string, v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(store.TextValue(1, key, data))
	}
	ap := appeal.Appeal{ID: "i", Number: "1-ОГ", Address: "с. Примерное",
		Questions: []appeal.Question{{ResponseDate: "2026-10-05",
			Attachment: &appeal.Attachment{FileID: "f", SHA256: "sum"}}}}
	good := value("i", ap)
	d := dump{Texts: map[string][]string{
		"appeals": {good, good[:len(good)-3], "1\tk\t{", good},
		"actions": {value("a", ledger.Action{ID: "a", Steps: make([]ledger.ActionStep, 4)})},
		"archives": {value("k", journal.Archive{ID: "k", Parts: []journal.Part{{SHA256: "p"}}}),
			value("l", journal.Archive{ID: "l", Parts: []journal.Part{{SHA256: "p"}}})},
		"logs": {value("m", 1), value("m/entries", 1), value("n", 1)},
	}, Sums: map[string]map[string]string{"files": {"f": "sum"}, "parts": {"k/0": "p", "l/0": "q"}}, Opened: 4}
	s := d.read()
	want := register{"1-ОГ": "twice", "1-ОГ/name": "", "1-ОГ/address": "с. Примерное", "1-ОГ/answer": "2026-10-05",
		"1-ОГ/file": whole,
		"archive/k": whole, "archive/l": torn}
	if !maps.Equal(s.register, want) {
		t.Errorf("%v, want %v", s.register, want)
	}
	if len(s.unreadable) != 2 || s.actions["a"] != 4 || !s.logs["m"] || s.logs["n"] || s.ids["1-ОГ"] != "i" {
		t.Errorf("%+v", s)
	}
	d.Opened = 3
	if s := d.read(); len(s.unreadable) != 3 {
		t.Errorf("the program shows one appeal less: %q", s.unreadable)
	}
}

func TestOnly(t *testing.T) {
	if _, err := Run(Options{Only: "sleeping"}); err == nil {
		t.Error("an unknown operation is not refused")
	}
	if !slices.Contains(operationNames(), "typing") || operationNamed("nothing") != nil {
		t.Errorf("%v", operationNames())
	}
}
