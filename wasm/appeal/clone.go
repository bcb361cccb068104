package appeal

import "slices"

// Clone copies an appeal as deep as it is changed in place: its questions and
// their recipients. History, files and unknown fields are replaced, never
// changed, so that both may share them.
func (ap *Appeal) Clone() Appeal {
	c := *ap
	c.Questions = slices.Clone(ap.Questions)
	for i := range c.Questions {
		c.Questions[i].Transfers = slices.Clone(c.Questions[i].Transfers)
	}
	return c
}
