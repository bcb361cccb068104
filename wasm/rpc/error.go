package rpc

import (
	"context"
	"errors"
)

// Error is what the core could not do, said to a person: Text what happened,
// Hint what to do. Findings about a record are data, never an Error.
type Error struct {
	Code string `json:"code"`
	Text string `json:"text"`
	Hint string `json:"hint"`
}

func (e *Error) Error() string { return e.Code + ": " + e.Text }

// Codes that the page tells apart; every other code is only shown.
const (
	CodeConflict  = "conflict"
	CodeCancelled = "cancelled"
	CodeBad       = "badRequest"
	CodeInternal  = "internal"
)

// BadRequest says that page and core do not understand each other.
func BadRequest(method string, err error) *Error {
	return &Error{CodeBad, "Страница и ядро не поняли друг друга (" + method + "): " + err.Error(),
		"Обновите страницу. Если не поможет, сообщите об этом разработчикам."}
}

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
