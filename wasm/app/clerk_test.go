package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/rules"
	"rroform/wasm/scenario"
	"rroform/wasm/store"
)

// clerk plays scripts on the core in memory: it keeps what the page would
// keep (the open screen, the open card) and saves after every change, as the
// page does.
type clerk struct {
	*core
	store   store.Store // lasts from day to day
	screen  string
	card    app.Card // with the appeal that is being typed
	open    bool     // a card is open
	profile app.SaveProfileRes
	plan    forming.PlanReq // chosen on «Архив»
	zero    rules.Zero
	judged  forming.ZeroRes

	alert   string // what the last press was told
	zip     []byte // what it gave
	archive journal.Archive
}

func newClerk(t *testing.T) *clerk {
	s := store.NewMemory()
	return &clerk{core: newCore(t, s, "2026-01-01"), store: s}
}

// Today starts a day: the program opens its store again.
func (c *clerk) Today(day string) error {
	*c = clerk{core: newCore(c.t, c.store, day), store: c.store, screen: "Сегодня",
		plan: forming.PlanReq{Mode: journal.ModeMonth}}
	return nil
}

func (c *clerk) Open(screen string) error {
	if !slices.Contains([]string{"Сегодня", "Обращения", "Архив", "Настройки"}, screen) {
		return fmt.Errorf("no screen %q", screen)
	}
	c.screen, c.open = screen, false
	if screen == "Настройки" {
		var res app.ProfilesRes
		c.must("profiles", app.ProfilesReq{}, &res)
		c.profile = app.SaveProfileRes{Profile: res.Profiles[0].Profile, Findings: res.Profiles[0].Findings}
	}
	return nil
}

// Enter adds the question or the recipient when it is the next one.
func (c *clerk) Enter(scope scenario.Scope) error {
	if path, err := c.path(scope); err != nil || exists(&c.card.Appeal, path) {
		return err
	}
	inner := len(scope) - 1
	if err := c.Press(scope[:inner], scenario.AddButton(scope[inner])); err != nil {
		return err
	}
	if path, err := c.path(scope); err != nil || !exists(&c.card.Appeal, path) {
		return fmt.Errorf("no group %q: %v", scope[inner], err)
	}
	return nil
}

func (c *clerk) Press(scope scenario.Scope, button string) error {
	c.alert, c.zip, c.archive = "", nil, journal.Archive{}
	switch c.screen + "/" + button {
	case "Обращения/Новое обращение":
		return c.newCard()
	case "Обращения/Сохранить и следующее":
		if !c.open {
			return fmt.Errorf("no card is open")
		}
		c.save()
		return c.newCard()
	case "Обращения/Закрыть":
		c.open = false
		return nil
	case "Обращения/Добавить вопрос", "Обращения/Добавить получателя":
		return c.add(scope, button)
	case "Архив/Сформировать архив":
		c.build("build", c.plan)
		return nil
	case "Архив/Сформировать нулевой отчёт":
		if !c.zero.Declared {
			return fmt.Errorf("the zero report is not ticked")
		}
		c.build("buildZero", forming.ZeroReq{Zero: c.zero})
		return nil
	}
	return fmt.Errorf("no button %q on «%s»", button, c.screen)
}

// Follow opens the card of the appeal with that number.
func (c *clerk) Follow(_ scenario.Scope, number string) error {
	if c.screen != "Обращения" || c.open {
		return fmt.Errorf("no list of appeals is open")
	}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		if row.Number == number {
			c.open, c.card = true, c.get(row.ID)
			return nil
		}
	}
	return fmt.Errorf("no link %q", number)
}

// newCard opens an empty card with its first question.
func (c *clerk) newCard() error {
	c.open = true
	c.card = app.Card{Appeal: appeal.Appeal{ID: uuid.NewString(), Questions: []appeal.Question{{}}}}
	return nil
}

func (c *clerk) add(scope scenario.Scope, button string) error {
	path, err := c.path(scope)
	if err != nil {
		return err
	}
	if (len(scope) == 1) != (button == "Добавить получателя") {
		return fmt.Errorf("no button %q in %v", button, scope)
	}
	if len(scope) == 0 {
		c.card.Appeal.Questions = append(c.card.Appeal.Questions, appeal.Question{})
	} else if q, ok := questionAt(&c.card.Appeal, path); ok {
		q.Transfers = append(q.Transfers, appeal.Transfer{})
	}
	c.save()
	return nil
}

func (c *clerk) save() {
	c.must("saveAppeal", app.SaveAppealReq{Appeal: c.card.Appeal}, &c.card)
}

// build forms an archive of one part and fetches it.
func (c *clerk) build(method string, req any) {
	var res forming.BuildRes
	if _, err := c.call(c.t.Context(), method, req, &res); err != nil {
		c.alert = err.Text + " " + err.Hint
		return
	}
	c.archive = res.Archive
	c.zip = c.must("archivePart", app.ArchivePartReq{ID: res.Archive.ID}, nil)[0]
}

func (c *clerk) Findings() ([]scenario.Finding, error) {
	found := c.card.Findings
	switch {
	case c.screen == "Настройки":
		found = c.profile.Findings
	case c.screen == "Архив" && c.zero.Declared:
		found = c.judged.Findings
	case c.screen == "Архив":
		found = c.planOf(c.plan).Period
	case !c.open:
		return nil, fmt.Errorf("nothing is open")
	}
	var out []scenario.Finding
	for _, f := range found {
		out = append(out, scenario.Finding{Level: string(f.Level), Scope: scopeOf(f.Field),
			Field: appeal.Label(f.Field), Text: f.Text, Hint: f.Hint})
	}
	return out, nil
}

func (c *clerk) Month() (string, error) {
	if !c.open {
		return "", fmt.Errorf("no card is open")
	}
	return c.card.Month.Russian(), nil
}

func (c *clerk) Alert() (string, error) { return c.alert, nil }

func (c *clerk) Download() ([]byte, error) { return c.zip, nil }

func (c *clerk) Protocol() ([]string, error) {
	var lines []string
	for _, f := range c.archive.FilesOut {
		lines = append(lines, f.Number+" "+f.Name)
	}
	for _, l := range c.archive.LeftOut {
		lines = append(lines, l.Number+" "+l.Reason)
	}
	return lines, nil
}

// scopeOf names the groups that a field stands in: "questions.0.transfers.1.x".
func scopeOf(path string) scenario.Scope {
	var scope scenario.Scope
	parts := strings.Split(path, ".")
	names := map[string]string{"questions": "Вопрос", "transfers": "Получатель"}
	for i, part := range parts[:len(parts)-1] {
		var n int
		if _, err := fmt.Sscanf(parts[i+1], "%d", &n); err == nil && names[part] != "" {
			scope = append(scope, fmt.Sprintf("%s %d", names[part], n+1))
		}
	}
	return scope
}
