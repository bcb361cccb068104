package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/store"
)

// tableWords are the names of tables for people.
var tableWords = map[store.Table]string{
	store.Profiles: "профили органа", store.Appeals: "обращения", store.Bodies: "органы-получатели",
	store.Actions: "отменяемые действия",
	store.Presets: "настройки выгрузки", store.Archives: "журнал архивов", store.Settings: "настройки программы",
	store.Files: "файлы ответов",
	store.Parts: "файлы сформированных архивов", store.Sources: "исходные записи открытых архивов",
	store.Opened: "открытые архивы",
	store.Logs:   "протоколы загрузок", store.Mappings: "настройки загрузки таблиц",
	store.Packs:   "загруженные справочники",
	store.Choices: "запомненный выбор кодов", store.Damaged: "повреждённые записи",
}

// missing lists what cannot be read from a damaged backup.
func (c *backupContent) missing(b *exchange.Backup) []string {
	var out []string
	for _, table := range store.Tables() {
		had := b.Head.Rows[string(table)]
		have := len(c.rows[table]) + len(c.files[table])
		if have < had {
			out = append(out, fmt.Sprintf("%s: читается %d из %d", tableWords[table], have, had))
		}
	}
	return append(out, c.lost...)
}

// dropLostFiles removes missing answer files from the records and remembers their names.
func (c *backupContent) dropLostFiles() error {
	for key, data := range c.rows[store.Appeals] {
		var ap appeal.Appeal
		if err := json.Unmarshal(data, &ap); err != nil {
			return err
		}
		gone := false
		for i := range ap.Questions {
			file := ap.Questions[i].Attachment
			if file == nil || c.files[store.Files][file.FileID] {
				continue
			}
			c.lost = append(c.lost, fmt.Sprintf("обращение %s: файл ответа «%s»", ap.ShownNumber(), file.Name))
			ap.Questions[i].Attachment, gone = nil, true
		}
		if !gone {
			continue
		}
		data, err := json.Marshal(ap)
		if err != nil {
			return err
		}
		c.rows[store.Appeals][key] = data
	}
	slices.Sort(c.lost)
	return nil
}
