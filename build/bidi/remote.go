package bidi

import "encoding/json"

// remote is a JavaScript value as the protocol writes it.
type remote struct {
	Type     string
	Value    json.RawMessage
	SharedID string // of a node
}

// json returns the value as JSON. Values that JSON does not have become null.
func (r remote) json() json.RawMessage {
	var of any
	switch r.Type {
	case "string", "boolean", "date", "number":
		return r.Value // the protocol represents NaN, -0 and infinities as strings
	case "array", "set":
		var items []remote
		if json.Unmarshal(r.Value, &items) == nil {
			list := []json.RawMessage{}
			for _, item := range items {
				list = append(list, item.json())
			}
			of = list
		}
	case "object", "map":
		var pairs [][2]json.RawMessage
		if json.Unmarshal(r.Value, &pairs) == nil {
			fields := map[string]json.RawMessage{}
			for _, pair := range pairs {
				var name string
				var value remote
				if json.Unmarshal(pair[0], &name) == nil && json.Unmarshal(pair[1], &value) == nil {
					fields[name] = value.json()
				}
			}
			of = fields
		}
	}
	text, err := json.Marshal(of)
	if err != nil {
		return json.RawMessage("null")
	}
	return text
}
