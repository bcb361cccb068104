package packs

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/table"
)

// OwnResult says which status a body's own wording of a result means, and
// whether measures were taken where it says so. One own value has exactly one
// status (B-20, 002:295): its folded text is the key.
type OwnResult struct {
	Value string `json:"value"`
	table.Outcome
	Rev int64 `json:"rev"` // 0 = new
}

// OwnResultPrefix begins the keys of own results in [store.Mappings]; the folded value follows.
const OwnResultPrefix = "result/" // in store.Mappings, before the folded value

// CheckOwnResult says what is wrong with an own result, nil when nothing is.
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
