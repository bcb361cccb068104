package office

import "time"

// moment is a time by the clerk's clock.
func (o *Office) Moment(t time.Time) string {
	return t.In(o.Now().Location()).Format("02.01.2006 15:04")
}
