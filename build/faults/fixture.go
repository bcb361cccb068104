package faults

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/store"
)

const (
	profileID = "first"
	bodyID    = "89729055-843A-4EEB-88E1-71535B245D6F"
	bodyName  = "Администрация села Примерное"
)

// october is the reporting month of all appeals of the harness.
var october = appeal.Month{Year: 2026, Month: 10}

// invented returns an appeal that belongs in the archive of october.
func (r *run) invented(number string) appeal.Appeal {
	day := time.Date(2026, 10, 6, 9, 0, 0, 0, time.UTC)
	return appeal.Appeal{ID: uuid.NewString(), ProfileID: profileID, Created: day, Modified: day, IsDirect: true,
		Format: appeal.Other, Number: number,
		IncomingDate: "2026-10-05", RegistrationDate: "2026-10-06", Name: "Образцов Иван Петрович",
		Address: "с. Примерное, ул. Полевая, д. " + number,
		Questions: []appeal.Question{
			{ID: uuid.NewString(), Code: "0003.0009.0097.0694", Status: appeal.Explained, ResponseDate: "2026-10-20"}},
		History: []appeal.Revision{{At: day, Who: "Образцова А. П."}}}
}

// fresh returns n appeals with unused numbers, the first of them with answer files of size
// bytes.
func (r *run) fresh(n, files, size int) ([]appeal.Appeal, map[string][]byte) {
	var list []appeal.Appeal
	bytes := map[string][]byte{}
	for i := range n {
		r.serial++
		ap := r.invented(fmt.Sprintf("%d-ОГ", r.serial))
		if i < files {
			data := make([]byte, size)
			for j := range data {
				data[j] = byte(r.random.Uint32())
			}
			sum := sha256.Sum256(data)
			id := uuid.Must(uuid.NewV7()).String()
			bytes[id] = data
			ap.Questions[0].Attachment = &appeal.Attachment{FileID: id, Name: "Ответ.pdf", Size: int64(size),
				SHA256: hex.EncodeToString(sum[:])}
		}
		list = append(list, ap)
	}
	return list, bytes
}

// added adds these appeals to a register.
func added(to register, list []appeal.Appeal) {
	s := stored{register: to, ids: map[string]string{}}
	for _, ap := range list {
		sums := map[string]string{}
		for _, q := range ap.Questions {
			if q.Attachment != nil {
				sums[q.Attachment.FileID] = q.Attachment.SHA256
			}
		}
		s.appeal(ap, sums)
	}
}

// file returns a backup or a hand-over file with appeals.
func file(kind string, list []appeal.Appeal, files map[string][]byte) ([]byte, error) {
	d := exchange.Dump{Head: exchange.Head{Created: time.Now().UTC(), Program: "0.1.0", Version: store.Version(),
		Kind: kind},
		Text:   map[string]map[string]json.RawMessage{},
		Binary: map[string]map[string][]byte{string(store.Files): files}}
	put := func(table store.Table, key string, v any) error {
		data, err := json.Marshal(v)
		if d.Text[string(table)] == nil {
			d.Text[string(table)] = map[string]json.RawMessage{}
		}
		d.Text[string(table)][key] = data
		return err
	}
	if err := put(store.Profiles, profileID,
		appeal.Profile{ID: profileID, Name: bodyName, DepartmentID: bodyID, PersonID: "УИУЛ-000001",
			PersonName: "Образцова А. П.", Position: "Делопроизводитель"}); err != nil {
		return nil, err
	}
	for _, ap := range list {
		if err := put(store.Appeals, ap.ID, ap); err != nil {
			return nil, err
		}
	}
	return exchange.WriteBackup(d)
}

// csv returns a table for import.
func csv(list []appeal.Appeal) []byte {
	var b strings.Builder
	b.WriteString("Рег. №;Дата поступления;Дата регистрации;ФИО;Адрес;Код вопроса;Статус;Дата ответа;Напрямую\n")
	for _, ap := range list {
		q := ap.Questions[0]
		fmt.Fprintf(&b, "%s;%s;%s;%s;%s;%s;%s;%s;да\n", ap.Number, ap.IncomingDate.Russian(),
			ap.RegistrationDate.Russian(), ap.Name, ap.Address,
			q.Code, q.Status, q.ResponseDate.Russian())
	}
	return []byte(b.String())
}
