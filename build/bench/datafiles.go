package bench

import (
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/generate"
)

// filesUpTo are the numbers of appeals with which another day of registration
// begins: archives of one, two and three days have 256, 512 and 1024 MB of files.
var filesUpTo = []int{filesIn(256), filesIn(512), filesIn(1024)}

// answerFile is the size of an answer file in bytes.
const answerFile = 3 << 20

// filesIn is how many answer files make up so many MB.
func filesIn(mb int) int { return (mb<<20 + answerFile - 1) / answerFile }

// WithFiles makes n appeals of [dataMonth] whose answer file the portal keeps.
// They are not stored yet and have no file yet.
func WithFiles(seed uint64, n int) []appeal.Appeal {
	g := generate.New(seed, dataDay)
	list := make([]appeal.Appeal, n)
	for i := range list {
		day := 0
		for day < len(filesUpTo)-1 && i >= filesUpTo[day] {
			day++
		}
		ap := sound(g)
		ap.Rev, ap.IsDirect, ap.Number = 0, false, fmt.Sprintf("А26-02-%09d", i+1)
		ap.CreateDate, ap.IncomingDate, ap.RegistrationDate = appeal.DateOf(dataMonth), appeal.DateOf(dataMonth),
			dayOfFiles(day)
		ap.Questions = []appeal.Question{{ID: ap.Questions[0].ID, Code: ap.Questions[0].Code, Status: appeal.Explained,
			ResponseDate: appeal.DateOf(dataMonth.AddDate(0, 0, 20))}}
		list[i] = ap
	}
	return list
}

func dayOfFiles(day int) appeal.Date { return appeal.DateOf(dataMonth.AddDate(0, 0, day)) }
