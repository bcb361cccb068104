package register

import (
	"context"
	"slices"

	"rroform/wasm/office"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// CheckRegisterReq asks to check every appeal of the active profile.
type CheckRegisterReq struct{}

// CheckRegisterRes has the number of appeals of the active profile.
type CheckRegisterRes struct {
	Appeals int `json:"appeals"`
}

// CheckRegister checks every appeal that was not checked today and reports progress. The page calls it after it has
// shown the register, so that opening does not wait. Before that, [RegisterCounts] lack the unchecked appeals, and a
// filter by errors does this work first. It takes the lock in steps.
func (r *Register) CheckRegister(ctx context.Context, _ CheckRegisterReq) (CheckRegisterRes, error) {
	n, err := r.judgeAll(ctx)
	return CheckRegisterRes{n}, err
}

// JudgeFor checks all appeals if the request needs their findings. It takes the lock in steps.
func (r *Register) JudgeFor(ctx context.Context, req *query.RegisterReq) error {
	if req.OnlyErrors || req.ChangedSince || columnOf(req.Sort).volatile {
		_, err := r.judgeAll(ctx)
		return err
	}
	return nil
}

// judgeStep is the number of appeals that are checked before other calls get a turn: about 10 ms in WebAssembly.
const judgeStep = 200

// judgeAll compares all records before it checks the first: a duplicate that is found later would make a check
// outdated.
func (r *Register) judgeAll(ctx context.Context) (int, error) {
	all := r.allOf(r.ActiveProfileID())
	return len(all), r.InSteps(ctx, all, "Проверяем обращения", r.CompareBatch, r.judge)
}

// CompareAll compares all records of a profile, so that findings name all duplicates and counts do not depend on
// what was opened before. It takes the lock in steps.
func (r *Register) CompareAll(ctx context.Context, profileID string) error {
	done := office.Locked(r.mu, func() bool { return r.dups.size[profileID] == r.index.profile(profileID).count() })
	if done {
		return nil
	}
	return r.InSteps(ctx, r.allOf(profileID), "Сравниваем обращения", r.CompareBatch)
}

// ActiveProfileID takes the lock and returns the id of the active profile.
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

// InSteps runs each step over the list in batches of [judgeStep], so that a save can run between two batches. A record
// that is saved meanwhile needs no step: its save has compared and checked it. A step takes the lock itself and
// returns the number of records that it had to work on.
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

// CompareBatch is a step of [Register.InSteps]: it looks for duplicates of each record. It takes the lock.
func (r *Register) CompareBatch(list []*Record) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, rec := range list {
		if !rec.Removed && !rec.compared {
			r.CompareOne(rec)
			n++
		}
	}
	return n
}

// judge is a step of [Register.InSteps]: it calls [Register.JudgeRecords]. It takes the lock.
func (r *Register) judge(list []*Record) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	left := slices.DeleteFunc(slices.Clone(list), func(rec *Record) bool { return rec.Removed || r.ready(rec) })
	r.JudgeRecords(left, r.Env(r.office.Active))
	return len(left)
}

// JudgeRecords derives what costs most for each record: findings, state of export, and the text for the search.
func (r *Register) JudgeRecords(list []*Record, env *rules.Env) {
	for _, rec := range list {
		r.Check(rec, env)
		r.ExportState(rec)
		rec.text()
	}
}

// ready reports whether findings and state of export of a record are known.
func (r *Register) ready(rec *Record) bool {
	return rec.Judged && r.quickExport(rec) != exportUncertain
}

func (r *Register) hasErrors(rec *Record, env *rules.Env) bool {
	if !rec.Judged {
		r.Check(rec, env)
	}
	return rec.Errors > 0
}

// unjudged returns the number of records that are not ready. A few are checked at once, so that the page need not
// ask again after a change. If nothing changed since all were ready, the scan is skipped: to visit 100,000 records
// takes longer than to show fifty.
func (l *profileList) unjudged(r *Register, env *rules.Env) int {
	r.compareFew(r.office.Active)
	if l.readyVersion == r.index.version {
		return 0
	}
	n, left := 0, []*Record(nil)
	for _, rec := range l.all {
		if r.ready(rec) {
			continue
		}
		if n++; n <= judgeStep {
			left = append(left, rec)
		}
	}
	if n > judgeStep {
		return n
	}
	r.JudgeRecords(left, env)
	l.readyVersion = r.index.version
	return 0
}

func (rec *Record) noteFindings() {
	errors, warnings := rules.Count(rec.Findings)
	rec.Errors, rec.Warnings, rec.Judged = uint16(min(errors, 1<<16-1)), uint16(min(warnings, 1<<16-1)), true
}

// recheck marks the findings of a record as outdated, for instance because a duplicate of it has changed.
func (rec *Record) recheck() {
	rec.checked = ""
	rec.Judged = false
}
