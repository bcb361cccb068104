package sheet

import "encoding/binary"

// Records of XLSB that matter here.
const (
	xlsbRow     = 0
	xlsbBlank   = 1 // a look and nothing else
	xlsbError   = 3
	xlsbString  = 7 // a cell with the number of a common string
	xlsbFormula = 11
	xlsbShort   = 18 // 12 to 18: cells without their column, each behind the one before
	xlsbSST     = 19 // a common string
	xlsbRich    = 62
	xlsbEnd     = 146 // of the cells
)

// xlsbRecords hands the records of a part of XLSB to take until it is false:
// the type, where the record begins, and its bytes.
func xlsbRecords(data []byte, take func(kind, at int, body []byte) bool) {
	for at := 0; at < len(data); {
		begin := at
		kind, n := varint(data[at:], 2)
		at += n
		size, n := varint(data[at:], 4)
		at += n
		end := min(at+size, len(data))
		if !take(kind, begin, data[at:end]) {
			return
		}
		at = end
	}
}

// varint reads a number of seven bits a byte, of at most so many bytes.
func varint(data []byte, most int) (value, length int) {
	for length < most && length < len(data) {
		b := data[length]
		value |= int(b&0x7F) << (7 * length)
		length++
		if b < 0x80 {
			break
		}
	}
	return value, length
}

// measureBinary walks over the records of a sheet of XLSB once.
func measureBinary(sheet []byte) (s extent) {
	column := 0
	xlsbRecords(sheet, func(kind, _ int, body []byte) bool {
		n := 1
		if len(body) >= 4 {
			n += int(binary.LittleEndian.Uint32(body))
		}
		switch {
		case kind == xlsbRow:
			s.rows, column = max(s.rows, n), 0
		case kind <= xlsbFormula || kind == xlsbRich:
			s.count(kind == xlsbBlank)
			column = n
		case kind <= xlsbShort:
			s.count(false)
			column++
		}
		s.columns = max(s.columns, column)
		return kind != xlsbEnd
	})
	return s
}

// mendedBinary is [mended] for XLSB: the records up to the end of the cells,
// and a cell whose string is not there becomes an error.
func mendedBinary(sheet, strs []byte) []byte {
	count := 0
	xlsbRecords(strs, func(kind, _ int, _ []byte) bool {
		if kind == xlsbSST {
			count++
		}
		return true
	})
	end := len(sheet)
	xlsbRecords(sheet, func(kind, at int, body []byte) bool {
		switch {
		case kind == xlsbEnd:
			end = at
		case kind == xlsbString && len(body) >= 12 && int(binary.LittleEndian.Uint32(body[8:])) >= count:
			const reference = 0x17 // #REF!
			sheet[at], body[8] = xlsbError, reference
		}
		return kind != xlsbEnd
	})
	return append(sheet[:end:end], xlsbEnd|0x80, 1, 0, 0x82, 1, 0) // the ends of the cells and of the sheet
}
