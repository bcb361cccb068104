package store_test

import (
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
}
