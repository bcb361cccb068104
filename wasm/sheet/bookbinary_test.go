package sheet_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// Records of XLSB.
const (
	xlsbRow, xlsbBlank, xlsbError, xlsbNumber, xlsbString, xlsbShortString = 0, 1, 3, 5, 7, 18
	xlsbSST, xlsbEnd, xlsbLink                                             = 19, 146, 494
)

// record writes a record of XLSB: numbers of four bytes each.
func record(kind int, numbers ...uint32) (data []byte) {
	for _, n := range []int{kind, 4 * len(numbers)} {
		if n >= 0x80 {
			data = append(data, byte(n|0x80), byte(n>>7))
		} else {
			data = append(data, byte(n))
		}
	}
	for _, n := range numbers {
		data = binary.LittleEndian.AppendUint32(data, n)
	}
	return data
}

// binaryBook writes a workbook of XLSB: one sheet and the common strings.
func binaryBook(t *testing.T, sheetPart, strs []byte) []byte {
	rels := strings.NewReplacer("sheet1.xml", "sheet1.bin", "sharedStrings.xml", "sharedStrings.bin").Replace(relsOf)
	return book(t, "xl/workbook.bin", "", "xl/_rels/workbook.bin.rels", rels, "xl/worksheets/sheet1.bin",
		string(sheetPart),
		"xl/sharedStrings.bin", string(strs))
}

// TestMendedBinary: a cell whose string is not there becomes an error in its
// place, and what follows the cells is cut off; all else stays byte for byte.
func TestMendedBinary(t *testing.T) {
	strs := bytes.Repeat(record(xlsbSST, 0), 2)
	row, ends := record(xlsbRow, 0), append(record(xlsbEnd), 0x82, 1, 0)
	missing := record(xlsbError, 0, 0, 2)
	missing[2+8] = 0x17 // #REF!
	for name, c := range map[string]struct{ cell, want []byte }{
		"the last string":         {record(xlsbString, 0, 0, 1), nil},
		"a string past the end":   {record(xlsbString, 0, 0, 2), missing},
		"a number, not a string":  {record(xlsbNumber, 0, 0, 2, 2), nil},
		"a string that is cut":    {record(xlsbString, 0, 0), nil},
		"a record of two bytes":   {record(300, 7), nil},
		"a blank":                 {record(xlsbBlank, 0, 0), nil},
		"a length past the sheet": {[]byte{xlsbString, 12, 0}, nil},
	} {
		want := c.want
		if want == nil {
			want = c.cell
		}
		whole := name != "a length past the sheet"
		data := append(bytes.Clone(row), c.cell...)
		want = append(bytes.Clone(row), want...)
		if whole {
			data = append(append(append(data, row...), record(xlsbEnd)...), record(xlsbLink, 0, 1<<20, 0, 1<<14)...)
			want = append(want, row...)
		}
		parts, err := unpack(binaryBook(t, data, strs))
		if got := part(parts, "xl/worksheets/sheet1.bin"); err != nil || got != string(want)+string(ends) {
			t.Errorf("%s: %x, want %x, %v", name, got, string(want)+string(ends), err)
		}
	}
}

// TestBinaryLimits: cells are counted, those without their column too; empty
// ones have a limit of their own.
func TestBinaryLimits(t *testing.T) {
	cells := func(kind, n int, numbers ...uint32) []byte {
		return append(record(xlsbRow, 0), bytes.Repeat(record(kind, numbers...), n)...)
	}
	for name, c := range map[string]struct {
		sheetPart []byte
		want      string
	}{
		"as many as may be": {cells(xlsbNumber, 200_000, 0, 0, 0, 0), ""},
		"one more":          {cells(xlsbNumber, 200_001, 0, 0, 0, 0), "больше 200 тысяч заполненных ячеек"},
		"one more, short":   {cells(xlsbShortString, 200_001, 0, 0), "больше 200 тысяч заполненных ячеек"},
		"empty":             {cells(xlsbBlank, 200_001, 0, 0), ""},
		"too many empty":    {cells(xlsbBlank, 900_001, 0, 0), "больше 900 тысяч ячеек вместе с пустыми"},
		"far": {append(record(xlsbRow, 1<<20-1), record(xlsbNumber, 1<<14-1, 0, 0, 0)...),
			"Лист слишком велик"},
		"behind the cells": {append(record(xlsbEnd), cells(xlsbNumber, 200_001, 0, 0, 0, 0)...), ""},
	} {
		_, err := unpack(binaryBook(t, c.sheetPart, nil))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
