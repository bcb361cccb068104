package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/explain"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// CheckBackupReq comes with a backup file.
type CheckBackupReq struct {
	Passphrase string `json:"passphrase"` // "" = the file has none
}

// CheckBackupRes describes the content of a backup. Damage is nil if the file is undamaged.
type CheckBackupRes struct {
	Created  string        `json:"created"` // "" = unknown
	Program  string        `json:"program"`
	Content  string        `json:"content"` // see [BackupRes]
	Appeals  int           `json:"appeals"`
	Archives int           `json:"archives"`
	Files    int           `json:"files"`
	Bytes    int64         `json:"bytes"` // of the answer files
	Damage   *BackupDamage `json:"damage,omitempty"`
}

// BackupDamage describes the damage of a backup. The counts of [CheckBackupRes] then are those of the
// readable part.
type BackupDamage struct {
	Text      string   `json:"text"`
	OfAppeals int      `json:"ofAppeals"` // in the undamaged file; 0 = unknown
	OfFiles   int      `json:"ofFiles"`
	Missing   []string `json:"missing"` // other missing parts, for people
}

// CheckBackup reads a backup and reports its content. It changes nothing.
func (a *App) CheckBackup(ctx context.Context, req CheckBackupReq, blobs []rpc.Blob) (CheckBackupRes, error) {
	blobs, err := decrypted(ctx, blobs, req.Passphrase)
	if err != nil {
		return CheckBackupRes{}, err
	}
	b, content, err := wholeBackup(ctx, blobs)
	if err == nil {
		return content.describe(b), nil
	}
	var refused *exchange.RefusedError
	if !errors.As(err, &refused) || !refused.Damaged {
		return CheckBackupRes{}, explain.Error(err)
	}
	b, content, rest := readableBackup(ctx, blobs)
	switch {
	case errors.As(rest, new(*exchange.RefusedError)):
		return CheckBackupRes{}, explain.Error(err) // nothing is readable: the first error explains it
	case rest != nil:
		return CheckBackupRes{}, explain.Error(rest)
	}
	res := content.describe(b)
	text := refused.Text
	if refused.Unreadable { // the rows that were found show that it was a backup
		text = "Резервная копия повреждена или скопирована не полностью"
	}
	res.Damage = &BackupDamage{Text: text + ".", OfAppeals: b.Head.Rows[string(store.Appeals)],
		OfFiles: b.Head.Rows[string(store.Files)] + b.Head.Rows[string(store.Parts)], Missing: content.missing(b)}
	return res, nil
}

func (c *backupContent) describe(b *exchange.Backup) CheckBackupRes {
	res := CheckBackupRes{Created: office.FormatTime(b.Head.Created), Program: b.Head.Program, Content: b.Content,
		Appeals: len(c.rows[store.Appeals]), Archives: len(c.rows[store.Archives]), Files: len(b.Files)}
	for _, f := range b.Files {
		res.Bytes += f.Size
	}
	return res
}

// backupContent has the rows of a backup that this program can store.
type backupContent struct {
	rows  map[store.Table]map[string][]byte
	files map[store.Table]map[string]bool
	lost  []string // missing answer files that records name, for people
}

// decrypted returns the content of an encrypted file, and any other file as it is.
func decrypted(ctx context.Context, blobs []rpc.Blob, passphrase string) ([]rpc.Blob, error) {
	blob, err := oneBlob(blobs)
	if err == nil {
		blob, err = incoming.Decrypt(ctx, blob, passphrase)
	}
	return []rpc.Blob{blob}, err
}

func oneBlob(blobs []rpc.Blob) (rpc.Blob, error) {
	if len(blobs) != 1 {
		return nil, rpc.Problem("file", "Файл не выбран.", "Выберите файл резервной копии.")
	}
	return blobs[0], nil
}

// wholeBackup opens an undamaged backup.
func wholeBackup(ctx context.Context, blobs []rpc.Blob) (*exchange.Backup, *backupContent, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return nil, nil, err
	}
	b, err := exchange.Open(blob, blob.Size())
	if err != nil {
		return nil, nil, err
	}
	if b.Head.Version > store.Version() {
		return nil, nil, &exchange.RefusedError{Text: newerBackup, Newer: true}
	}
	if b.Head.Kind == exchange.KindHandover {
		return nil, nil,
			rpc.Problem("handover", "Это файл передачи, а не резервная копия: в нём только часть обращений.",
				"Возьмите обращения из него в разделе «Обмен» → «Объединить с файлами коллег». В реестре ничего не "+
					"изменилось.")
	}
	if err := b.Verify(incoming.Reading(ctx, "Проверяем файл, МБ")); err != nil {
		return nil, nil, err
	}
	c, err := readContent(ctx, b, false)
	return b, c, err
}

const newerBackup = "Резервная копия сделана более новой версией программы"

// readableBackup opens the readable part of a damaged backup.
func readableBackup(ctx context.Context, blobs []rpc.Blob) (*exchange.Backup, *backupContent, error) {
	blob, err := oneBlob(blobs)
	if err != nil {
		return nil, nil, err
	}
	b, err := exchange.Salvage(blob, blob.Size(), incoming.Reading(ctx, "Ищем, что читается, МБ"))
	if err != nil {
		return nil, nil, err
	}
	if b.Head.Version > store.Version() {
		return nil, nil, &exchange.RefusedError{Text: newerBackup, Newer: true}
	}
	b.Files = slices.DeleteFunc(b.Files, func(f exchange.File) bool { return !store.IsBinary(store.Table(f.Table)) })
	c, err := readContent(ctx, b, true)
	if err == nil {
		err = c.dropLostFiles()
	}
	return b, c, err
}

// maxObjects limits the appeals, questions, recipients and changes in a backup together. Each needs far
// more memory than bytes in the file. The limit allows fifteen for each of 100,000 appeals.
const maxObjects = 1_500_000

// maxInAppeal limits the questions, recipients and changes of one appeal together.
const maxInAppeal = 10_000

// readContent reads the rows. If the program could not start with a row, it refuses the file, or omits
// the row if lenient.
func readContent(ctx context.Context, b *exchange.Backup, lenient bool) (*backupContent, error) {
	c := &backupContent{rows: map[store.Table]map[string][]byte{}, files: map[store.Table]map[string]bool{}}
	for _, f := range b.Files {
		table := store.Table(f.Table)
		if !store.IsBinary(table) || c.files[table][f.Key] {
			return nil, refuseRow(f.Table, f.Key)
		}
		if c.files[table] == nil {
			c.files[table] = map[string]bool{}
		}
		c.files[table][f.Key] = true
	}
	rows, objects := 0, 0
	err := b.Rows(func(name, key string, data []byte) error {
		if rows++; rows%1000 == 0 {
			if err := rpc.Report(ctx, rows, rows, "Проверяем записи"); err != nil {
				return err
			}
		}
		table := store.Table(name)
		if table == store.Appeals {
			n := bytes.Count(data, []byte{'{'})
			if n > maxInAppeal {
				return refuseRow(name, key)
			}
			if objects += n; objects > maxObjects {
				return &exchange.RefusedError{
					Text: fmt.Sprintf("В резервной копии больше %d вопросов и других частей обращений: это предел",
						maxObjects)}
			}
		}
		switch err := checkRow(table, key, data); {
		case err != nil && lenient:
			return nil
		case err != nil || c.rows[table][key] != nil:
			return refuseRow(name, key)
		}
		if c.rows[table] == nil {
			c.rows[table] = map[string][]byte{}
		}
		c.rows[table][key] = data
		return nil
	})
	return c, err
}

func refuseRow(table, key string) error {
	return &exchange.RefusedError{Text: fmt.Sprintf("В резервной копии непонятная запись: «%s/%s»", table, key),
		Damaged: true}
}

// checkRow does what [App.load] will do with a row, so that a restored register always opens.
func checkRow(table store.Table, key string, data []byte) error {
	if err := store.Migrations.Check([]store.Op{{Table: table, Key: key, Rev: store.AnyRev, Data: data}}); err != nil {
		return err
	}
	if !store.Migrations.IsText(table) {
		return store.ErrInvalid
	}
	row := store.Row{Key: key, Rev: 1, Data: data}
	switch table {
	case store.Appeals:
		_, err := appeal.Unmarshal(data)
		return err
	case store.Profiles:
		return new(office.Office).LoadProfile(row)
	case store.Archives:
		return new(journal.Journal).LoadArchive(row)
	case store.Actions:
		return json.Unmarshal(data, new(ledger.Action))
	case store.Bodies:
		return (&packs.Editions{Bodies: map[string]packs.Body{}}).LoadBody(row)
	case store.Packs:
		return new(packs.Editions).Load(row)
	case store.Settings:
		return (&App{office: new(office.Office)}).takeSetting(row)
	}
	if !json.Valid(data) {
		return store.ErrInvalid
	}
	return nil
}
