package register

// codeCounts says how many appeals of the active profile have a code.
func (r *Register) CodeCounts() map[string]int {
	counts := make([]int, len(r.Index.codes.values))
	for _, f := range r.Settled(r.office.Active).All {
		if f.code >= 0 {
			counts[f.code]++
		}
		for _, n := range f.others() {
			counts[n]++
		}
	}
	byCode := map[string]int{}
	for n, count := range counts {
		if count > 0 {
			byCode[r.Index.codes.values[n]] = count
		}
	}
	return byCode
}
