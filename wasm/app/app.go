// Package app has the use cases: one file for what a screen does. It is the only package that knows
// all other packages. It returns data, and texts as whole Russian sentences; it knows no screen. [App]
// has the lock of everything in memory.
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

// Version is the version of the program. «Справка» shows it, and the journal stores it with each
// archive.
const Version = "0.1.0"

// Options connect the core to its environment.
type Options struct {
	Build string // hash of the build; page and core must agree on it
	// Open opens the persistent store. If its error wraps [store.ErrNoStore], the core works in
	// memory.
	Open func(context.Context) (store.Store, error)
	Now  func() time.Time // the clerk's clock, in her time zone
	// SHA256 is an optional faster implementation for large data; nil = crypto/sha256.
	SHA256 func([]byte) [32]byte
	// Wipe deletes all databases that Open may have made, also unreadable ones. It is nil if there is
	// only memory.
	Wipe func(context.Context) error
	Work int // log2 of scrypt's N for passphrases of files, 0 = 17
}

// App is the core. Its methods are safe for concurrent use: they take the lock, or call a method of a
// room that takes it. Long work that does not hold the lock uses its own copy of the data.
type App struct {
	options Options

	mu       sync.Locker // guards all fields below and the state of the rooms
	office   *office.Office
	ledger   *ledger.Ledger
	sources  *source.Sources
	journal  *journal.Journal
	packs    *packs.Editions
	register *register.Register
	incoming *incoming.Incoming
	tables   *tables.Tables
	forming  *forming.Forming

	opened       bool
	vault        *vault.Vault // the store, if it can be locked by a passphrase; else nil
	autoLock     int          // minutes
	memory       bool         // the store is in memory only: the browser has no storage
	diskFails    bool         // … because the browser cannot open its storage
	lastBackup   time.Time    // of the last backup file; zero = never
	favourites   []string     // codes
	choices      map[string]choice
	lessons      *finder.Learned // prepared from choices for lessonsOf; nil = not yet
	lessonsOf    *finder.Index
	openArchives []*openArchive // open archives, oldest first
}

// New returns a core with a closed store; [App.Hello] opens it.
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
		InOpenedArchive: func(profileID string) bool { return a.openByID(profileID) != nil },
		ProfileExists:   a.profileExists,
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

// load reads everything from the store. If the store cannot be read, memory stays as it is: it may be
// the only copy left.
func (a *App) load(ctx context.Context) error {
	if err := a.ledger.Load(ctx, a.reset, a.loaders()); err != nil {
		return err
	}
	a.replaceDamagedProfiles()
	journal.Sort(a.journal.Rows)
	if err := a.firstProfile(ctx); err != nil {
		return err
	}
	a.register.FinishLoad()
	return nil
}

// reset clears memory before load fills it.
func (a *App) reset() {
	a.register.Reset()
	a.office.Profiles, a.journal.Rows, a.openArchives, a.packs.Bodies = nil, nil, nil, map[string]packs.Body{}
	a.favourites, a.choices, a.lessons = nil, map[string]choice{}, nil
	a.office.Active, a.office.Format, a.lastBackup, a.autoLock = "", office.BuiltinFormat(), time.Time{}, usualAutoLock
	a.office.Epoch++
	a.forming.DropEntries()
	a.packs.Reset()
}

// loaders returns the readers of the tables, in the order of their dependencies. [ledger.Ledger.Load]
// reads the appeals after them.
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

// forget makes the register check all records again, after a profile or the format profile has
// changed.
func (a *App) forget() {
	a.office.Epoch++
	a.forming.DropEntries()
	a.register.ForgetVerdicts()
}
