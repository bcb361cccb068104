package app_test

import (
	"strings"
	"testing"

	"rroform/wasm/packs"
)

// TestCountIsNoEdition: a monthly count given as a classifier is refused with
// words, and the edition in force holds.
func TestCountIsNoEdition(t *testing.T) {
	c, _ := newFilled(t)
	const count = "Количество обращений по вопросам\n0003.0009.0097.0694\tУборка снега\t31\n" +
		"0003.0009.0099.0742\tЭксплуатация дорог\t26\n"
	for _, text := range []string{count, strings.ReplaceAll(count, "\t", ";"), strings.ReplaceAll(count, "\t", "  ")} {
		e := c.refused("file", "readPack", packs.ReadPackReq{Kind: "classifier", Name: "по_вопросам_на_30.11.2026.txt"},
			[]byte(text))
		if !strings.Contains(e.Text, "подсчёт обращений") || e.Hint == "" {
			t.Errorf("%+v", e)
		}
	}
}

// TestFewCodesAreDoubted: the offer warns about a list that would remove nearly all codes, and no
// title changes because of its neighbours.
func TestFewCodesAreDoubted(t *testing.T) {
	for what, text := range map[string]string{
		"lines": "0003.0009.0097.0694 Уборка снега, опавших листьев, мусора и посторонних предметов\n" +
			"0002.0014.0143.0389 Работа медицинских учреждений и их сотрудников\n",
		"with columns": "0003.0009.0097.0694\tУборка снега, опавших листьев, мусора и посторонних предметов\tЖКХ\n" +
			"0002.0014.0143.0389\tРабота медицинских учреждений и их сотрудников\tЗдрав\n",
		"a table": "Код;Название\n0003.0009.0097.0694;Уборка снега, опавших листьев, мусора и посторонних предметов\n",
	} {
		c, _ := newFilled(t)
		var offer packs.PackOffer
		c.must("readPack", packs.ReadPackReq{Kind: "classifier", Name: "вопросы.txt", Text: text,
			Edition: "30.11.2026"}, &offer)
		part := offer.Parts[0]
		if !part.Doubt || !strings.Contains(part.Remarks[0], "не вся редакция") {
			t.Fatalf("%s: no doubt: %+v", what, part)
		}
		for _, n := range part.Counts {
			if n.Label == "переименовано" && n.Count > 0 {
				t.Errorf("%s: %q", what, n.Names)
			}
		}
	}
}
