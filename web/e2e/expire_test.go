package e2e

import (
	"strings"
	"testing"
)

// TestExpire: appeals answered long ago and already sent are deleted by age, and no
// trace of them is in the browser's profile folder. Others stay.
func TestExpire(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.enterTold("1-ОГ")
	c.formArchive()
	c.must(c.Today("2028-01-12"))
	c.must(c.Open("Настройки"))
	c.clickNow("Удалить по сроку…")
	c.must(c.Select(nil, "Ответ дан раньше, чем", "2 года назад"))
	c.wait(`document.querySelector("dialog[open]")?.innerText.includes("Таких обращений нет")`)
	c.must(c.Select(nil, "Ответ дан раньше, чем", "1 год назад"))
	c.wait(`document.querySelector("dialog[open]")?.innerText.includes("Будет удалено: 1 обращение с историей, 1 ` +
		`файл ответа, содержимое 1 архива")`)
	c.axeNow("deleting by age")
	c.clickNow("Удалить навсегда")
	c.waitLong(`document.querySelector("dialog[open]")?.innerText.includes("Удалено: 1 обращение")`)
	c.clickAnew("Продолжить работу")
	c.must(c.Open("Обращения"))
	c.says("Обращений пока нет")
	c.must(c.Open("Архив"))
	c.thingSays("Журнал архивов", "table", "октябрь 2026")
	profile := c.profile
	c.close()
	if found := sightings(t, profile, told...); len(found) > 0 {
		t.Errorf("after the deletion there still lie\n%s", strings.Join(found, "\n"))
	}
}

// watchLooks counts in rroLooks how often the page has looked at its clock.
var watchLooks = option{inject: `const wait = window.setInterval;
	window.setInterval = (look, ms, ...more) => wait(() => { look(...more); if (ms === 5000) window.rroLooks++;
		}, ms);`}

// TestAutoLock: who goes away finds the page locked, by the clock.
func TestAutoLock(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t, watchLooks)
	c.fillProfile()
	c.must(c.Open("Настройки"))
	c.clickNow("Поставить пароль…")
	c.fillNow("Новый пароль", lockPass)
	c.fillNow("Новый пароль ещё раз", lockPass)
	c.must(c.Check(nil, "Я понимаю: если я забуду пароль, поможет только резервная копия", true))
	c.clickNow("Поставить пароль")
	c.waitLong(`document.body?.innerText.includes("Пароль стоит.")`)
	c.settle()
	c.must(c.Select(nil, "Спрашивать пароль, если ничего не делать", "5 минут"))
	c.settle()
	ahead := func(minutes string) {
		c.eval(`window.Date = new Proxy(Date, {get: (was, key) => key === "now" ? () => was.now() + `+minutes+
			` * 60000 : Reflect.get(was, key)}); window.rroOld = true`, nil)
	}
	ahead("4")
	c.eval(`window.rroLooks = 0`, nil)
	c.wait(`window.rroLooks > 1`)
	reads(c.tab, `!!window.rroOld`, true) // four minutes of five: the page has looked at its clock and stayed
	ahead("2")
	c.waitAnew(`!window.rroOld && document.body.innerText.includes("Введите пароль")`)
	c.unlock()
}
