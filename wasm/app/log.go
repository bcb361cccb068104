package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// LogsReq is empty.
type LogsReq struct{}

// LogsRes lists the logs of the active profile, the newest first.
type LogsRes struct {
	Logs []ledger.Log `json:"logs"`
}

// Logs lists the logs of merges and imports, without their entries.
func (a *App) Logs(ctx context.Context, _ LogsReq) (LogsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	keys, err := a.ledger.Store.Keys(ctx, store.Logs)
	if err != nil {
		return LogsRes{}, explain.Error(err)
	}
	res := LogsRes{Logs: []ledger.Log{}}
	slices.Reverse(keys) // ids sort by time
	for i, key := range keys {
		if strings.Contains(key, "/") {
			continue
		}
		if err := rpc.Report(ctx, i, len(keys), "Читаем журнал"); err != nil {
			return LogsRes{}, err
		}
		l, err := a.ledger.ReadLog(ctx, key)
		if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return LogsRes{}, explain.Error(err)
		}
		if l.ProfileID == a.office.Active {
			res.Logs = append(res.Logs, l)
		}
	}
	return res, nil
}
