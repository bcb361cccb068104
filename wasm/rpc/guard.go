package rpc

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

// Guard runs f and turns a panic in it into an [Error]. It writes the panic and
// its stack to the standard error output, which a browser shows in its console.
// Run f of every goroutine that you start for a call through Guard: a panic there
// would end the core.
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

// Panicked reports whether an error comes from a panic that [Guard] recovered.
func Panicked(err error) bool { return errors.Is(err, errPanic) }
