package app_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/office"
	"rroform/wasm/store"
)

func (c *core) format() office.FormatRow {
	c.t.Helper()
	var res app.FormatRes
	c.must("format", app.FormatReq{}, &res)
	return res.Format
}

// TestLoadFormat: a good file counts at once and after a restart; reset goes
// back to the built-in profile.
func TestLoadFormat(t *testing.T) {
	c, s := newFilled(t)
	builtin := c.format()
	card := c.save(fromAdministration("154-ОГ", "2026-10-05", nil))
	if len(card.Findings) != 0 || !builtin.Builtin {
		t.Fatalf("%+v, %+v", card.Findings, builtin)
	}
	res := c.loadFormat(func(f map[string]any) {
		f["name"], f["fileRule"], f["levels"] = "Профиль области", "always", map[string]any{"B-11": "off"}
	})
	if len(res.Violations) != 0 || res.Format.Builtin || res.Format.Format.FileRule != appeal.FilesAlways ||
		!res.Format.Loaded.Equal(c.now) {
		t.Fatalf("%+v", res)
	}
	for name, c := range map[string]*core{"now": c, "after a restart": newCore(t, s, today)} {
		if got := c.format(); !reflect.DeepEqual(got, res.Format) {
			t.Errorf("%s: %+v", name, got)
		}
		if found := c.get(card.Appeal.ID).Findings; len(found) != 1 || found[0].Rule != "B-40.2" {
			t.Errorf("%s: findings %+v", name, found)
		}
	}
	c.must("resetFormat", app.FormatReq{}, nil)
	for name, c := range map[string]*core{"now": c, "after a restart": newCore(t, s, today)} {
		if got := c.format(); !reflect.DeepEqual(got, builtin) {
			t.Errorf("reset, %s: %+v", name, got)
		}
		if found := c.get(card.Appeal.ID).Findings; len(found) != 0 {
			t.Errorf("reset, %s: findings %+v", name, found)
		}
	}
}

// TestLoadBadFormat: every wrong place is named in Russian, nothing changes.
func TestLoadBadFormat(t *testing.T) {
	c, s := newFilled(t)
	before := c.format()
	zero := map[string]any{"template": `{"year":2026}`, "confirmed": true, "source": ""}
	for _, row := range []struct {
		change func(map[string]any)
		want   []string
	}{
		{func(f map[string]any) { f["fileRule"] = "sometimes" }, []string{"/fileRule"}},
		{func(f map[string]any) { delete(f, "name") }, []string{""}},
		{func(f map[string]any) { f["extensions"], f["maxPartBytes"] = []string{"pdf"}, 1 },
			[]string{"/extensions/0", "/maxPartBytes"}},
		{func(f map[string]any) { f["levels"] = map[string]any{"B-99": "off"} }, []string{"/levels/B-99"}},
		{func(f map[string]any) { f["levels"] = map[string]any{"B-12": "loud"} }, []string{"/levels/B-12"}},
		{func(f map[string]any) { f["zeroReport"] = zero }, []string{"/zeroReport/template"}},
		{func(f map[string]any) { f["comment"] = "x" }, []string{""}},
	} {
		res := c.loadFormat(row.change)
		var paths []string
		for _, v := range res.Violations {
			paths = append(paths, v.Path)
			if !strings.ContainsAny(v.Text, "абвгдежиклмнопрстуя") {
				t.Errorf("not in Russian: %q", v.Text)
			}
		}
		if slices.Sort(paths); !slices.Equal(paths, row.want) || !reflect.DeepEqual(res.Format, before) {
			t.Errorf("violations %+v, want at %q", res.Violations, row.want)
		}
	}
	for _, text := range []string{"", "профиль", "[]"} {
		var res app.FormatRes
		if c.must("loadFormat", app.FormatReq{}, &res, []byte(text)); len(res.Violations) != 1 {
			t.Errorf("%q: %+v", text, res.Violations)
		}
	}
	c.refused("file", "loadFormat", app.FormatReq{})
	if got := newCore(t, s, today).format(); !reflect.DeepEqual(got, before) {
		t.Errorf("changed to %+v", got)
	}
}

func (c *core) judge(month appeal.Month) forming.ZeroRes {
	c.t.Helper()
	req := forming.ZeroReq{}
	req.Zero.Month = month
	var res forming.ZeroRes
	c.must("checkZero", req, &res)
	return res
}

// TestZeroTemplate: the template is taken from a zip, from JSON or from text;
// what is no sample changes nothing.
func TestZeroTemplate(t *testing.T) {
	c, s := newFilled(t)
	sample := `{"body":"a1b2c3d4-0009-4000-8000-000000000009","period":"2017-08-01","none":true}`
	wantTemplate := `{"body":"{departmentId}","period":"{yyyy}-{MM}-01","none":true}`
	wantPreview := `{"body":"` + body1 + `","period":"2026-09-01","none":true}`
	september := october.Prev()
	for name, files := range map[string][][]byte{"zip": {zipFile(t, "zero.json", sample)},
		"JSON": {[]byte("\ufeff" + sample)}, "text": nil} {
		req := forming.ZeroTemplateReq{Month: september}
		if files == nil {
			req.Text = " " + sample + "\n"
		}
		var res forming.ZeroTemplateRes
		if c.must("readZeroTemplate", req, &res, files...); res.Template != wantTemplate || res.Preview != wantPreview {
			t.Errorf("%s: %+v", name, res)
		}
	}
	var again forming.ZeroTemplateRes // a template is taken as it is; without a month the one before shows
	c.must("readZeroTemplate", forming.ZeroTemplateReq{Text: wantTemplate}, &again)
	if again.Template != wantTemplate || !strings.Contains(again.Preview, "2026-10-01") {
		t.Errorf("%+v", again)
	}
	two := zipFile(t, "a.json", sample, "b.json", sample)
	for _, bad := range []struct {
		text string
		file []byte
	}{{"", nil}, {"нулевой отчёт", nil}, {`{"a":1}`, nil}, {"", []byte("не архив")}, {"", two}, {"", zipFile(t)},
		{"", zipFile(t, "a.json", "текст")}} {
		var files [][]byte
		if bad.file != nil {
			files = append(files, bad.file)
		}
		if e := c.refused("refused", "readZeroTemplate", forming.ZeroTemplateReq{Text: bad.text},
			files...); e.Hint == "" {
			t.Errorf("%+v", e)
		}
	}
	c.refused("template", "saveZeroTemplate", app.SaveZeroTemplateReq{Template: sample})
	if preview := c.judge(september).Preview; preview == wantPreview {
		t.Error("taken before it was saved")
	}
	c.must("saveZeroTemplate", app.SaveZeroTemplateReq{Template: wantTemplate, Confirmed: true, Source: "ЛАРМ"}, nil)
	for _, c := range []*core{c, newCore(t, s, today)} {
		res := c.judge(september)
		if res.Preview != wantPreview {
			t.Errorf("preview %s", res.Preview)
		}
		for _, f := range res.Findings {
			if f.Rule == "Z-05" {
				t.Error("still not confirmed")
			}
		}
	}
}

// TestZeroOfBrokenProfile: what was typed as an identifier is a finding, even
// when it could not stand in JSON.
func TestZeroOfBrokenProfile(t *testing.T) {
	c := newCore(t, store.NewMemory(), today)
	c.must("saveProfile", app.SaveProfileReq{Profile: appeal.Profile{ID: "first", Rev: 1, DepartmentID: `он"сам\`}},
		nil)
	res := c.judge(october)
	if !res.Blocked || !strings.Contains(res.Preview, `"он\"сам\\"`) ||
		!slices.ContainsFunc(res.Findings, ruleIs("B-02.1")) {
		t.Errorf("%+v", res)
	}
}
