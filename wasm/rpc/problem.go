package rpc

// Problem returns an error that the page shows as it is: text says in Russian
// what was not done, hint what to do about it.
func Problem(code, text, hint string) *Error { return &Error{code, text, hint} }
