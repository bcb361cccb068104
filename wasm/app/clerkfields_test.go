package app_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/rules"
	"rroform/wasm/scenario"
)

// These methods translate accessible names of the page into paths of the model, by
// the labels of appeal.Fields.

func (c *clerk) Check(scope scenario.Scope, checkbox string, on bool) error {
	return c.set(scope, checkbox, on)
}

func (c *clerk) Fill(scope scenario.Scope, field, text string) error {
	return c.set(scope, field, text)
}

func (c *clerk) Code(scope scenario.Scope, combobox, code string) error {
	if err := c.set(scope, combobox, code); err != nil {
		return err
	}
	path, _ := c.path(scope)
	if q, _ := questionAt(&c.card.Appeal, path); q.Code == "" || c.card.Titles[q.Code] == "" {
		return fmt.Errorf("no option %s", code)
	}
	return nil
}

func (c *clerk) Choose(scope scenario.Scope, group, option string) error {
	if c.screen == "Архив" && group == "Какие обращения" && !c.zero.Declared {
		for _, row := range forming.ArchiveModes {
			if row.Label == option {
				c.plan.Mode = row.Mode
				return nil
			}
		}
	}
	if option != "Да" && option != "Нет" {
		return fmt.Errorf("no radio %q", option)
	}
	return c.set(scope, group, option == "Да")
}

var monthNames = []string{"январь", "февраль", "март", "апрель", "май", "июнь",
	"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}

func (c *clerk) Select(scope scenario.Scope, list, option string) error {
	switch list {
	case "Год", "Месяц":
		return c.selectMonth(list, option)
	case "Статус":
		for _, row := range appeal.Statuses {
			if row.Label == option {
				return c.set(scope, list, row.Status)
			}
		}
	case "Формат обращения":
		for _, row := range appeal.Formats {
			if row.Label == option {
				return c.set(scope, list, row.Value)
			}
		}
	}
	return fmt.Errorf("no option %q in «%s»", option, list)
}

// selectMonth sets the month of the zero report when that is ticked.
func (c *clerk) selectMonth(list, option string) error {
	if c.screen != "Архив" || !c.zero.Declared && c.plan.Mode != journal.ModeMonth {
		return fmt.Errorf("no list %q on «%s»", list, c.screen)
	}
	m := &c.plan.Month
	if c.zero.Declared {
		m = &c.zero.Month
	}
	if list == "Год" {
		year, err := strconv.Atoi(option)
		m.Year = year
		c.judge()
		return err
	}
	m.Month = slices.Index(monthNames, option) + 1
	c.judge()
	if m.Month == 0 {
		return fmt.Errorf("no month %q", option)
	}
	return nil
}

func (c *clerk) judge() {
	if c.judged = (forming.ZeroRes{}); c.zero.Declared {
		c.must("checkZero", forming.ZeroReq{Zero: c.zero}, &c.judged)
	}
}

func (c *clerk) Attach(scope scenario.Scope, input, fileName string, content []byte) error {
	var res app.PutFileRes
	c.must("putFile", app.PutFileReq{Files: []rules.FileInfo{{Name: fileName, Size: int64(len(content))}}}, &res,
		content)
	if res.Attachment == nil {
		return fmt.Errorf("not taken: %+v", res.Findings)
	}
	return c.set(scope, input, res.Attachment)
}

// set puts a value into the field with the label and saves.
func (c *clerk) set(scope scenario.Scope, label string, value any) error {
	switch {
	case c.screen == "Настройки":
		if err := setField(&c.profile.Profile, "", "profile.", label, value); err != nil {
			return err
		}
		c.must("saveProfile", app.SaveProfileReq{Profile: c.profile.Profile}, &c.profile)
		return nil
	case c.screen == "Архив" && !c.zero.Declared &&
		(c.plan.Mode == journal.ModeEntered || c.plan.Mode == journal.ModeRegistered) && isText(value):
		return setField(&c.plan, "", "period.", label, value)
	case c.screen == "Архив":
		if err := setField(&c.zero, "", "zero.", label, value); err != nil {
			return err
		}
		c.judge()
		return nil
	}
	path, err := c.path(scope)
	if err != nil {
		return err
	}
	if err := c.asked(scope, path, label); err != nil {
		return err
	}
	if label == "Орган-получатель" { // one box for name and GUID: the core parts them
		if err := setField(&c.card.Appeal, path, "", label, ""); err != nil {
			return err
		}
		c.transferAt(path).DepartmentName = value.(string)
	} else if err := setField(&c.card.Appeal, path, "", label, value); err != nil {
		return err
	}
	c.save()
	return nil
}

func isText(value any) bool { _, ok := value.(string); return ok }

// asked refuses what the page does not show: fields that the question's status
// does not take.
func (c *clerk) asked(scope scenario.Scope, path, label string) error {
	if len(scope) == 0 {
		return nil
	}
	q, ok := questionAt(&c.card.Appeal, path)
	if !ok || !exists(&c.card.Appeal, path) {
		return fmt.Errorf("no group %q", scope[len(scope)-1])
	}
	row, _ := appeal.StatusOf(q.Status)
	need := map[string]appeal.Need{"Дата ответа": row.Response, "Меры приняты": row.Measures,
		"Файл ответа": row.File}[label]
	if len(scope) > 1 {
		need = row.Transfer
	}
	if need == appeal.Absent {
		return fmt.Errorf("status %q does not ask for «%s»", row.Label, label)
	}
	return nil
}

// path turns the groups into the beginning of a path: "questions.0.transfers.1.".
func (c *clerk) path(scope scenario.Scope) (string, error) {
	if !c.open {
		return "", fmt.Errorf("no card is open")
	}
	path := ""
	for i, want := range []string{"Вопрос ", "Получатель "} {
		if i >= len(scope) {
			break
		}
		text, ok := strings.CutPrefix(scope[i], want)
		n, err := strconv.Atoi(text)
		if !ok || err != nil || n < 1 {
			return "", fmt.Errorf("no group %q", scope[i])
		}
		path += []string{"questions.", "transfers."}[i] + strconv.Itoa(n-1) + "."
	}
	return path, nil
}

func questionAt(ap *appeal.Appeal, path string) (*appeal.Question, bool) {
	var n int
	if _, err := fmt.Sscanf(path, "questions.%d.", &n); err != nil || n >= len(ap.Questions) {
		return &appeal.Question{}, false
	}
	return &ap.Questions[n], true
}

func (c *clerk) transferAt(path string) *appeal.Transfer {
	var n, m int
	fmt.Sscanf(path, "questions.%d.transfers.%d.", &n, &m)
	return &c.card.Appeal.Questions[n].Transfers[m]
}

func exists(ap *appeal.Appeal, path string) bool {
	var n, m int
	q, ok := questionAt(ap, path)
	if _, err := fmt.Sscanf(path, "questions.%d.transfers.%d.", &n, &m); err == nil {
		return ok && m < len(q.Transfers)
	}
	return ok
}

// setField finds the field by its label below the path and sets the value by JSON, as the page does.
func setField(into any, path, family, label string, value any) error {
	for _, f := range appeal.Fields {
		name, ok := strings.CutPrefix(f.Path, family+appeal.GenericPath(path))
		if !ok || f.Label != label || strings.Contains(name, ".") {
			continue
		}
		data, err := json.Marshal(into)
		if err != nil {
			return err
		}
		var root any
		if err := json.Unmarshal(data, &root); err != nil {
			return err
		}
		at := root
		for _, part := range strings.Split(strings.TrimSuffix(path, "."), ".") {
			switch v := at.(type) {
			case map[string]any:
				if part != "" {
					at = v[part]
				}
			case []any:
				n, _ := strconv.Atoi(part)
				at = v[n]
			}
		}
		at.(map[string]any)[name] = value
		if data, err = json.Marshal(root); err != nil {
			return err
		}
		return json.Unmarshal(data, into)
	}
	return fmt.Errorf("no field %q in %q", label, path)
}
