package schema

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"sync"

	"rroform/schemas"
)

// node is a schema, with the keywords of JSON Schema 2020-12 that ours use. The
// library github.com/santhosh-tekuri/jsonschema compiles five drafts when the
// program starts: 95 of the 200 ms that Go's packages take before the core
// serves, and 330 KB of the page. A test compares this package with it.
type node struct {
	Never      bool             `json:"-"` // the schema false
	Type       string           `json:"type"`
	Enum       []any            `json:"enum"`
	Const      any              `json:"const"`
	Format     string           `json:"format"` // only date
	Required   []string         `json:"required"`
	Properties map[string]*node `json:"properties"`
	Additional *node            `json:"additionalProperties"`
	MinItems   int              `json:"minItems"`
	Unique     bool             `json:"uniqueItems"`
	Items      *node            `json:"items"`
	MinLength  int              `json:"minLength"` // runes
	Pattern    string           `json:"pattern"`
	Minimum    *float64         `json:"minimum"`
	Maximum    *float64         `json:"maximum"`
	Ref        string           `json:"$ref"` // only "#/$defs/…"
	AllOf      []*node          `json:"allOf"`
	If         *node            `json:"if"`
	Then       *node            `json:"then"`
	Else       *node            `json:"else"`
	Defs       map[string]*node `json:"$defs"`

	// For people who read the file.
	Schema      string `json:"$schema"`
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`

	name    string // of the property or definition
	pattern *regexp.Regexp
	ref     *node
}

// UnmarshalJSON refuses a keyword that nothing here reads.
func (n *node) UnmarshalJSON(data []byte) error {
	if string(data) == "false" {
		n.Never = true
		return nil
	}
	type plain node
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	return dec.Decode((*plain)(n))
}

// link compiles the patterns and finds what the references name.
func (n *node) link(name string, defs map[string]*node) {
	if n == nil {
		return
	}
	n.name = name
	if n.Pattern != "" {
		n.pattern = regexp.MustCompile(n.Pattern)
	}
	if n.Ref != "" {
		if n.ref = defs[strings.TrimPrefix(n.Ref, "#/$defs/")]; n.ref == nil {
			panic("internal error: schema: " + n.Ref + " is not there")
		}
	}
	for _, inner := range append([]*node{n.Additional, n.Items, n.If, n.Then, n.Else}, n.AllOf...) {
		inner.link("", defs)
	}
	for name, inner := range n.Properties {
		inner.link(name, defs)
	}
	for name, inner := range n.Defs {
		inner.link(name, defs)
	}
}

var compiled = map[Name]func() *node{Entry: compile(Entry), Profile: compile(Profile)}

// compile returns a function that reads a schema when it is first used.
func compile(name Name) func() *node {
	return sync.OnceValue(func() *node {
		data, err := schemas.FS.ReadFile(string(name))
		n := &node{}
		if err == nil {
			err = json.Unmarshal(data, n)
		}
		if err != nil {
			panic("internal error: schema " + string(name) + ": " + err.Error())
		}
		n.link("", n.Defs)
		return n
	})
}
