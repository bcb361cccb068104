package app

import (
	"context"
	"strings"

	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/store"
)

// PersonalReq is empty.
type PersonalReq struct{}

// PersonalRes counts the rows with personal data of citizens.
type PersonalRes struct {
	Appeals  int `json:"appeals"`  // of all bodies
	InOpened int `json:"inOpened"` // appeals of open archives
	Files    int `json:"files"`    // answer files of all these appeals
	Rest     int `json:"rest"`     // other files: unreadable entries, and answer files that only an undo uses
	Archives int `json:"archives"` // of the journal, with their bytes
	Opened   int `json:"opened"`   // open archives
	Actions  int `json:"actions"`  // that can be undone
	Logs     int `json:"logs"`     // of merges and imports
}

// Personal counts the rows with personal data.
func (a *App) Personal(ctx context.Context, _ PersonalReq) (PersonalRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	res := PersonalRes{Appeals: a.countAppeals(), Opened: len(a.openArchives), Actions: len(a.ledger.Actions)}
	res.InOpened = len(a.ledger.Records) - res.Appeals
	for _, row := range a.journal.Rows {
		if row.Cleared == "" && row.Kind == journal.KindAppeals {
			res.Archives++
		}
	}
	files, err := a.ledger.Store.Keys(ctx, store.Files)
	if err != nil {
		return PersonalRes{}, explain.Error(err)
	}
	logs, err := a.ledger.Store.Keys(ctx, store.Logs)
	if err != nil {
		return PersonalRes{}, explain.Error(err)
	}
	held := a.answerFiles()
	for _, key := range files {
		if held[key] {
			res.Files++
		} else {
			res.Rest++
		}
	}
	for _, key := range logs {
		if strings.HasSuffix(key, "/entries") {
			res.Logs++
		}
	}
	return res, nil
}

// answerFiles returns the ids of the answer files that appeals have now.
func (a *App) answerFiles() map[string]bool {
	held := map[string]bool{}
	for _, rec := range a.register.All() {
		for i := range rec.Appeal.Questions {
			if file := rec.Appeal.Questions[i].Attachment; file != nil {
				held[file.FileID] = true
			}
		}
	}
	return held
}
