package faults

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// acknowledged is the log of what was acknowledged.
type acknowledged struct {
	sure   register // what must be stored
	from   *stored  // what was stored after the last start
	steps  []int    // number of appeals of each action acknowledged since
	logs   int      // of imports and merges acknowledged since
	ids    map[string]string
	flight *flight // the operation not acknowledged yet
}

// flight is a running operation.
type flight struct {
	after   register            // what is stored once it is done
	allowed map[string][]string // while typing: the values a field may have
	archive bool                // it may add an archive
	steps   int                 // appeals of the undoable action it adds, 0 = none
	log     bool                // it adds a log
	all     bool                // it replaces the whole register
}

func newJournal(have *stored) *acknowledged {
	return &acknowledged{sure: maps.Clone(have.register), from: have, ids: have.ids}
}

func (j *acknowledged) appeals() (n int) {
	for _, v := range j.sure {
		if v == "there" {
			n++
		}
	}
	return n
}

// numbers returns the sorted numbers of the appeals whose ids are known. The ids of
// appeals that were just imported become known at the next check.
func (j *acknowledged) numbers() []string {
	var list []string
	for key, v := range j.sure {
		if v == "there" && j.ids[key] != "" {
			list = append(list, key)
		}
	}
	slices.Sort(list)
	return list
}

// landed records that the running operation was acknowledged.
func (j *acknowledged) landed() {
	f := j.flight
	j.flight = nil
	j.sure = f.after
	if f.all {
		j.from, j.steps, j.logs = &stored{}, nil, 0
	}
	if f.steps > 0 {
		j.steps = append(j.steps, f.steps)
	}
	if f.log {
		j.logs++
	}
}

// verdict lists the faults found, as text.
type verdict struct{ lost, half, unreadable []string }

// judge compares what is stored with the log.
func (j *acknowledged) judge(have *stored) (v verdict) {
	v.unreadable = have.unreadable
	f := j.flight
	if f == nil {
		f = &flight{after: j.sure}
	}
	var done, undone []string // elements of the running operation
	for _, key := range keysOf(j.sure, f.after, have.register) {
		was, next, is := j.sure[key], f.after[key], have.register[key]
		switch {
		case is == torn:
			v.half = append(v.half, key+" has not its bytes")
		case slices.Contains(f.allowed[key], is):
		case was == next && is == was:
		case was != next && is == next:
			done = append(done, key)
		case was != next && is == was:
			undone = append(undone, key)
		case was == "" && f.archive && strings.HasPrefix(key, "archive/"):
			f = &flight{after: f.after} // one, and no more
		case was == "":
			v.half = append(v.half, fmt.Sprintf("%s = %q came from nowhere", key, is))
		default:
			v.lost = append(v.lost, fmt.Sprintf("%s = %q, acknowledged %q", key, is, was))
		}
	}
	if len(done) > 0 && len(undone) > 0 {
		v.half = append(v.half, fmt.Sprintf("%d elements as before, %d as after: %s", len(undone), len(done),
			undone[0]))
		return v
	}
	v.half = append(v.half, j.companions(have, f, len(done) > 0)...)
	return v
}

// companions checks the rows that belong to operations: the data for undo, and logs. There
// must be as many as operations.
func (j *acknowledged) companions(have *stored, f *flight, done bool) (wrong []string) {
	from, steps, logs := j.from, slices.Clone(j.steps), j.logs
	if f.all && done {
		from, steps, logs = &stored{}, nil, 0
	}
	if f.steps > 0 && done {
		steps = append(steps, f.steps)
	}
	if f.log && done {
		logs++
	}
	var got []int
	for id, n := range have.actions {
		if _, old := from.actions[id]; !old {
			got = append(got, n)
		}
	}
	slices.Sort(got)
	slices.Sort(steps)
	if !slices.Equal(got, steps) {
		wrong = append(wrong, fmt.Sprintf("actions for %v appeals can be undone, want %v", got, steps))
	}
	n := 0
	for id, entries := range have.logs {
		if _, old := from.logs[id]; old {
			continue
		}
		n++
		if !entries {
			wrong = append(wrong, "log "+id+" has no entries")
		}
	}
	if n != logs {
		wrong = append(wrong, fmt.Sprintf("%d new logs, want %d", n, logs))
	}
	return wrong
}

func keysOf(all ...register) []string {
	keys := map[string]bool{}
	for _, r := range all {
		for key := range r {
			keys[key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}
