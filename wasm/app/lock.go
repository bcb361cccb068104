package app

import (
	"context"
	"errors"
	"slices"

	"rroform/wasm/explain"
	"rroform/wasm/office"
	"rroform/wasm/passphrase"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
)

// AutoLocks are the choices for the minutes without input before the register locks.
var AutoLocks = []int{5, 15, 30, 60}

const usualAutoLock = 15

// locked reports whether calls must wait for [App.Unlock].
func (a *App) locked() bool { return a.vault != nil && a.vault.Locked() }

// UnlockReq has the passphrase.
type UnlockReq struct {
	Passphrase string `json:"passphrase"`
}

// Unlock unlocks the register and returns what [App.Hello] would have returned.
func (a *App) Unlock(ctx context.Context, req UnlockReq) (HelloRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.locked() {
		return HelloRes{}, rpc.Problem("notLocked", "Данные не заблокированы.", "Обновите страницу (F5).")
	}
	if err := a.vault.Unlock(req.Passphrase); err != nil {
		return HelloRes{}, explain.Error(err)
	}
	if err := a.firstLoad(ctx); err != nil {
		return HelloRes{}, err
	}
	return a.hello(), nil
}

// SetLockReq has the old and the new passphrase.
type SetLockReq struct {
	Old string `json:"old"` // "" = the register has none
	New string `json:"new"` // "" = remove the passphrase
}

// SetLock sets, changes or removes the passphrase of the register. It encrypts all rows again under a
// new key. The clerk can cancel it; it changes nothing unless it finishes.
func (a *App) SetLock(ctx context.Context, req SetLockReq) (HelloRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.canLock(&req); err != nil {
		return HelloRes{}, err
	}
	var err error
	switch {
	case req.Old == "":
		err = a.vault.SetLock(ctx, req.New, copyProgress(ctx, "Шифруем данные"))
	case req.New == "":
		err = a.vault.RemoveLock(ctx, req.Old, copyProgress(ctx, "Снимаем шифрование"))
	default:
		err = a.vault.ChangeLock(ctx, req.Old, req.New, copyProgress(ctx, "Шифруем данные новым ключом"))
	}
	if errors.Is(err, store.ErrDamaged) {
		err = rpc.Problem("damaged", "Среди данных есть повреждённая запись: переписать её под другим ключом нельзя. "+
			"Ничего не изменилось.",
			"Сначала решите, что с ней делать: «Обмен» → «Повреждённые записи». Потом повторите.")
	}
	if errors.Is(err, store.ErrQuota) {
		err = rpc.Problem("quota", "На диске не хватает места: на время шифрования его нужно столько же, сколько "+
			"занимают данные. Ничего не изменилось.",
			"Освободите место на диске и повторите.")
	}
	if err != nil {
		return HelloRes{}, explain.Error(err)
	}
	return a.hello(), nil
}

func (a *App) canLock(req *SetLockReq) error {
	switch guarded := a.vault != nil && a.vault.Guarded(); {
	case a.vault == nil:
		return rpc.Problem("noStore", "Пароль поставить нельзя: браузер не даёт хранить данные, шифровать нечего.",
			"Откройте программу в обычном, не приватном окне.")
	case guarded && req.Old == "":
		return rpc.Problem("old", "Не введён действующий пароль.",
			"Введите его: без него пароль не сменить и не снять.")
	case !guarded && (req.Old != "" || req.New == ""):
		return rpc.Problem("moved", "Пароля сейчас нет.", "Обновите страницу (F5).")
	case req.New != "":
		return unfitPassphrase(req.New)
	}
	return nil
}

// unfitPassphrase returns why a new passphrase is refused; nil = it is accepted.
func unfitPassphrase(s string) error {
	switch {
	case passphrase.Short(s):
		return rpc.Problem("short", "Пароль слишком короткий: нужно не меньше восьми знаков.",
			"Лучше всего три-четыре несвязанных слова, которые вы запомните.")
	case passphrase.Weak(s):
		return rpc.Problem("weak", "Такой пароль подбирают первым: это частое слово, соседние клавиши или повтор "+
			"немногих знаков.",
			"Возьмите три-четыре несвязанных слова или нажмите «Предложить пароль». Ничего не изменилось.")
	}
	return nil
}

// ProposePassphraseReq is empty.
type ProposePassphraseReq struct{}

// ProposePassphraseRes has a passphrase of random words.
type ProposePassphraseRes struct {
	Passphrase string `json:"passphrase"`
}

// ProposePassphrase returns a passphrase for the clerk to write down. It is not stored.
func (a *App) ProposePassphrase(context.Context, ProposePassphraseReq) (ProposePassphraseRes, error) {
	return ProposePassphraseRes{passphrase.Propose()}, nil
}

// copyProgress reports how many rows are encrypted again.
func copyProgress(ctx context.Context, text string) func(done, total int) error {
	return func(done, total int) error { return rpc.Report(ctx, done, total, text) }
}

// SetAutoLockReq has one of [AutoLocks].
type SetAutoLockReq struct {
	Minutes int `json:"minutes"`
}

// SetAutoLock sets the minutes without input before the register locks.
func (a *App) SetAutoLock(ctx context.Context, req SetAutoLockReq) (HelloRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !slices.Contains(AutoLocks, req.Minutes) {
		return HelloRes{}, rpc.Problem("minutes", "Такого срока нет.", "Выберите срок из списка.")
	}
	if _, err := a.ledger.Put(ctx, store.Settings, office.SettingAutoLock, store.AnyRev, req.Minutes); err != nil {
		return HelloRes{}, explain.Error(err)
	}
	a.autoLock = req.Minutes
	return a.hello(), nil
}

// VaultOptions configure the vault for the tables of the program: which keys contain personal data,
// and which tables are too large to be read at once.
func VaultOptions(databases vault.Databases, name string) vault.Options {
	return vault.Options{Databases: databases, Name: name, Work: usualWork,
		HideKeys: []store.Table{store.Choices, store.Mappings}, Large: append(slices.Clone(heavyTables), store.Logs)}
}
