package rules

import (
	"encoding/base64"
	"fmt"
	"path"
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

// FileChoice is what a clerk has just chosen or dropped as the answer file of a
// question.
type FileChoice struct {
	Files []FileInfo `json:"files"`
}

// FileInfo is a chosen file; Size in bytes.
type FileInfo struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
}

var fileRules = []Rule{
	{Code: "B-27", Level: appeal.Error, Field: "files", Text: "К вопросу прикладывается ровно один файл ответа",
		Hint:   "Выберите один файл. Если ответ состоит из нескольких, объедините их, например, в один PDF.",
		Source: "002:150", check: func(c *checker) {
			if c.Choice != nil && len(c.Choice.Files) != 1 {
				c.hit("files", fmt.Sprintf("выбрано %d", len(c.Choice.Files)), nil)
			}
		}},
	{Code: "B-40", Level: appeal.Warning, Field: "questions.*.attachment", Text: "Файл ответа не попадёт в архив",
		Hint: "Портал хранит файлы только для обращений Администрации Президента (номер начинается с «А26»). Файл " +
			"останется здесь, в реестре.",
		Source: "001:127", check: func(c *checker) {
			c.eachAnswered(func(q *appeal.Question, path string) {
				if q.Attachment != nil && !c.env.Format.TakesFile(c.Appeal.Number) {
					c.hit(path+".attachment", "«"+q.Attachment.Name+"»", nil)
				}
			})
		}},
	{Code: "B-40.1", Level: appeal.Warning, Field: "questions.*.attachment",
		Text:   "К обращению Администрации Президента не приложен файл ответа",
		Hint:   "Номер начинается с «А26»: приложите ответ заявителю, портал его сохранит.",
		Source: "001:127; FORMAT.md «Attachment»", check: func(c *checker) {
			c.eachAnswered(func(q *appeal.Question, path string) {
				if q.Attachment == nil && c.env.Format.FileRule == appeal.FilesA26 &&
					appeal.FromAdministration(c.Appeal.Number) {
					c.hit(path+".attachment", "", nil)
				}
			})
		}},
	{Code: "B-40.2", Level: appeal.Error, Field: "questions.*.attachment", Text: "Не приложен файл ответа",
		Hint:   "Загруженный профиль формата требует файл для каждого ответа. Приложите файл.",
		Source: "002:128; FORMAT.md «Attachment», 2017", check: func(c *checker) {
			c.eachAnswered(func(q *appeal.Question, path string) {
				if q.Attachment == nil && c.env.Format.FileRule == appeal.FilesAlways {
					c.hit(path+".attachment", "", nil)
				}
			})
		}},
	{Code: "B-41.1", Level: appeal.Error, Field: "questions.*.attachment", Text: "Файл такого вида не принимается",
		Hint: "Сохраните ответ в одном из разрешённых видов (обычно PDF или DOCX). Перечень задаёт профиль формата " +
			"в «Справочниках».",
		Source: "001:12", check: func(c *checker) {
			c.eachFile(func(f FileInfo, at string) {
				ext := path.Ext(f.Name)
				if ext == f.Name || !slices.Contains(c.env.Format.Extensions, strings.ToLower(ext)) {
					c.hit(at, "«"+f.Name+"»; можно "+strings.Join(c.env.Format.Extensions, ", "), nil)
				}
			})
		}},
	{Code: "B-41.2", Level: appeal.Error, Field: "questions.*.attachment", Text: "Файл ответа слишком большой",
		Hint:   "Портал принимает примерно до 7 МБ. Уменьшите качество скана или разделите ответ.",
		Source: "001:12; FORMAT.md «Attachment»", check: func(c *checker) {
			c.eachFile(func(f FileInfo, at string) {
				if int64(base64.StdEncoding.EncodedLen(int(f.Size))) >= c.env.Format.MaxFileBase64 {
					c.hit(at, fmt.Sprintf("«%s», %s", f.Name, megabytes(f.Size)), nil)
				}
			})
		}},
	{Code: "B-41.3", Level: appeal.Error, Field: "questions.*.attachment", Text: "Файл ответа пустой",
		Hint:   "В файле 0 байт. Откройте его и проверьте, затем приложите снова.",
		Source: "001:12", check: func(c *checker) {
			c.eachFile(func(f FileInfo, at string) {
				if f.Size == 0 {
					c.hit(at, "«"+f.Name+"»", nil)
				}
			})
		}},
}

func megabytes(n int64) string {
	return strings.Replace(fmt.Sprintf("%.1f МБ", float64(n)/(1<<20)), ".", ",", 1)
}

// eachAnswered calls f with every question whose status may have a file.
func (c *checker) eachAnswered(f func(q *appeal.Question, path string)) {
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		if row.File != appeal.Absent && row.Status != "" {
			f(q, path)
		}
	})
}

// eachFile calls f with a file that is being chosen and with every file that would go
// into the archive. A file that is not exported may be of any kind.
func (c *checker) eachFile(f func(file FileInfo, path string)) {
	if c.Choice != nil && len(c.Choice.Files) == 1 {
		f(c.Choice.Files[0], "files")
	}
	c.eachAnswered(func(q *appeal.Question, path string) {
		if q.Attachment != nil && c.env.Format.TakesFile(c.Appeal.Number) {
			f(FileInfo{q.Attachment.Name, q.Attachment.Size}, path+".attachment")
		}
	})
}
