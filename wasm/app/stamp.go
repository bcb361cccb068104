package app

import "fmt"

// stamp names the exact state of the register that a preview was made of. It is
// made of counters, so that no two states share it: sums of revisions may agree
// where the records do not. It holds as long as this core runs.
func (a *App) stamp() string {
	return fmt.Sprint(a.active, " ", a.today(), " ", a.changes, " ", a.epoch)
}

// unchanged returns an error unless the register is what a preview was made of.
func (a *App) unchanged(stamp string) error {
	if stamp == a.stamp() {
		return nil
	}
	return problem("changed", "Пока вы смотрели, обращения изменились.", "Проверьте ещё раз, что получится. Ничего не изменилось.")
}
