package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// node is a schema, or a part of one. It knows the keywords of the published
// schemas and no others: one that it does not know is an error. A library that
// knows all of them costs each start of the program a third of its time, and a
// twelfth of the page; tests hold this one against it.
type node struct {
	Schema      string `json:"$schema"` // for people and tools
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`

	Ref        string           `json:"$ref"` // "#/$defs/…"
	Defs       map[string]*node `json:"$defs"`
	AllOf      []*node          `json:"allOf"`
	If         *node            `json:"if"`
	Then       *node            `json:"then"`
	Else       *node            `json:"else"`
	Type       string           `json:"type"`
	Enum       []any            `json:"enum"`
	Const      any              `json:"const"`  // nil = none
	Format     string           `json:"format"` // only "date"
	Pattern    string           `json:"pattern"`
	MinLength  int              `json:"minLength"` // letters
	Minimum    *float64         `json:"minimum"`
	Maximum    *float64         `json:"maximum"`
	MinItems   int              `json:"minItems"`
	Unique     bool             `json:"uniqueItems"`
	Items      *node            `json:"items"`
	Required   []string         `json:"required"`
	Properties map[string]*node `json:"properties"`
	Others     *node            `json:"additionalProperties"`

	never   bool // the schema false: nothing fits
	name    string
	target  *node // of Ref
	pattern *regexp.Regexp
	order   []string // of Properties
}

// UnmarshalJSON takes an object or false.
func (n *node) UnmarshalJSON(data []byte) error {
	if string(data) == "false" {
		n.never = true
		return nil
	}
	type plain node // without this method
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return dec.Decode((*plain)(n))
}

func compile(data []byte) (*node, error) {
	root := &node{}
	if err := json.Unmarshal(data, root); err != nil {
		return nil, err
	}
	return root, root.link(root.Defs, "")
}

// link finds what a schema and its parts refer to. A part is called by the key
// that it stands under: texts know it so.
func (n *node) link(defs map[string]*node, name string) (err error) {
	if n == nil {
		return nil
	}
	n.name = name
	if n.Ref != "" {
		if n.target = defs[strings.TrimPrefix(n.Ref, "#/$defs/")]; n.target == nil {
			return fmt.Errorf("nothing is called %s", n.Ref)
		}
	}
	if n.Format != "" && n.Format != "date" {
		return fmt.Errorf("unknown format %s", n.Format)
	}
	if n.pattern, err = regexp.Compile(n.Pattern); err != nil {
		return err
	}
	n.order = slices.Sorted(maps.Keys(n.Properties))
	parts := map[string]*node{"if": n.If, "then": n.Then, "else": n.Else, "items": n.Items, "additionalProperties": n.Others}
	for _, list := range []map[string]*node{n.Defs, n.Properties, parts} {
		for key, part := range list {
			if err := part.link(defs, key); err != nil {
				return err
			}
		}
	}
	for _, part := range n.AllOf {
		if err := part.link(defs, "allOf"); err != nil {
			return err
		}
	}
	return nil
}
