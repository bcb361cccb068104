package office

import "sync"

// Locked calls f under the lock. The lock is always released by defer: the core continues after a panic, and a lock
// that stays taken would block it forever.
func Locked[T any](mu sync.Locker, f func() T) T {
	mu.Lock()
	defer mu.Unlock()
	return f()
}
