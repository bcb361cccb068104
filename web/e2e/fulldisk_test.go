//go:build linux

package e2e

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// smallDisk is a file system of its own for the browser's profile, which a test
// can fill to the last block.
type smallDisk struct {
	t   *testing.T
	dir string
}

func mountDisk(t *testing.T) smallDisk {
	t.Helper()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=45m"); err != nil {
		t.Skipf("a small disk cannot be mounted here, that takes root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", dir, err)
		}
	})
	return smallDisk{t, dir}
}

func (d smallDisk) profile() option { return option{profile: filepath.Join(d.dir, "profile")} }
func (d smallDisk) ballast() string { return filepath.Join(d.dir, "ballast") }

func (d smallDisk) left() int64 {
	d.t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.dir, &s); err != nil {
		d.t.Fatal(err)
	}
	return int64(s.Bavail) * s.Bsize
}

// fill leaves so many bytes free.
func (d smallDisk) fill(leave int64) {
	d.t.Helper()
	f, err := os.OpenFile(d.ballast(), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		d.t.Fatal(err)
	}
	for room := d.left() - leave; room > 0 && err == nil; room = d.left() - leave {
		_, err = f.Write(make([]byte, min(room, 1<<20)))
	}
	if closed := f.Close(); closed != nil || err != nil && !errors.Is(err, syscall.ENOSPC) {
		d.t.Fatal(err, closed)
	}
}

func (d smallDisk) empty() {
	d.t.Helper()
	if err := os.Remove(d.ballast()); err != nil {
		d.t.Fatal(err)
	}
}

// wrongWords are those of a machine, and of causes that a full disk is not.
var wrongWords = regexp.MustCompile(`(?i)error|abort|storage|internal|Внутренняя ошибка|приватн|очистил хранилище`)

// fullDiskSays waits for the words about the disk and for the way out.
func (c *clerk) fullDiskSays(texts ...string) {
	c.t.Helper()
	c.says(append(texts, "не смог записать данные на диск", "кончилось место", "Освободите место на диске")...)
	if said := wrongWords.FindString(c.text()); said != "" {
		c.t.Errorf("the page says «%s»:\n%s", said, c.text())
	}
}

// openBigTable brings a table as far as its preview.
func (c *clerk) openBigTable(rows int) (load node) {
	c.t.Helper()
	var table strings.Builder
	table.WriteString("Рег. №;Дата поступления;ФИО;Адрес;Напрямую\n")
	for i := range rows {
		fmt.Fprintf(&table, "%d-Т;05.10.2026;Петров Пётр Петрович;г. Примерный, ул. Длинная, д. %d;да\n", i+1, i+1)
	}
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, tableInput, "Большая.csv", []byte(table.String())))
	c.appears("Столбцы таблицы", "table")
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	load, err := c.find(nil, fmt.Sprintf("Загрузить все (%d)", rows), "button")
	c.must(err)
	return load
}

// TestFullDisk: the disk with the browser's data is full. Chromium would tear
// its database and drop it whole at the next opening; the page writes nothing
// instead, says why, goes on once there is room, and all that was saved is there
// the next time.
func TestFullDisk(t *testing.T) {
	slow(t)
	const rows = 3000
	for _, leave := range []int64{0, 100 << 10, 700 << 10} {
		t.Run(fmt.Sprintf("%d KB", leave>>10), func(t *testing.T) {
			if inFirefox() {
				t.Skip("not tried in Firefox, which keeps its data in SQLite and not in a LevelDB")
			}
			disk := mountDisk(t)
			c := startClerk(t, disk.profile())
			c.fillProfile()
			c.enterAppeal("1-ОГ")
			c.enterAppeal("2-ОГ")
			load := c.openBigTable(rows)
			disk.fill(leave)

			c.click(load)
			c.fullDiskSays()
			c.must(c.Press(nil, "Закрыть таблицу"))
			if n := c.stored(); n != 2 {
				t.Errorf("%d appeals are stored after the refused import", n)
			}
			c.reload()
			c.registerSays("1-ОГ", "2-ОГ")

			c.edit("1-ОГ", "Адрес", "с. Тесное, д. 1")
			c.settleAs("Не сохранено")
			c.fullDiskSays("Не сохранено", "Сохранить ещё раз")
			c.holds(nil, "Адрес", "с. Тесное, д. 1")
			c.rescue()

			c.eval(`location.hash = "#/archive"`, nil)
			c.forget()
			build, err := c.find(nil, "Сформировать архив", "button")
			c.must(err)
			c.click(build)
			c.fullDiskSays("Не сохранено", "Пока пусто")
			if n := c.handed(); n != 0 {
				t.Errorf("%d files were handed out", n)
			}

			disk.empty()
			c.settle() // without a key or a click
			c.must(c.Press(nil, "Сформировать архив"))
			if zip, err := c.Download(); err != nil || len(zip) == 0 {
				t.Errorf("with room no archive: %v", err)
			}
			c.click(c.openBigTable(rows))
			c.waitLong(fmt.Sprintf(`document.body.innerText.includes("Новых: %d.")`, rows))

			c.must(c.Today("2026-11-03")) // in a new process, which reads the disk
			c.says("Администрация села Примерное")
			if n := c.stored(); n != rows+2 {
				t.Errorf("%d appeals are stored", n)
			}
			c.must(c.Open("Обращения"))
			c.must(c.Fill(nil, "Поиск", "1-ОГ"))
			c.must(c.Follow(nil, "1-ОГ"))
			c.holds(nil, "Адрес", "с. Тесное, д. 1")
		})
	}
}
