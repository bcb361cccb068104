package hostile

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Call is one call of the core. If File is set, the call brings the file; if Blob is
// set, as a stream.
type Call struct {
	Method     string          `json:"method"`
	Params     json.RawMessage `json:"params"`
	File, Blob bool
}

func call(method string, params any) Call {
	data, err := json.Marshal(params)
	if err != nil {
		panic("hostile: " + err.Error())
	}
	return Call{Method: method, Params: data}
}

type object map[string]any

// First returns the call that opens the file.
func (f *File) First() Call {
	c := map[Door]Call{
		Archive: call("openArchive", object{"name": f.Name}),
		Table:   call("openTable", object{"name": f.Name, "kind": "text"}),
		Book:    call("unpackBook", object{}),
		Backup:  {Method: "checkBackup", Params: json.RawMessage("{}"), Blob: true},
		Merge:   call("mergeOpen", object{"names": []string{f.Name}}),
		Zero:    call("readZeroTemplate", object{"text": "", "month": object{"year": 2026, "month": 10}}),
	}[f.Door]
	if c.Method == "" {
		c = call("readPack", object{"kind": string(f.Door), "name": f.Name, "text": "", "edition": ""})
	}
	c.File = true
	return c
}

// Then returns the calls that show, check and close what was opened. result is the
// answer to [File.First].
func (f *File) Then(result []byte) []Call {
	var of struct{ ID string }
	_ = json.Unmarshal(result, &of) // not every answer has an id
	switch f.Door {
	case Archive:
		id := object{"id": of.ID}
		return []Call{call("openedArchive", object{"id": of.ID, "page": 0, "size": 100}), call("saveOpened", id),
			call("acceptOpened", object{"id": of.ID, "appeals": []string{}, "otherBody": true}),
			call("closeOpened", id), call("register", object{})}
	case Table:
		id := object{"id": of.ID}
		return []Call{call("checkTable", id), call("refusedRows", id), call("closeTable", id)}
	case Backup:
		return []Call{{Method: "restore", Params: json.RawMessage(`{"readable":true}`), File: true, Blob: true},
			call("register", object{}), call("today", object{})}
	case Merge:
		return []Call{call("mergeItems", object{"page": 0, "size": 50}),
			call("mergeApply", object{"leaveOpen": true, "withoutRefused": true}), call("mergeClose", object{}),
			call("register", object{})}
	}
	return nil
}

// Said is an error that the core returns.
type Said struct {
	Code string `json:"code"`
	Text string `json:"text"`
	Hint string `json:"hint"`
}

var (
	inQuotes = regexp.MustCompile(`«[^»]*»|\([^)]*\*\.[a-z]+[^)]*\)`)
	foreign  = regexp.MustCompile(`[A-Za-z]{2,}`)
)

// names are Latin words that may occur in Russian texts.
var names = " zip json xml excel csv tsv guid utf sha windows xlsx xls xlsb attachment base true false кб мб crc id " +
	"name department xmlcalendar ru "

// Judge returns what is wrong with an error, "" if it is Russian text that says what to
// do.
func Judge(s Said) string {
	switch {
	case s.Code == "internal" || s.Code == "badRequest":
		return "not a refusal: " + s.Text
	case s.Text == "" || s.Hint == "":
		return fmt.Sprintf("says too little: %q, %q", s.Text, s.Hint)
	}
	for _, text := range []string{s.Text, s.Hint} {
		plain := inQuotes.ReplaceAllString(text, "")
		for _, word := range foreign.FindAllString(plain, -1) {
			if !strings.Contains(names, " "+strings.ToLower(word)+" ") {
				return fmt.Sprintf("%q is not Russian: %s", word, text)
			}
		}
		if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			return "not Russian: " + text
		}
	}
	return ""
}
