package finder

import "testing"

func TestStem(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"дорога", "дорогами"},
		{"школьный", "школьного"},
		{"медицинских", "медицинское"},
		{"мусор", "мусора"},
	} {
		if stem(c.a) != stem(c.b) || stem(c.a) == c.a && stem(c.b) == c.b {
			t.Errorf("stem(%s) = %s, stem(%s) = %s", c.a, stem(c.a), c.b, stem(c.b))
		}
	}
	for _, w := range []string{"", "12", "covid", "зис5"} {
		if stem(w) != w {
			t.Errorf("stem(%q) = %q", w, stem(w))
		}
	}
}

func TestOneTypo(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"дорог", "дорог", false},
		{"дорог", "дораг", true},  // wrong
		{"дорог", "дорг", true},   // missing
		{"дорог", "доорог", true}, // extra
		{"дорог", "дороги", true},
		{"дорог", "одрог", true}, // swapped
		{"дорог", "дрооги", false},
		{"дорог", "догро", false},
		{"дорог", "доракт", false},
		{"арбитражн", "арибтражн", true},
		{"", "а", true},
		{"", "", false},
	} {
		a, b := []rune(c.a), []rune(c.b)
		if oneTypo(a, b) != c.want || oneTypo(b, a) != c.want {
			t.Errorf("oneTypo(%s, %s) = %v, %v", c.a, c.b, oneTypo(a, b), oneTypo(b, a))
		}
	}
}
