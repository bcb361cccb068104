package rpc

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

// Guard runs f. A panic in f becomes an error that speaks to a person; what a
// developer needs of it goes to the standard error output, which a browser shows
// in its console. Whoever starts a goroutine for a call guards it: a panic there
// ends the core.
func Guard(f func() error) (err error) {
	defer func() {
		if why := recover(); why != nil {
			fmt.Fprintf(os.Stderr, "panic: %v\n%s", why, debug.Stack())
			err = errPanic
		}
	}()
	return f()
}

var errPanic = &Error{CodeInternal, "В программе произошла ошибка: действие не выполнено или выполнено не до конца.",
	"Сохранённое цело, программа работает дальше. Проверьте, что получилось, и повторите. Если ошибка повторится, " +
		"сделайте резервную копию («Обмен») и сообщите разработчикам."}

// Panicked reports whether an error comes from a panic that [Guard] has caught.
func Panicked(err error) bool { return errors.Is(err, errPanic) }
