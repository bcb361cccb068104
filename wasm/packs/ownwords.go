package packs

import (
	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/rpc"
	"rroform/wasm/table"
)

// OwnWord maps a body's own word for the sender or the way of delivery to a value. A word has one meaning in a field.
type OwnWord struct {
	Field string `json:"field"` // table.Direct or table.Format
	Value string `json:"value"`
	Means string `json:"means"` // an option of the field: table.Yes and table.No, or a format
	Rev   int64  `json:"rev"`   // 0 = new
}

// OwnWordPrefix is the beginning of the keys of own words in [store.Mappings]; field and folded value follow.
const OwnWordPrefix = "word/"

// Key returns the key of the word in [store.Mappings].
func (w *OwnWord) Key() string { return OwnWordPrefix + w.Field + "/" + classifier.Fold(w.Value) }

// WordField is a field for which a clerk can define own words.
type WordField struct {
	Field   string         `json:"field"`
	Label   string         `json:"label"`
	Options []table.Option `json:"options"`
}

// WordFields are the possible fields of an [OwnWord].
var WordFields = []WordField{
	{table.Direct, "Откуда поступило",
		[]table.Option{{Value: table.Yes, Label: "Напрямую от заявителя"},
			{Value: table.No, Label: "Из другого органа"}}},
	{table.Format, appeal.Label(table.Format), table.TargetOf(table.Format).Options},
}

// Check returns what is wrong with a word, or nil.
func (w *OwnWord) Check() error {
	if classifier.Fold(w.Value) == "" {
		return rpc.Problem("value", "Не указано слово из таблицы.", "Впишите его так, как оно стоит в вашей таблице.")
	}
	for _, f := range WordFields {
		for _, o := range f.Options {
			if f.Field == w.Field && o.Value == w.Means {
				return nil
			}
		}
	}
	return rpc.Problem("means", "Для «"+w.Value+"» не выбрано значение.", "Выберите значение из списка.")
}
