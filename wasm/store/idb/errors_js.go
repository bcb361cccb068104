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

// The browser's errors that this package distinguishes, by DOMException name.
var (
	errQuota   = idb.NewDOMException("QuotaExceededError")
	errVersion = idb.NewDOMException("VersionError")
	errState   = idb.NewDOMException("InvalidStateError") // the connection is closed
	errAbort   = idb.NewDOMException("AbortError")
	errUnknown = idb.NewDOMException("UnknownError")
)

// unreadable are the errors of a browser that cannot read a damaged row from its
// disk: the first in Chromium, the others by the standard.
var unreadable = []error{errUnknown, idb.NewDOMException("DataError"),
	idb.NewDOMException("NotReadableError"), idb.NewDOMException("DataCloneError")}

func isUnreadable(err error) bool {
	return slices.ContainsFunc(unreadable, func(e error) bool { return errors.Is(err, e) })
}

// try runs f and returns an exception that JavaScript throws in it as an error.
// Other panics go on.
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

// domError turns a DOMException or another JavaScript error into an error that
// errors.Is compares by name. It turns null, the error of a transaction that was
// aborted without a reason, into an AbortError.
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

// explain translates an error of the browser or of go-indexeddb into one of
// package store.
func explain(err error) error {
	// go-indexeddb returns an exception that JavaScript throws at once as a
	// js.Error with a stack trace, not as its DOMException.
	var thrown js.Error
	if errors.As(err, &thrown) {
		err = domError(thrown.Value)
	}
	if errors.Is(err, errQuota) {
		return fmt.Errorf("%w: %w", store.ErrQuota, err)
	}
	return err
}

// unwritten translates the error of a failed write. If the disk is full to the
// last block, the browser reports an abort or an unknown error, not a full disk.
func unwritten(err error) error {
	if errors.Is(err, errAbort) || errors.Is(err, errUnknown) {
		return fmt.Errorf("%w: %w", store.ErrDisk, err)
	}
	return err
}

// explainOpen is [explain] for a failed open. Any reason it does not know means
// that the page has no storage: a policy or a private window forbids it, or it is
// broken.
func explainOpen(err error) error {
	err = explain(err)
	switch {
	case errors.Is(err, errVersion):
		return fmt.Errorf("%w: %w", store.ErrNewer, err)
	case errors.Is(err, store.ErrQuota), errors.Is(err, store.ErrBlocked), errors.Is(err, store.ErrSilent),
		errors.Is(err, store.ErrWiped), errors.Is(err, store.ErrNotFound),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return fmt.Errorf("%w: %w", store.ErrNoStore, unwritten(err))
}

// explainAgain is [explainOpen] for a database that was open before if its
// identity is known: then storage is allowed, so it is the disk that fails.
func explainAgain(err error, known string) error {
	if opened := explainOpen(err); known == "" || !errors.Is(opened, store.ErrNoStore) {
		return opened
	}
	return fmt.Errorf("%w: %w", store.ErrDisk, err)
}
