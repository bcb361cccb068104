// Package rules checks what a clerk entered. It is one table: each rule is a row with
// code, level, field, text, hint and source; [Check] runs the rows that concern the
// subject. A rule returns findings, never an error. The package has no state; Check may
// run concurrently if the functions of [Env] may.
//
// To change a rule, change its row; to add one, add a row and a file with at
// least one passing and one failing case to testdata/rules.
package rules

import (
	"cmp"
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

// Rule is one row of the table. SOURCES.md explains codes and sources. Checks
// that one source asks for together have a number after a dot.
type Rule struct {
	Code   string       `json:"code"`
	Level  appeal.Level `json:"level"`
	Field  string       `json:"field"`  // path with * for an index, see appeal.Fields
	Text   string       `json:"text"`   // what is wrong, in Russian
	Hint   string       `json:"hint"`   // why, and what to do
	Source string       `json:"source"` // lines and ids of SOURCES.md, sections of FORMAT.md or CLASSIFIER.md

	check func(*checker)
}

// Finding is the report of a rule about one place.
type Finding struct {
	Rule  string       `json:"rule"`
	Level appeal.Level `json:"level"`
	Field string       `json:"field"` // path with indexes: "questions.0.code"
	Text  string       `json:"text"`
	Hint  string       `json:"hint"`
	Fixes []Fix        `json:"fixes,omitempty"` // one is certainly right; of several the clerk chooses
	Link  *Link        `json:"link,omitempty"`
}

// Link leads from a finding to another appeal.
type Link struct {
	ID     string `json:"id"`
	Number string `json:"number"`
}

// Fix is a remedy of a finding: put Value into Field.
type Fix struct {
	Label string `json:"label"`
	Field string `json:"field"`
	Value string `json:"value"`
}

// Subject is what is checked. Rules about a part that is nil report nothing.
type Subject struct {
	Appeal  *appeal.Appeal  `json:"appeal,omitempty"`
	Profile *appeal.Profile `json:"profile,omitempty"`
	Choice  *FileChoice     `json:"choice,omitempty"`
	Zero    *Zero           `json:"zero,omitempty"`
	Period  *Period         `json:"period,omitempty"`
	Entries []string        `json:"entries,omitempty"` // names of files in an archive
}

// Env is what the checks need to know.
type Env struct {
	Today   appeal.Date
	Profile appeal.Profile       // the body that reports the appeal
	Format  appeal.FormatProfile // unconfirmed facts and levels
	Code    func(code string) CodeVerdict
	// Duplicates returns other appeals that may be the same; nil = no check for
	// duplicates.
	Duplicates func(*appeal.Appeal) []Duplicate
	// ZeroReport returns the name of the zero report for a month, "" if there is none;
	// nil = no check.
	ZeroReport func(appeal.Month) string
}

// CodeVerdict is the classifier's judgement of a code.
type CodeVerdict struct {
	Kind       CodeKind
	Candidates []string // full codes that a short one may mean
	NeedsOther bool     // requires a second question that says what the appeal is about
}

// CodeKind is the kind of a verdict.
type CodeKind string

// Verdicts about a code.
const (
	CodeOK            CodeKind = "ok"
	CodeRetired       CodeKind = "retired"
	CodeShort         CodeKind = "short"         // four digits, the form of 2017
	CodeNotAssignable CodeKind = "notAssignable" // раздел, тематика or тема
	CodeUnknown       CodeKind = "unknown"
)

// checker is the argument of a row's check function.
type checker struct {
	Subject
	env  *Env
	rows []*appeal.StatusInfo // of the questions: two thirds of the rules need them
	rule *Rule
	out  []Finding
}

// hit reports the rule at a path. detail is added to the text; fixes may be nil.
func (c *checker) hit(path, detail string, fixes []Fix) {
	text := c.rule.Text
	if detail != "" {
		text += ": " + detail
	}
	c.say(path, text)
	c.out[len(c.out)-1].Fixes = fixes
}

// say reports the rule at a path with a text of its own, without a full stop.
func (c *checker) say(path, text string) {
	if !strings.HasSuffix(text, ".") { // a value at the end may have one
		text += "."
	}
	c.out = append(c.out, Finding{Rule: c.rule.Code, Level: c.level(), Field: path, Text: text, Hint: c.rule.Hint})
}

func (c *checker) level() appeal.Level {
	if l, ok := c.env.Format.Levels[c.rule.Code]; ok {
		return l
	}
	return c.rule.Level
}

// Check runs the table over the subject and returns the findings in the order of the
// screen, and for one field the more severe first.
func Check(s Subject, env *Env) []Finding {
	c := &checker{Subject: s, env: env}
	if s.Appeal != nil {
		c.rows = make([]*appeal.StatusInfo, len(s.Appeal.Questions))
		for i := range c.rows {
			c.rows[i], _ = appeal.StatusOf(s.Appeal.Questions[i].Status)
		}
	}
	for i := range Table {
		c.rule = &Table[i]
		if c.level() != appeal.Off {
			c.rule.check(c)
		}
	}
	slices.SortStableFunc(c.out, inOrder)
	return c.out
}

var weight = map[appeal.Level]int{appeal.Error: 0, appeal.Warning: 1, appeal.Advice: 2}

func inOrder(a, b Finding) int {
	if n := cmp.Compare(place(a.Field), place(b.Field)); n != 0 {
		return n
	}
	return cmp.Compare(weight[a.Level], weight[b.Level])
}

// Weight orders levels: smaller is more severe.
func Weight(l appeal.Level) int { return weight[l] }

// Worst returns the most severe level among findings, "" if there are none.
func Worst(findings []Finding) appeal.Level {
	worst := appeal.Level("")
	for _, f := range findings {
		if worst == "" || weight[f.Level] < weight[worst] {
			worst = f.Level
		}
	}
	return worst
}
