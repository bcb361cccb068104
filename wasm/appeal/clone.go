package appeal

import "slices"

// Clone returns a copy that shares nothing the program changes in place: questions and
// recipients are copied. History, files and unknown fields are shared, because the
// program replaces them as a whole and never changes them.
func (ap *Appeal) Clone() Appeal {
	c := *ap
	c.Questions = slices.Clone(ap.Questions)
	for i := range c.Questions {
		c.Questions[i].Transfers = slices.Clone(c.Questions[i].Transfers)
	}
	return c
}
