package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"

	"rroform/wasm/classifier"
)

// peersDir has the peers, an npm package of its own: only the benchmark and the
// evaluation of the search install it.
const peersDir = "build/bench/peers"

// peerRow is what the peer (build/bench/peers/minisearch.mjs) indexes of an assignable row: titles, no phrases.
type peerRow struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Question string `json:"question"` // of a подвопрос: the title of its вопрос
	Theme    string `json:"theme"`
	Subject  string `json:"subject"`
	Section  string `json:"section"`
}

func peerRows(table *classifier.Table) []peerRow {
	var rows []peerRow
	for r := range table.All() {
		if !r.Assignable() {
			continue
		}
		row := peerRow{Code: r.Code, Title: r.Title}
		for _, above := range table.Path(r.Code) {
			switch above.Level {
			case classifier.LevelSection:
				row.Section = above.Title
			case classifier.LevelSubject:
				row.Subject = above.Title
			case classifier.LevelTheme:
				row.Theme = above.Title
			case classifier.LevelQuestion:
				row.Question = above.Title
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// askPeer answers all requests by the peer, in Node, and returns a search that
// knows these texts and no others.
func askPeer(root string, table *classifier.Table, sets []labelled) (find, error) {
	if err := ensurePackages(root, peersDir); err != nil {
		return nil, err
	}
	var texts []string
	for _, set := range sets {
		for _, r := range set.requests {
			texts = append(texts, r.text)
		}
	}
	in, err := json.Marshal(map[string]any{"rows": peerRows(table), "texts": texts, "deep": deep})
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("node", "answer.mjs")
	cmd.Dir, cmd.Stdin = filepath.Join(root, peersDir), bytes.NewReader(in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the peer: %w\n%s", err, stderr.String())
	}
	var answers [][]string
	if err := json.Unmarshal(out, &answers); err != nil {
		return nil, fmt.Errorf("the peer: %w", err)
	}
	known := map[string][]string{}
	for i, codes := range answers {
		known[texts[i]] = codes
	}
	return func(text string) []string { return known[text] }, nil
}
