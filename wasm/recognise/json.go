package recognise

import (
	"encoding/json"
	"slices"
	"strings"

	"rroform/wasm/archive"
)

// shapes are the kinds of JSON with names, in lower case, that occur together in one
// object. The first match counts.
var shapes = []struct {
	names []string
	kind  FileKind
}{
	{[]string{"format", "parts", "program"}, Pack},
	{[]string{"createdateofdirect", "filerule"}, Format},
	{[]string{"zeroreport", "maxpartbytes"}, Format},
	{[]string{"year", "months"}, Calendar},
	{[]string{"questions", "number"}, Entries},
	{[]string{"questions", "departmentid"}, Entries},
	{[]string{"departmentid", "number", "isdirect"}, Entries},
	{[]string{"code", "name"}, Classifier},
	{[]string{"code", "title"}, Classifier},
	{[]string{"categories"}, Classifier},
}

// ofJSON returns the kind of JSON by the names of its objects. It needs only the
// beginning of the text, which may end anywhere.
func ofJSON(text string) FileKind {
	if _, is := archive.ReadZero([]byte(text)); is {
		return Zero
	}
	var objects []map[string]bool // not closed yet
	isName := false
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	for {
		token, err := dec.Token()
		if err != nil {
			break
		}
		open := len(objects) > 0 && objects[len(objects)-1] != nil
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{':
				objects, isName = append(objects, map[string]bool{}), true
				continue
			case '[':
				objects = append(objects, nil)
				continue
			}
			if kind, is := ofNames(objects[len(objects)-1]); is {
				return kind
			}
			objects = objects[:len(objects)-1]
			isName = len(objects) > 0 && objects[len(objects)-1] != nil
			continue
		case string:
			if open && isName {
				objects[len(objects)-1][strings.ToLower(t)] = true
				isName = false
				continue
			}
		}
		isName = open
	}
	for _, names := range slices.Backward(objects) { // the text ended inside these
		if kind, is := ofNames(names); is {
			return kind
		}
	}
	return JSON
}

func ofNames(names map[string]bool) (FileKind, bool) {
	for _, s := range shapes {
		if !slices.ContainsFunc(s.names, func(name string) bool { return !names[name] }) {
			return s.kind, true
		}
	}
	return JSON, false
}
