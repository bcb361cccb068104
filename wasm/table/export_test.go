package table

// Ambiguous lists the headers that stand at two fields.
func Ambiguous() (twice []string) {
	owner := map[string]string{}
	for _, t := range Targets {
		for _, name := range t.names {
			if was, there := owner[name]; there && was != t.Field {
				twice = append(twice, name)
			}
			owner[name] = t.Field
		}
	}
	return twice
}
