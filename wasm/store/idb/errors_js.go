package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"

	"rroform/wasm/store"
)

// The browser's errors that are told apart, by DOMException name.
var (
	errQuota   = idb.NewDOMException("QuotaExceededError")
	errVersion = idb.NewDOMException("VersionError")
	errState   = idb.NewDOMException("InvalidStateError") // the connection is closed
	errAbort   = idb.NewDOMException("AbortError")
	errUnknown = idb.NewDOMException("UnknownError")
)

// unreadable are what a browser says of rows that its disk gives back damaged:
// Chromium the first, by the standard the others.
var unreadable = []error{errUnknown, idb.NewDOMException("DataError"),
	idb.NewDOMException("NotReadableError"), idb.NewDOMException("DataCloneError")}

func isUnreadable(err error) bool {
	return slices.ContainsFunc(unreadable, func(e error) bool { return errors.Is(err, e) })
}

// try runs f and returns what JavaScript throws in it as an error; any other
// panic goes on.
func try(f func()) (err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = domError(thrown.Value)
		default:
			panic(thrown)
		}
	}()
	f()
	return nil
}

// domError makes an error of a DOMException or another JavaScript error, which
// errors.Is finds by name; of null, which an abort without a reason leaves, it
// makes an AbortError.
func domError(v js.Value) error {
	if v.Type() != js.TypeObject {
		return errAbort
	}
	name, message := v.Get("name").String(), v.Get("message").String()
	if message == "" {
		return idb.NewDOMException(name)
	}
	return fmt.Errorf("%w: %s", idb.NewDOMException(name), message)
}

// explain gives an error of the browser or of go-indexeddb the meaning that
// package store has for it.
func explain(err error) error {
	// What JavaScript throws at once, go-indexeddb returns wrapped in a stack
	// trace instead of as its DOMException.
	var thrown js.Error
	if errors.As(err, &thrown) {
		err = domError(thrown.Value)
	}
	if errors.Is(err, errQuota) {
		return fmt.Errorf("%w: %w", store.ErrQuota, err)
	}
	return err
}

// unwritten is what a failed write means: a disk that is full to the last block
// makes the browser abort, or fail inside, without a word of room.
func unwritten(err error) error {
	if errors.Is(err, errAbort) || errors.Is(err, errUnknown) {
		return fmt.Errorf("%w: %w", store.ErrDisk, err)
	}
	return err
}

// explainOpen is [explain] for a failed open, where every reason but a newer
// version, a full disk and an impatient caller means that there is no storage:
// switched off by a policy or a private window, or broken.
func explainOpen(err error) error {
	err = explain(err)
	switch {
	case errors.Is(err, errVersion):
		return fmt.Errorf("%w: %w", store.ErrNewer, err)
	case errors.Is(err, store.ErrQuota), errors.Is(err, store.ErrBlocked), errors.Is(err, store.ErrWiped), errors.Is(err, store.ErrNotFound),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return fmt.Errorf("%w: %w", store.ErrNoStore, unwritten(err))
}

// explainAgain is [explainOpen] for a database that was open before, where its
// identity is known: storage is not switched off then, its disk fails.
func explainAgain(err error, known string) error {
	if opened := explainOpen(err); known == "" || !errors.Is(opened, store.ErrNoStore) {
		return opened
	}
	return fmt.Errorf("%w: %w", store.ErrDisk, err)
}
