package rpc

import (
	"context"
	"errors"
)

// Error says in Russian, for the user, what the core could not do: Text what
// happened, Hint what to do about it. Findings about a record are data of an
// answer, never an Error.
type Error struct {
	Code string `json:"code"`
	Text string `json:"text"`
	Hint string `json:"hint"`
}

func (e *Error) Error() string { return e.Code + ": " + e.Text }

// Codes that the page acts on. Any other code is only shown.
const (
	CodeConflict  = "conflict"
	CodeCancelled = "cancelled"
	CodeBad       = "badRequest"
	CodeInternal  = "internal"
)

// BadRequest returns the error for a request that the core cannot decode. Page and
// core come from one build, so it is a defect of the program.
func BadRequest(method string, err error) *Error {
	return &Error{CodeBad, "Страница и ядро не поняли друг друга (" + method + "): " + err.Error(),
		"Обновите страницу. Если не поможет, сообщите об этом разработчикам."}
}

// asError returns err as an [Error]: its own, that of a cancelled call, or that of
// a defect of the program.
func asError(err error) *Error {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.Canceled):
		return &Error{CodeCancelled, "Действие отменено.", "Ничего не изменилось."}
	}
	return &Error{CodeInternal, "Действие не выполнено: ошибка программы «" + err.Error() + "».",
		"Повторите действие. Если не поможет, сохраните резервную копию и сообщите об этом разработчикам."}
}
