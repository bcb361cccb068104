package ledger

import "rroform/wasm/store"

// zeroRows are the rows among the writes of an action.
func ZeroRows(ops []store.Op) (ids []string) {
	for _, o := range ops {
		if o.Table == store.Archives && o.Data != nil {
			ids = append(ids, o.Key)
		}
	}
	return ids
}
