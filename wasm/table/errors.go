package table

import "rroform/wasm/sheet"

// checkCells refuses a row whose cells hold errors instead of values: empty, or
// as a text, they would be wrong in the register.
func (r *reader) checkCells(l *line) {
	for column, field := range r.Mapping.Columns {
		cell := r.Cell(l.row, column)
		if field == "" {
			continue
		}
		if why := sheet.ValueLacks(cell); why != "" {
			l.refused = append(l.refused, Refusal{l.row, column, "В ячейке «" + cell + "»: " + why + ".",
				"Исправьте её в таблице или впишите в неё значение и загрузите таблицу снова."})
		}
	}
}
