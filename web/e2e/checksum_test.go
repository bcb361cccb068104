package e2e

import (
	"crypto/sha256"
	"fmt"
	"os"
	"testing"
)

// TestOwnChecksum: the page shows the checksum of its own file, computed from the
// document, and that of a chosen file.
func TestOwnChecksum(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	file, err := os.ReadFile(pagePath(t))
	c.must(err)
	want := fmt.Sprintf("%x", sha256.Sum256(file))
	c.must(c.Open("Справка"))
	reads(c.tab, `document.getElementById("own-sum")?.textContent ?? ""`, want)
	c.giveFile("Проверить файл", "rroform.html", file)
	c.says("Это та же программа, что открыта сейчас.")
	c.giveFile("Проверить файл", "rroform.html", append(file, '\n'))
	c.says("Это не тот файл, что открыт сейчас")
	c.says(fmt.Sprintf("%x", sha256.Sum256(append(file, '\n'))))
	c.axe("checksum")
}
