package packs

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/table"
)

// OwnResult maps a body's own wording of a result to a status, and to «measures were taken» if the wording says so.
// A wording has exactly one status: its folded text is the key.
type OwnResult struct {
	Value string `json:"value"`
	table.Outcome
	Rev int64 `json:"rev"` // 0 = new
}

// OwnResultPrefix is the beginning of the keys of own results in [store.Mappings]; the folded value follows.
const OwnResultPrefix = "result/"

// CheckOwnResult returns what is wrong with an own result, or nil. key is its folded value, known is the stored own
// result with that key, or zero.
func CheckOwnResult(r OwnResult, key string, known OwnResult) error {
	if key == "" {
		return rpc.Problem("value", "Не указан свой результат.", "Впишите его так, как он стоит в вашей таблице.")
	}
	info, ok := appeal.StatusOf(r.Status)
	if !ok {
		return rpc.Problem("status", "Для результата «"+r.Value+"» не выбран статус.", "Выберите статус из списка.")
	}
	if r.ActionsTaken != nil && info.Measures == appeal.Absent {
		return rpc.Problem("status", "К статусу «"+info.Label+"» принятые меры не относятся.",
			"Выберите статус из списка.")
	}
	if o, is := table.OutcomeByLabel(r.Value); is {
		return rpc.Problem("value", "«"+o.Label()+"» — это уже статус, соответствие ему не нужно.",
			"Впишите результат, который называется иначе.")
	}
	if known.Status != "" && !known.Same(r.Outcome) && known.Rev != r.Rev {
		return rpc.Problem("taken", "Результат «"+known.Value+"» уже соответствует статусу «"+known.Label()+
			"», второй статус ему дать нельзя.",
			"Одному результату может соответствовать только один статус. Изменить его можно в «Справочники», «Наши "+
				"результаты и статусы РРО».")
	}
	return nil
}
