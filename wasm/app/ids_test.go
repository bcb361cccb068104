package app

import (
	"sync"
	"testing"

	"rroform/wasm/ledger"
)

// TestIDs: goroutines that ask at once never get one id twice.
func TestIDs(t *testing.T) {
	const goroutines, each = 8, 5000
	var ids [goroutines][each]string
	var all sync.WaitGroup
	for i := range ids {
		all.Go(func() {
			for j := range ids[i] {
				ids[i][j] = ledger.NewID()
			}
		})
	}
	all.Wait()
	seen := map[string]bool{}
	for i := range ids {
		for _, id := range ids[i] {
			if seen[id] || len(id) != 36 {
				t.Fatalf("%q", id)
			}
			seen[id] = true
		}
	}
}

func BenchmarkNewID(b *testing.B) {
	for b.Loop() {
		ledger.NewID()
	}
}
