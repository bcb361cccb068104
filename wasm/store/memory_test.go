package store_test

import (
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
}

func TestMemoryDamaged(t *testing.T) {
	storetest.RunDamaged(t, func(*testing.T) (store.Store, storetest.Spoil) {
		m := store.NewMemory()
		return m, m.Spoil
	})
}
