// Package app holds the use cases, a file per screen's work. It is the only
// package that knows all the others, and it knows no screen: what it answers
// is data, and every text in it is a whole Russian sentence.
package app

import (
	"context"
	"sync"
	"time"

	"rroform/static"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
	"rroform/wasm/source"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
	"rroform/wasm/tables"
)

// Version of the program, shown in «Справка» and kept with every archive.
const Version = "0.1.0"

// Options are what the outside world gives to the core.
type Options struct {
	Build string // hash of the build; page and core must agree on it
	// Open opens the lasting store. An error wrapping store.ErrNoStore makes
	// the core work in memory.
	Open func(context.Context) (store.Store, error)
	Now  func() time.Time // the clerk's clock, in her time zone
	// SHA256 may be quicker than ours for much data; nil = ours.
	SHA256 func([]byte) [32]byte
	// Wipe removes everything that Open may have made, also what cannot be
	// opened. Nil where there is nothing but memory.
	Wipe func(context.Context) error
	Work int // log2 of scrypt's N for passphrases of files, 0 = 17
}

// App is the core. Its methods are safe for use by several goroutines: they take
// the lock, or a method of a room does so itself. Whatever waits long without the
// lock works on its own copy.
type App struct {
	options Options

	mu       sync.Locker // guards everything below, and all that the rooms hold
	office   *office.Office
	ledger   *ledger.Ledger
	sources  *source.Sources
	journal  *journal.Journal
	packs    *packs.Editions
	register *register.Register
	incoming *incoming.Incoming
	tables   *tables.Tables
	forming  *forming.Forming

	opened     bool
	vault      *vault.Vault // the store, when it can be locked
	autoLock   int          // minutes
	memory     bool         // nothing lasts: the browser offers no storage
	diskFails  bool         // … since what is on the disk cannot be opened
	lastSave   time.Time    // of a backup file
	favourites []string     // codes
	choices    map[string]choice
	lessons    *finder.Learned // choices made ready for lessonsOf, nil = not yet
	lessonsOf  *finder.Index
	shelf      []*openArchive // that stand open, oldest first
}

// New returns a core that has not opened its store yet; see [App.Hello].
func New(options Options) *App {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		panic("internal error: embedded classifier: " + err.Error())
	}
	a := &App{options: options, mu: new(sync.Mutex)}
	a.office = &office.Office{Clock: options.Now, Version: Version, Build: options.Build}
	a.ledger = ledger.New(a.office, closedStore(), options.SHA256)
	a.sources = source.New(a.ledger)
	a.journal = journal.New(a.ledger, a.office)
	a.packs = packs.New(table, a.ledger, a.office)
	a.register = register.New(a.mu, a.ledger, a.office, a.packs, a.journal)
	a.incoming = incoming.New(a.mu, a.ledger, a.office, a.packs, a.journal, a.register, a.sources)
	a.tables = tables.New(a.mu, a.ledger, a.office, a.packs, a.register, a.incoming)
	a.forming = forming.New(a.mu, a.ledger, a.office, a.packs, a.journal, a.register, a.sources)
	a.ledger.Hooks = ledger.Hooks{
		InOpenedArchive: func(profileID string) bool { return a.shelved(profileID) != nil },
		ProfileExists:   a.known,
		SentSince:       a.register.SentSince,
		BeforeCommit:    a.packs.RememberBodies,
		Added:           a.register.Added,
		Removed: func(rec *ledger.Record) {
			a.forming.DropEntry(a.register.Get(rec.Appeal.ID))
			a.register.Removed(rec)
		},
	}
	return a
}

func closedStore() store.Store {
	s := store.NewMemory()
	_ = s.Close() // of a store in memory: cannot fail
	return s
}

// load fills the core from its store. If the store cannot be read, the core
// keeps what it has: it may be all that is left.
func (a *App) load(ctx context.Context) error {
	if err := a.ledger.Load(ctx, a.reset, a.loaders()); err != nil {
		return err
	}
	a.standIns()
	journal.Sort(a.journal.Rows)
	if err := a.firstProfile(ctx); err != nil {
		return err
	}
	a.register.FinishLoad()
	return nil
}

// reset empties memory before it is filled.
func (a *App) reset() {
	a.register.Reset()
	a.office.Profiles, a.journal.Rows, a.shelf, a.packs.Bodies = nil, nil, nil, map[string]packs.Body{}
	a.favourites, a.choices, a.lessons = nil, map[string]choice{}, nil
	a.office.Active, a.office.Format, a.lastSave, a.autoLock = "", office.BuiltinFormat(), time.Time{}, usualAutoLock
	a.office.Epoch++
	a.forming.DropEntries()
	a.packs.Reset()
}

// loaders are in the order in which they build on each other. Appeals come
// after them, see [App.readAppeals].
func (a *App) loaders() []ledger.Loader {
	return []ledger.Loader{
		{Table: store.Profiles, Take: a.office.LoadProfile},
		{Table: store.Archives, Take: a.journal.LoadArchive},
		{Table: store.Packs, Take: a.packs.Load},
		{Table: store.Bodies, Take: a.packs.LoadBody},
		{Table: store.Choices, Take: a.takeChoice},
		{Table: store.Settings, Take: a.takeSetting},
		{Table: store.Opened, Take: a.takeOpened},
	}
}

// forget makes all records be checked anew, after a profile or the format has
// changed.
func (a *App) forget() {
	a.office.Epoch++
	a.forming.DropEntries()
	a.register.ForgetVerdicts()
}
