package app_test

import (
	"strings"
	"testing"

	"rroform/wasm/app"
)

func (c *core) usual() (favourites, frequent string) {
	c.t.Helper()
	var res app.FrequentRes
	c.must("frequentCodes", app.FrequentReq{}, &res)
	list := func(codes []app.FrequentCode) string {
		var out []string
		for _, f := range codes {
			if f.Title == "" || !strings.Contains(f.Path, " › ") {
				c.t.Errorf("%+v says nothing", f)
			}
			out = append(out, f.Code[len(f.Code)-4:]+strings.Repeat("+", f.Count))
		}
		return strings.Join(out, " ")
	}
	return list(res.Favourites), list(res.Frequent)
}

// TestFrequentCodes: by number of appeals of the active profile, favourites
// before them and not twice, nothing that cannot be assigned.
func TestFrequentCodes(t *testing.T) {
	c, s := newFilled(t)
	if favourites, frequent := c.usual(); favourites+frequent != "" {
		t.Errorf("an empty register: %q %q", favourites, frequent)
	}
	for i, code := range []string{"0003.0009.0097.0690", "0003.0009.0097.0694", "0003.0009.0097.0690", "мусор",
		"0003.0009.0097", "9999.9999.9999.9999", ""} {
		ap := direct(string(rune('1'+i))+"-ОГ", "2026-10-05")
		ap.Questions[0].Code = code
		c.save(ap)
	}
	if _, frequent := c.usual(); frequent != "0690++ 0694+" {
		t.Errorf("frequent %q", frequent)
	}
	mark := func(code string, on bool) { c.must("favouriteCode", app.FavouriteReq{Code: code, On: on}, nil) }
	mark("0002.0014.0143.0389", true)
	mark("0003.0009.0097.0690", true)
	mark("0002.0014.0143.0389", true) // again: the newest stands last
	if favourites, frequent := c.usual(); favourites != "0690++ 0389" || frequent != "0694+" {
		t.Errorf("favourites %q, frequent %q", favourites, frequent)
	}
	for _, bad := range []string{"", "0003.0009.0097", "9999.9999.9999.9999", "мусор"} {
		if e := c.refused("code", "favouriteCode", app.FavouriteReq{Code: bad, On: true}); e.Hint == "" {
			t.Errorf("%q: %+v", bad, e)
		}
	}
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	if favourites, frequent := c.usual(); favourites != "0690 0389" || frequent != "" {
		t.Errorf("another profile: favourites %q, frequent %q", favourites, frequent)
	}
	mark("0002.0014.0143.0389", false)
	mark("0001.0001.0001.0001", false) // was none
	if favourites, _ := newCore(t, s, today).usual(); favourites != "0690" {
		t.Errorf("after a restart: %q", favourites)
	}
}
