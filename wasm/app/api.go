package app

import (
	"context"
	"sync"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/packs"
	"rroform/wasm/recognise"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/sheet"
	"rroform/wasm/table"
	"rroform/wasm/tables"
)

// Mux returns the table of methods that the page can call. `go run ./build types` makes
// web/core/api.gen.ts from it. Methods of rooms that need the lock are wrapped by underLock; all others
// take it themselves or need none.
func (a *App) Mux() *rpc.Mux {
	m := rpc.NewMux()
	m.Recovered, m.News = a.recovered, a.setSuspectsAside
	m.Explain = explain.Error
	rpc.Handle(m, "hello", a.Hello)
	rpc.Handle(m, "reload", a.Reload)
	rpc.Handle(m, "unlock", a.Unlock)
	rpc.Handle(m, "setLock", a.SetLock)
	rpc.Handle(m, "proposePassphrase", a.ProposePassphrase)
	rpc.Handle(m, "setAutoLock", a.SetAutoLock)
	rpc.Handle(m, "personal", a.Personal)
	rpc.Handle(m, "wipe", a.Wipe)
	rpc.Handle(m, "expired", a.Expired)
	rpc.Handle(m, "expire", a.Expire)
	rpc.HandleStream(m, "uncover", a.Uncover)
	rpc.Handle(m, "today", a.Today)
	rpc.HandleStream(m, "sumFile", a.SumFile)
	rpc.HandleStream(m, "recogniseFile", a.RecogniseFile)

	rpc.Handle(m, "profiles", a.Profiles)
	rpc.Handle(m, "saveProfile", a.SaveProfile)
	rpc.Handle(m, "activateProfile", a.ActivateProfile)
	rpc.Handle(m, "deleteProfile", a.DeleteProfile)

	rpc.Handle(m, "register", a.register.Page)
	rpc.Handle(m, "registerIds", a.register.IDs)
	rpc.Handle(m, "checkRegister", a.register.CheckRegister)
	rpc.Handle(m, "getAppeal", a.GetAppeal)
	rpc.Handle(m, "saveAppeal", a.SaveAppeal)
	rpc.Handle(m, "deleteAppeals", a.DeleteAppeals)
	rpc.Handle(m, "massEdit", a.MassEdit)
	rpc.Handle(m, "remarks", a.Remarks)
	rpc.Handle(m, "fixRemarks", a.FixRemarks)
	rpc.Handle(m, "actions", a.Actions)
	rpc.Handle(m, "undo", a.Undo)
	rpc.HandleFiles(m, "putFile", a.PutFile)
	rpc.HandleFiles(m, "getFile", a.GetFile)
	rpc.Handle(m, "sweep", a.Sweep)
	rpc.Handle(m, "damaged", a.Damaged)
	rpc.Handle(m, "mend", a.Mend)
	rpc.HandleFiles(m, "damagedFile", a.DamagedFile)
	rpc.HandleFiles(m, "rescue", a.Rescue)

	rpc.Handle(m, "plan", a.forming.Plan)
	rpc.Handle(m, "prepareArchive", a.forming.PrepareArchive)
	rpc.Handle(m, "build", a.forming.Build)
	rpc.Handle(m, "journal", a.Journal)
	rpc.Handle(m, "archiveEntries", a.ArchiveEntries)
	rpc.Handle(m, "setArchiveState", a.SetArchiveState)
	rpc.Handle(m, "compareArchives", a.CompareArchives)
	rpc.Handle(m, "protocol", a.Protocol)
	rpc.Handle(m, "presets", underLock(a.mu, a.forming.Presets))
	rpc.Handle(m, "savePreset", underLock(a.mu, a.forming.SavePreset))
	rpc.Handle(m, "deletePreset", underLock(a.mu, a.forming.DeletePreset))
	rpc.HandleFiles(m, "archivePart", a.ArchivePart)
	rpc.Handle(m, "checkZero", underLock(a.mu, a.forming.CheckZero))
	rpc.Handle(m, "buildZero", a.forming.BuildZero)
	rpc.HandleFiles(m, "readZeroTemplate", a.forming.ReadZeroTemplate)
	rpc.Handle(m, "saveZeroTemplate", a.SaveZeroTemplate)

	rpc.HandleStream(m, "backup", a.Backup)
	rpc.HandleStream(m, "checkBackup", a.CheckBackup)
	rpc.HandleStream(m, "restore", a.Restore)
	rpc.HandleFiles(m, "mergeOpen", a.incoming.MergeOpen)
	rpc.Handle(m, "mergeFrom", a.MergeFrom)
	rpc.Handle(m, "mergePlan", underLock(a.mu, a.incoming.MergePlan))
	rpc.Handle(m, "mergeItems", underLock(a.mu, a.incoming.MergeItems))
	rpc.Handle(m, "mergeDecide", underLock(a.mu, a.incoming.MergeDecide))
	rpc.Handle(m, "mergeApply", underLock(a.mu, a.incoming.MergeApply))
	rpc.Handle(m, "mergeClose", underLock(a.mu, a.incoming.MergeClose))
	rpc.HandleFiles(m, "handover", a.Handover)
	rpc.Handle(m, "reconcile", a.Reconcile)
	rpc.Handle(m, "logs", a.Logs)
	rpc.Handle(m, "log", a.Log)

	rpc.HandleFiles(m, "openTable", a.tables.OpenTable, sheet.MaxBytes)
	rpc.HandleFiles(m, "unpackBook", a.tables.UnpackBook, sheet.MaxBytes)
	rpc.Handle(m, "encodeTable", underLock(a.mu, a.tables.EncodeTable))
	rpc.Handle(m, "mapTable", underLock(a.mu, a.tables.MapTable))
	rpc.Handle(m, "checkTable", underLock(a.mu, a.tables.CheckTable))
	rpc.Handle(m, "tableRows", underLock(a.mu, a.tables.TableRows))
	rpc.Handle(m, "importTable", underLock(a.mu, a.tables.ImportTable))
	rpc.Handle(m, "refusedRows", underLock(a.mu, a.tables.RefusedRows))
	rpc.Handle(m, "closeTable", underLock(a.mu, a.tables.CloseTable))
	rpc.Handle(m, "tablePresets", underLock(a.mu, a.tables.TablePresets))
	rpc.Handle(m, "saveTablePreset", underLock(a.mu, a.tables.SaveTablePreset))
	rpc.Handle(m, "deleteTablePreset", underLock(a.mu, a.tables.DeleteTablePreset))
	rpc.Handle(m, "ownResults", underLock(a.mu, a.tables.OwnResults))
	rpc.Handle(m, "saveOwnResults", underLock(a.mu, a.tables.SaveOwnResults))
	rpc.Handle(m, "deleteOwnResult", underLock(a.mu, a.tables.DeleteOwnResult))
	rpc.Handle(m, "ownWords", underLock(a.mu, a.tables.OwnWords))
	rpc.Handle(m, "saveOwnWords", underLock(a.mu, a.tables.SaveOwnWords))
	rpc.Handle(m, "deleteOwnWord", underLock(a.mu, a.tables.DeleteOwnWord))

	rpc.HandleFiles(m, "openArchive", a.OpenArchive)
	rpc.Handle(m, "openedArchives", a.OpenedArchives)
	rpc.Handle(m, "openedArchive", a.OpenedArchive)
	rpc.HandleFiles(m, "saveOpened", a.SaveOpened)
	rpc.Handle(m, "acceptOpened", a.AcceptOpened)
	rpc.Handle(m, "closeOpened", a.CloseOpened)

	rpc.Handle(m, "searchCodes", a.SearchCodes)
	rpc.Handle(m, "suggestCodes", a.SuggestCodes)
	rpc.Handle(m, "chooseCode", a.ChooseCode)
	rpc.Handle(m, "frequentCodes", a.Frequent)
	rpc.Handle(m, "favouriteCode", a.Favourite)
	rpc.Handle(m, "learned", a.Learned)
	rpc.Handle(m, "forgetChoices", a.ForgetChoices)
	rpc.Handle(m, "codeTree", a.CodeTree)
	rpc.Handle(m, "searchBodies", a.SearchBodies)
	rpc.Handle(m, "saveBody", a.SaveBody)
	rpc.Handle(m, "matchNames", a.MatchNames)
	rpc.Handle(m, "deleteBody", a.DeleteBody)
	rpc.Handle(m, "format", a.Format)
	rpc.Handle(m, "packs", a.Packs)
	rpc.HandleFiles(m, "readPack", a.ReadPack, packs.LargestPack)
	rpc.Handle(m, "takePack", a.TakePack)
	rpc.Handle(m, "resetPack", a.ResetPack)
	rpc.HandleFiles(m, "exportPacks", a.ExportPacks)
	rpc.HandleFiles(m, "loadFormat", a.LoadFormat)
	rpc.Handle(m, "resetFormat", a.ResetFormat)
	return m
}

// underLock wraps a method of a room so that it runs under the lock.
func underLock[Req, Res any](
	mu sync.Locker, f func(context.Context, Req) (Res, error),
) func(context.Context, Req) (Res, error) {
	return func(ctx context.Context, req Req) (Res, error) {
		mu.Lock()
		defer mu.Unlock()
		return f(ctx, req)
	}
}

// Tables returns the constant tables that page and core share, by their names in TypeScript.
func Tables() map[string]any {
	return map[string]any{
		"statuses": appeal.Statuses,
		"fields":   appeal.Fields,
		"rules":    rules.Table,
		"formats":  appeal.Formats,

		"tableTargets": table.Targets,
		"wordFields":   packs.WordFields,
		"tableStates":  tables.TableStates,

		"archiveModes":  forming.ArchiveModes,
		"archiveStates": journal.ArchiveStates,
		"presetPeriods": forming.PresetPeriods,

		"reconcileKinds": ReconcileKinds,

		"autoLocks": AutoLocks,

		"fileKinds": recognise.Kinds,
	}
}
