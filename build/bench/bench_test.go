package bench

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestQuantile(t *testing.T) {
	hundred := make([]float64, 100)
	for i := range hundred {
		hundred[i] = float64(100 - i)
	}
	for _, c := range []struct {
		values  []float64
		q, want float64
	}{
		{nil, 0.5, 0}, {[]float64{7}, 0.99, 7}, {[]float64{3, 1, 2}, 0.5, 2}, {[]float64{4, 1, 2, 3}, 0.5, 2},
		{hundred, 0.99, 99}, {hundred, 1, 100}, {hundred, 0, 1},
	} {
		if got := Quantile(c.values, c.q); got != c.want {
			t.Errorf("quantile %v of %v is %v, want %v", c.q, c.values, got, c.want)
		}
	}
	if got := Medians([][]float64{{1, 9}, {3, 8}, {2, 100}}); !slices.Equal(got, []float64{2, 9}) {
		t.Errorf("medians of rounds: %v", got)
	}
}

// What was measured anew replaces the old line; the rest stays.
func TestMerge(t *testing.T) {
	name := filepath.Join(t.TempDir(), "bench.json")
	for i, c := range []struct {
		file string // "" = none
		want []Line
	}{
		{"", []Line{Against("search", "peer", 2, 5, "ratio ≥ 2")}},
		{"not JSON", []Line{Against("search", "peer", 2, 5, "ratio ≥ 2")}},
		{`[{"work":"open","ours_ms":1},{"work":"search","peer":"peer","ours_ms":9},{"work":"search","peer":"other"}]`,
			[]Line{Alone("open", 1, ""), Against("search", "peer", 2, 5, "ratio ≥ 2"),
				{Work: "search", Peer: "other"}}},
	} {
		if c.file != "" {
			if err := os.WriteFile(name, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		data, err := Merge(name, []Line{Against("search", "peer", 2, 5, "ratio ≥ 2")})
		if err != nil {
			t.Fatal(err)
		}
		var got []Line
		if err := json.Unmarshal(data, &got); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%d: got %+v, %v", i, got, err)
		}
	}
	if _, err := json.Marshal(
		[]Line{Against("nothing", "peer", 0, 5, ""), Sizes("nothing", "peer", 0, 0, "")}); err != nil {
		t.Error(err)
	}
	if l := Against("search", "peer", 2, 5, ""); l.Ratio != 2.5 {
		t.Errorf("ratio %v of 2 ms against 5 ms", l.Ratio)
	}
}
