package rpc_test

import (
	"context"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"rroform/wasm/rpc"
)

type leaf struct {
	Names []string        `json:"names"`
	Skip  []string        `json:"skip,omitempty"`
	Raw   json.RawMessage `json:"raw"`
	When  time.Time       `json:"when"`
}

type tree struct {
	Leaf  leaf            `json:"leaf"`
	Next  *tree           `json:"next"`
	Many  []leaf          `json:"many"`
	Two   [2]leaf         `json:"two"`
	ByKey map[string]leaf `json:"byKey"`
	Any   any             `json:"any"`
	Bytes []byte          `json:"bytes"`
}

func TestListsAreNeverNull(t *testing.T) {
	in := tree{Next: &tree{}, Many: []leaf{{}}, ByKey: map[string]leaf{"k": {}}, Any: leaf{}}
	before := tree{Next: &tree{}, Many: []leaf{{}}, ByKey: map[string]leaf{"k": {}}, Any: leaf{}}
	const l = `{"names":[],"raw":null,"when":"0001-01-01T00:00:00Z"}`
	const two = `"two":[` + l + "," + l + "]"
	const next = `{"leaf":` + l + `,"next":null,"many":[],` + two + `,"byKey":{},"any":null,"bytes":""}`
	want := `{"leaf":` + l + `,"next":` + next + "," +
		`"many":[` + l + `],` + two + `,"byKey":{"k":` + l + `},"any":` + l + `,"bytes":""}`
	got, err := json.Marshal(rpc.Lists(in))
	if err != nil || string(got) != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, want)
	}
	if !reflect.DeepEqual(in, before) {
		t.Errorf("the core's own value was changed: %+v", in)
	}
}

func TestListsSparesWhatIsFull(t *testing.T) {
	in := []leaf{{Names: []string{}, Skip: []string{}}}
	if out := rpc.Lists(in).([]leaf); &out[0] != &in[0] {
		t.Error("copied although nothing had to change")
	}
	if rpc.Lists(nil) != nil {
		t.Error("Lists(nil) is not nil")
	}
}

// The TypeScript types of the page promise this for every answer.
func TestAnswersHoldNoNullLists(t *testing.T) {
	mux := rpc.NewMux()
	rpc.Handle(mux, "list", func(context.Context, struct{}) ([]string, error) { return nil, nil })
	answer, _ := mux.Serve(t.Context(), []byte(`{"id":1,"method":"list"}`))
	if want := `{"id":1,"result":[]}`; string(answer) != want {
		t.Errorf("got %s, want %s", answer, want)
	}
}
