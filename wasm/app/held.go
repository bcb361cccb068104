package app

// held returns what f returns under the lock. Nothing unlocks otherwise than by
// defer: after a panic the core goes on, and a lock that stays taken would stop
// it for good.
func held[T any](a *App, f func() T) T {
	a.mu.Lock()
	defer a.mu.Unlock()
	return f()
}
