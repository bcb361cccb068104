// Package documented has comments for the test of the TypeScript generator.
package documented

import (
	"context"

	"rroform/wasm/rpc"
)

// Doer has a method for the page.
type Doer struct{}

// Do is the comment of a handler. It is longer than one line of TypeScript may be, and so the generator has to break
// it into two.
//
// It has a second paragraph.
func (*Doer) Do(context.Context, Req) (Res, error) { return Res{}, nil }

// Plain is the comment of a handler that is a function; its end */ must not end the comment of TypeScript.
func Plain(context.Context, Req) (Res, error) { return Res{}, nil }

// Stream takes files.
func Stream(context.Context, Req, []rpc.Blob) (Res, error) { return Res{}, nil }

type (
	// Req is a type in a group.
	Req struct {
		// Above is a comment above a field.
		Above string `json:"above"`
		A, B  int    // of two fields
	}
	// Res is another.
	Res struct{ Bare bool }
)

// Kind is a union.
type Kind string

// Kinds of things.
const (
	One Kind = "one"
	Two Kind = "two"
)

// List is generic.
type List[T any] struct {
	Rows []T  `json:"rows"` // newest first
	Kind Kind `json:"kind"`
}

// Date has a name that TypeScript knows already.
type Date string

// Month is a struct of two fields.
type Month struct {
	Year  int `json:"year"`
	Month int `json:"month"` // 1…12
}

// Status has constants in the order in which they stand here, and one without a value.
type Status string

// Statuses.
const (
	NoStatus    Status = ""
	InWork      Status = "InWork"
	Transferred Status = "Transferred"
)
