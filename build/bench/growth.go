package bench

import "fmt"

// growth shows what our own work costs in registers of different sizes.
func (r *Run) growth() ([]Line, error) {
	var lines []Line
	for _, n := range r.Sizes {
		add := func(work string, ms float64) {
			lines = append(lines, Alone(fmt.Sprintf("growth, %d: %s", n, work), ms, ""))
		}
		if err := r.seed("month", n, false); err != nil {
			return lines, err
		}
		var grown struct{ Ready, First, Again, Save float64 }
		if err := r.open(); err != nil {
			return lines, err
		}
		if err := r.call("rroBench.grown", &grown, n); err != nil {
			return lines, err
		}
		add("navigation → core ready", grown.Ready)
		add("month's archive, first", grown.First)
		add("month's archive, again", grown.Again)
		add("one save", grown.Save)
		if err := r.seed("month", 0, false); err != nil {
			return lines, err
		}
		var taken struct{ Open, Accept float64 }
		if err := r.call("rroBench.takenIn", &taken, n, 7); err != nil {
			return lines, err
		}
		add("foreign archive opened, checked, kept", taken.Open)
		add("… taken into the register", taken.Accept)
		if err := r.seed("years", n, false); err != nil {
			return lines, err
		}
		all, err := r.registerRounds(1, false)
		if err != nil {
			return lines, err
		}
		add("register, opened", all[0].Ready+all[0].Open)
		add("register, judged after that", all[0].Judged)
		for _, step := range registerSteps {
			add("register, "+step.work, Median(all[0].Ours[step.name]))
		}
	}
	return lines, nil
}
