package app

import (
	"context"
	"slices"

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
func (a *App) CheckRegister(ctx context.Context, _ CheckRegisterReq) (CheckRegisterRes, error) {
	n, err := a.judgeAll(ctx)
	return CheckRegisterRes{n}, err
}

// judgeFor judges everything when the request cannot be answered otherwise.
func (a *App) judgeFor(ctx context.Context, req *RegisterReq) error {
	if req.OnlyErrors || req.ChangedSince || columnOf(req.Sort).verdict {
		_, err := a.judgeAll(ctx)
		return err
	}
	return nil
}

// judgeStep is how many appeals are judged before others may have the core:
// some 10 ms in wasm.
const judgeStep = 200

// judgeAll judges what was not judged yet. All are compared before the first is
// judged, or a double that turns up late would make it judged in vain.
func (a *App) judgeAll(ctx context.Context) (int, error) {
	all := a.allOf(a.inUse())
	return len(all), a.inSteps(ctx, all, "Проверяем обращения", a.compare, a.judge)
}

// compareAll compares all records of a profile, so that the findings of each
// name its doubles: what is counted must not depend on what was opened before.
func (a *App) compareAll(ctx context.Context, profileID string) error {
	done := held(a.mu, func() bool { return a.dups.size[profileID] == a.index.list(profileID).count() })
	if done {
		return nil
	}
	return a.inSteps(ctx, a.allOf(profileID), "Сравниваем обращения", a.compare)
}

// inUse is the id of the active profile.
func (a *App) inUse() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.active
}

func (a *App) allOf(profileID string) []*facts {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.settled(profileID).all
}

// inSteps works through a list, so that a save need not wait for the end of it.
// What is saved meanwhile was compared and judged by its save. A step returns of
// how many records something was left to do.
func (a *App) inSteps(ctx context.Context, all []*facts, text string, steps ...func([]*facts) int) error {
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

// compare looks for doubles of each record and returns how many were not
// compared yet.
func (a *App) compare(list []*facts) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := 0
	for _, f := range list {
		if !f.gone && !f.compared {
			a.compareOne(f)
			n++
		}
	}
	return n
}

// judge works out what costs most of each record: findings, the state of its
// export and the text to search in. It returns how many lacked any of that.
func (a *App) judge(list []*facts) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	left := slices.DeleteFunc(slices.Clone(list), func(f *facts) bool { return f.gone || a.ready(f) })
	a.judgeThese(left, a.env(a.active))
	return len(left)
}

func (a *App) judgeThese(list []*facts, env *rules.Env) {
	for _, f := range list {
		a.check(f, env)
		a.exportState(f)
		f.text()
	}
}

// ready reports whether nothing of a record is left to be worked out.
func (a *App) ready(f *facts) bool { return f.judged && a.exportGlance(f) != exportUncertain }

// hasErrors looks at the record itself only when it was not judged yet.
func (a *App) hasErrors(f *facts, env *rules.Env) bool {
	if !f.judged {
		a.check(f, env)
	}
	return f.errors > 0
}

// unjudged counts the records that are not ready; a few are judged at once, so
// that nobody need ask again after a change. As long as there is none, no record
// is asked: to reach for 100,000 takes longer than to show fifty.
func (l *list) unjudged(a *App, env *rules.Env) int {
	a.compareFew(a.active)
	if l.readyAt == a.index.version {
		return 0
	}
	n, left := 0, []*facts(nil)
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
	a.judgeThese(left, env)
	l.readyAt = a.index.version
	return 0
}

// judged tells the register what a check has found.
func (r *facts) noteFindings() {
	errors, warnings := rules.Count(r.findings)
	r.errors, r.warnings, r.judged = uint16(min(errors, 1<<16-1)), uint16(min(warnings, 1<<16-1)), true
}

// recheck makes the findings of a record old, for instance because another
// one that it was compared with has changed.
func (r *facts) recheck() {
	r.checked = ""
	r.judged = false
}
