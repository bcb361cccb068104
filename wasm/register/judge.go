package register

import (
	"context"
	"slices"

	"rroform/wasm/office"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// CheckRegisterReq asks to judge every appeal of the active profile.
type CheckRegisterReq struct{}

// CheckRegisterRes says how many there were.
type CheckRegisterRes struct {
	Appeals int `json:"appeals"`
}

// CheckRegister judges every appeal that was not judged yet today, with
// reports of progress. The page calls it once the register stands: until then
// the counts of [RegisterCounts] lack what is unchecked, and a filter by
// errors does the same work first. Opening never waits for it.
func (r *Register) CheckRegister(ctx context.Context, _ CheckRegisterReq) (CheckRegisterRes, error) {
	n, err := r.judgeAll(ctx)
	return CheckRegisterRes{n}, err
}

// JudgeFor judges everything when the request cannot be answered otherwise.
func (r *Register) JudgeFor(ctx context.Context, req *query.RegisterReq) error {
	if req.OnlyErrors || req.ChangedSince || columnOf(req.Sort).verdict {
		_, err := r.judgeAll(ctx)
		return err
	}
	return nil
}

// judgeStep is how many appeals are judged before others may have the core:
// some 10 ms in wasm.
const judgeStep = 200

// judgeAll judges what was not judged yet. All are compared before the first is
// judged, or a double that turns up late would make it judged in vain.
func (r *Register) judgeAll(ctx context.Context) (int, error) {
	all := r.allOf(r.ActiveProfileID())
	return len(all), r.InSteps(ctx, all, "Проверяем обращения", r.CompareBatch, r.judge)
}

// CompareAll compares all records of a profile, so that the findings of each
// name its doubles: what is counted must not depend on what was opened before.
func (r *Register) CompareAll(ctx context.Context, profileID string) error {
	done := office.Locked(r.mu, func() bool { return r.dups.size[profileID] == r.index.list(profileID).count() })
	if done {
		return nil
	}
	return r.InSteps(ctx, r.allOf(profileID), "Сравниваем обращения", r.CompareBatch)
}

// ActiveProfileID is the id of the active profile.
func (r *Register) ActiveProfileID() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.office.Active
}

func (r *Register) allOf(profileID string) []*Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.settled(profileID).all
}

// InSteps works through a list, so that a save need not wait for the end of it.
// What is saved meanwhile was compared and judged by its save. A step returns of
// how many records something was left to do.
func (r *Register) InSteps(ctx context.Context, all []*Record, text string, steps ...func([]*Record) int) error {
	for n, step := range steps {
		for from := 0; from < len(all); from += judgeStep {
			if step(all[from:min(from+judgeStep, len(all))]) == 0 {
				continue
			}
			if err := rpc.Report(ctx, n*len(all)+from, len(steps)*len(all), text); err != nil {
				return err
			}
		}
	}
	return nil
}

// CompareBatch looks for doubles of each record and returns how many were not
// compared yet.
func (r *Register) CompareBatch(list []*Record) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, f := range list {
		if !f.Removed && !f.compared {
			r.CompareOne(f)
			n++
		}
	}
	return n
}

// judge works out what costs most of each record: findings, the state of its
// export and the text to search in. It returns how many lacked any of that.
func (r *Register) judge(list []*Record) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	left := slices.DeleteFunc(slices.Clone(list), func(f *Record) bool { return f.Removed || r.ready(f) })
	r.JudgeRecords(left, r.Env(r.office.Active))
	return len(left)
}

// JudgeRecords works out findings, state of export and text of records.
func (r *Register) JudgeRecords(list []*Record, env *rules.Env) {
	for _, f := range list {
		r.Check(f, env)
		r.ExportState(f)
		f.text()
	}
}

// ready reports whether nothing of a record is left to be worked out.
func (r *Register) ready(f *Record) bool { return f.Judged && r.quickExport(f) != exportUncertain }

// hasErrors looks at the record itself only when it was not judged yet.
func (r *Register) hasErrors(f *Record, env *rules.Env) bool {
	if !f.Judged {
		r.Check(f, env)
	}
	return f.Errors > 0
}

// unjudged counts the records that are not ready; a few are judged at once, so
// that nobody need ask again after a change. As long as there is none, no record
// is asked: to reach for 100,000 takes longer than to show fifty.
func (l *list) unjudged(a *Register, env *rules.Env) int {
	a.compareFew(a.office.Active)
	if l.readyAt == a.index.version {
		return 0
	}
	n, left := 0, []*Record(nil)
	for _, f := range l.all {
		if a.ready(f) {
			continue
		}
		if n++; n <= judgeStep {
			left = append(left, f)
		}
	}
	if n > judgeStep {
		return n
	}
	a.JudgeRecords(left, env)
	l.readyAt = a.index.version
	return 0
}

// judged tells the register what a check has found.
func (r *Record) noteFindings() {
	errors, warnings := rules.Count(r.Findings)
	r.Errors, r.Warnings, r.Judged = uint16(min(errors, 1<<16-1)), uint16(min(warnings, 1<<16-1)), true
}

// recheck makes the findings of a record old, for instance because another
// one that it was compared with has changed.
func (r *Record) recheck() {
	r.checked = ""
	r.Judged = false
}
