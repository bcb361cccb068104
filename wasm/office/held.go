package office

import "sync"

// Locked returns what f returns under the lock. Nothing unlocks otherwise than by
// defer: after a panic the core goes on, and a lock that stays taken would stop
// it for good.
func Locked[T any](mu sync.Locker, f func() T) T {
	mu.Lock()
	defer mu.Unlock()
	return f()
}
