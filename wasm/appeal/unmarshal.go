package appeal

import "encoding/json"

// Unmarshal reads an appeal as [json.Marshal] writes it; errors are those of
// [json.Unmarshal]. Rows that were written by this program, nearly all, are read
// by tables (members.go), in WebAssembly nearly three times as quick: a register of
// 100,000 is opened by reading each. What is written in any other way goes to encoding/json.
func Unmarshal(data []byte) (Appeal, error) {
	if ap, ok := readWritten(data); ok {
		return ap, nil
	}
	var ap Appeal
	err := json.Unmarshal(data, &ap)
	return ap, err
}

// readWritten reports false for all that is not written exactly as Marshal
// would: order of the keys, no blanks, nothing unknown.
func readWritten(data []byte) (ap Appeal, ok bool) {
	c := cursor{data: data}
	object(&c, appealMembers, &ap)
	return ap, !c.lost && c.at == len(data)
}
