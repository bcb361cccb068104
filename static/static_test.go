package static

import (
	"bytes"
	"testing"
	"time"
)

func TestClassifier(t *testing.T) {
	lines := bytes.Split(bytes.TrimSuffix(Classifier(), []byte("\n")), []byte("\n"))
	if got, want := string(lines[0]), "code\ttitle\tparent\tlevel"; got != want {
		t.Errorf("header %q, want %q", got, want)
	}
	// 5 + 21 + 206 + 1225 + 651 rows (CLASSIFIER.md) and the header.
	if got, want := len(lines), 2108+1; got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
	if _, err := time.Parse("02.01.2006", ClassifierEdition); err != nil {
		t.Errorf("edition: %v", err)
	}
}
