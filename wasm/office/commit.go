package office

// who is the name that history and actions keep.
func (o *Office) Author() string {
	p, _ := o.Profile(o.Active)
	return p.PersonName
}
