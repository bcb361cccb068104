package incoming

import (
	"context"

	"rroform/wasm/exchange"
	"rroform/wasm/rpc"
)

// reading reports progress in megabytes.
func Reading(ctx context.Context, text string) exchange.Step {
	return func(done, total int64) error { return rpc.Report(ctx, int(done>>20), int(total>>20), text) }
}
