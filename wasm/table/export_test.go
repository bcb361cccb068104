package table

// Ambiguous lists the headers that stand at two places.
func Ambiguous() (twice []string) {
	foldTitles()
	owner := map[string]string{}
	for _, t := range Targets {
		for _, w := range t.ways {
			for _, part := range w.parts {
				for _, name := range part {
					if owner[name] != "" {
						twice = append(twice, name)
					}
					owner[name] = t.Field
				}
			}
		}
	}
	return twice
}

// ReadCodes is readCodes for tests.
func ReadCodes(cell string) (codes []string, left string) { return readCodes(cell) }
