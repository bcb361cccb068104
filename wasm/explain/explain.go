// Package explain turns errors of the other packages into Russian sentences
// that say what happened and what to do.
package explain

import (
	"context"
	"errors"
	"fmt"

	"rroform/wasm/archive"
	"rroform/wasm/container"
	"rroform/wasm/exchange"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
	"rroform/wasm/zipdir"
)

// storeTexts says to a person what a store could not do.
var storeTexts = []struct {
	err  error
	code string
	text string
	hint string
}{
	{store.ErrConflict, rpc.CodeConflict, "Эта запись уже изменена в другой вкладке или окне.",
		"Загрузите её заново и повторите изменение: ничего из сохранённого там не потеряно."},
	{store.ErrQuota, "quota", "На диске или в хранилище браузера нет места.",
		"Освободите место на диске: очистите корзину и папку «Загрузки». Введённое остаётся на экране и сохранится само, как только место появится. На всякий случай сохраните данные в файл."},
	{store.ErrDisk, "quota", "Браузер не смог записать данные на диск: скорее всего, на нём кончилось место.",
		"Освободите место на диске: очистите корзину и папку «Загрузки». Записанное раньше не пострадало, введённое остаётся на экране и сохранится само, как только место появится. На всякий случай сохраните данные в файл."},
	{store.ErrWiped, "wiped", "Браузер очистил хранилище, пока программа была открыта: записей на этом компьютере больше нет.",
		"Не закрывайте вкладку: обращения ещё есть в её памяти. Сохраните данные в файл, обновите страницу и возьмите их оттуда: «Обмен» → «Восстановить из резервной копии»."},
	{store.ErrDamaged, "damaged", "Запись в хранилище повреждена.",
		"Обновите страницу: программа отложит эту запись и покажет, что можно вернуть. Остальное не пострадало."},
	{store.ErrBlocked, "blocked", "База данных занята другой вкладкой с прежней версией программы.",
		"Закройте остальные вкладки с РРО-формой и нажмите «Перезапустить»."},
	{store.ErrNewer, "newer", "База данных создана более новой версией программы.",
		"Откройте новую версию файла РРО-формы: эта слишком старая и могла бы испортить данные."},
	{store.ErrClosed, "closed", "Хранилище браузера закрылось.", "Нажмите «Перезапустить»."},
	{store.ErrNotFound, "notFound", "Этой записи уже нет.", "Возможно, она удалена в другой вкладке. Обновите список."},
	{store.ErrLocked, "locked", "Данные заблокированы паролем.", "Введите пароль."},
	{store.ErrGone, "moved", "Данные изменены в другой вкладке: там поставили, сменили или сняли пароль, удалили обращения по сроку или стёрли всё.",
		"Обновите эту вкладку (F5). То, что введено здесь и не сохранено, сначала скопируйте."},
	{vault.ErrStripped, "stripped", "Пароль снят не этой программой: данные на этом компьютере остались зашифрованными, а сведения о пароле пропали или подменены.",
		"Ничего не стёрто и не записано. Закройте чужие HTML-файлы, открытые в этом браузере, и скажите администратору. Прочитать эти данные уже нельзя: сотрите всё и восстановите обращения из резервной копии."},
	{vault.ErrPassphrase, "wrongPassphrase", "Пароль не подходит.", "Проверьте раскладку клавиатуры и Caps Lock и введите пароль ещё раз. Ничего не изменилось."},
	{container.ErrPassphrase, "wrongPassphrase", "Пароль к этому файлу не подходит.", "Проверьте раскладку клавиатуры и Caps Lock, уточните пароль у того, кто создал файл. Ничего не изменилось."},
	{container.ErrForeign, "refused", "Этот файл зашифрован не паролем или не этой программой.", "Попросите создать его ещё раз с паролем. Ничего не изменилось."},
	{container.ErrCut, "refused", "Файл скопирован не полностью: конца у него нет.", "Скопируйте его заново. Ничего не изменилось."},
	{container.ErrEnd, "refused", "Конец файла не читается: файл скопирован не полностью или изменён.", "Скопируйте его заново. Ничего не изменилось."},
	{container.ErrChanged, "refused", "Файл изменён или повреждён: он не тот, что был создан под этим паролем.", "Скопируйте его заново или попросите создать ещё раз. Ничего не изменилось."},
	{store.ErrNoStore, "noStore", "Браузер не даёт хранить данные.", "Откройте файл в обычном, не приватном окне или в другом браузере. Если хранение запретил администратор, обратитесь к нему."},
	{store.ErrInvalid, rpc.CodeInternal, "Программа попыталась записать то, чего хранилище не принимает.", "Ничего не записано. Сообщите об этом разработчикам."},
	{zipdir.ErrTooMany, "refused", "В архиве слишком много файлов.", "Проверьте, тот ли файл выбран. Ничего не изменилось."},
	{context.DeadlineExceeded, "timeout", "Браузер не ответил вовремя.", "Закройте другие вкладки и повторите действие."},
}

// Error returns an *[rpc.Error] for an error of another package. A cancellation
// and an *rpc.Error pass through as they are.
func Error(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	var spoken *rpc.Error
	if errors.As(err, &spoken) {
		return err
	}
	for _, row := range storeTexts {
		if errors.Is(err, row.err) {
			return &rpc.Error{Code: row.code, Text: row.text, Hint: row.hint}
		}
	}
	var refused *exchange.RefusedError
	if errors.As(err, &refused) && refused.Newer {
		return &rpc.Error{Code: "newer", Text: refused.Text + ".", Hint: "Откройте новую версию файла РРО-формы и восстановите копию в ней. В реестре ничего не изменилось."}
	}
	if errors.As(err, &refused) {
		return &rpc.Error{Code: "refused", Text: refused.Text + ".", Hint: "В реестре ничего не изменилось."}
	}
	var open *archive.OpenError
	if errors.As(err, &open) {
		return &rpc.Error{Code: "refused", Text: open.Text + ".", Hint: "Проверьте, тот ли файл выбран. Ничего не изменилось."}
	}
	return fmt.Errorf("storage: %w", err)
}
