// Package app holds the use cases, a file per screen's work. It is the only
// package that knows all the others, and it knows no screen: what it answers
// is data, and every text in it is a whole Russian sentence.
package app

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/calendar"
	"rroform/wasm/classifier"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
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

// App is the core. Its methods are safe for use by several goroutines.
type App struct {
	options Options
	builtin *classifier.Table

	sha256      func([]byte) [32]byte        // may be quicker than ours for much data; nil = ours
	verdicts    map[string]rules.CodeVerdict // of the classifier, by code
	mu          sync.Locker                  // guards everything below
	codes       *classifier.Table            // the edition in force
	search      func() *classifier.Index     // of codes, built on first use; the page asks for it when idle (warm.ts)
	packs       map[string]packRow           // loaded ones, by their key in the store
	directory   bodyDirectory                // the loaded one
	calendar    calendar.Calendar            // the loaded years
	offered     *offeredPack                 // read and shown, not yet taken
	opened      bool
	store       store.Store  // a closed one until opened: what is asked too early gets an answer
	vault       *vault.Vault // the store, when it can be locked
	autoLock    int          // minutes
	memory      bool         // nothing lasts: the browser offers no storage
	diskFails   bool         // … since what is on the disk cannot be opened
	clock       func() time.Time
	version     string // of the program
	build       string // hash of the build
	profiles    []appeal.Profile
	active      string // id of the active profile
	format      FormatRow
	hooks       hooks
	records     map[string]*record
	bodies      map[string]Body            // by GUID in lower case
	journal     []archiveRow               // oldest first
	dups        *duplicates                // of records
	actions     []Action                   // that can be undone, oldest first
	lastSave    time.Time                  // of a backup file
	index       index                      // what the register reads
	changes     uint64                     // counts what comes into the register and goes from it, see [App.stamp]
	epoch       int                        // counts changes of what entries of archives are made by, beside the records
	packed      map[*facts]*archive.Packed // entries as archives take them
	packedBytes int                        // of all of them
	favourites  []string                   // codes
	choices     map[string]choice          // of codes for words
	lessons     *classifier.Learned        // choices made ready for lessonsOf, nil = not yet
	lessonsOf   *classifier.Index
	merging     *mergeSession  // being decided, nil = none
	table       *openTable     // that is being imported, nil = none
	shelf       []*openArchive // that stand open, oldest first
	aside       []asideRow     // damaged rows, which nothing else knows
	suspects    []string       // ids of records on which the program failed, to be set aside after the call
	news        atomic.Bool    // the page should say hello again
}

// record is an appeal of the register.
type record struct {
	appeal appeal.Appeal
	print  string // what the appeal says, see [record.says]; "" = not made
}

// New returns a core that has not opened its store yet; see [App.Hello].
func New(options Options) *App {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		panic("internal error: embedded classifier: " + err.Error())
	}
	a := &App{mu: new(sync.Mutex), clock: options.Now, version: Version, build: options.Build, sha256: options.SHA256, options: options, builtin: table, store: closedStore(), dups: newDuplicates(), index: newIndex()}
	a.hooks = hooks{apart: func(id string) bool { return a.shelved(id) != nil }, known: a.known, sentSince: a.sentSince,
		beside: a.rememberBodies, added: a.added, removed: func(rec *record) {
			a.dropEntry(a.index.byID[rec.appeal.ID])
			a.removed(rec)
		}}
	a.dropPacked()
	a.forgetPacks()
	return a
}

func closedStore() store.Store {
	s := store.NewMemory()
	_ = s.Close() // of a store in memory: cannot fail
	return s
}

// now is the time by the clerk's clock, in her time zone.
func (a *App) now() time.Time { return a.clock() }

func (a *App) today() appeal.Date { return appeal.DateOf(a.now()) }

// program names version and build, as the journal keeps them.
func (a *App) program() string { return a.version + " (" + a.build + ")" }

// newID returns a random UUID.
func newID() string { return uuid.NewString() }

// In a browser each request for randomness costs more than the rest of an id;
// an archive of 10,000 appeals needs 60,000 ids. The pool guards the reader
// behind it, which two goroutines must not ask at once.
func init() {
	uuid.SetRand(bufio.NewReader(rand.Reader)) // 4 KB at once
	uuid.EnableRandPool()
}

// load fills the core from its store. If the store cannot be read, the core
// keeps what it has: it may be all that is left.
func (a *App) load(ctx context.Context) error {
	if err := a.loadRecords(ctx, a.reset, a.loaders()); err != nil {
		return err
	}
	a.standIns()
	sortJournal(a.journal)
	if err := a.firstProfile(ctx); err != nil {
		return err
	}
	a.loaded()
	return nil
}

// reset empties memory before it is filled.
func (a *App) reset() {
	a.dups, a.index = newDuplicates(), newIndex()
	a.profiles, a.journal, a.shelf, a.bodies = nil, nil, nil, map[string]Body{}
	a.favourites, a.choices, a.lessons = nil, map[string]choice{}, nil
	a.active, a.format, a.lastSave, a.autoLock = "", builtinFormat(), time.Time{}, usualAutoLock
	a.epoch++
	a.dropPacked()
	a.forgetPacks()
}

const openingRegister = "Открываем реестр"

// loader takes the rows of a table.
type loader struct {
	table store.Table
	take  func(store.Row) error // an error sets the row aside
}

// loaders are in the order in which they build on each other. Appeals come
// after them, see [App.readAppeals].
func (a *App) loaders() []loader {
	return []loader{
		{store.Profiles, a.takeProfile},
		{store.Archives, a.takeArchive},
		{store.Packs, a.takePack},
		{store.Bodies, a.takeBody},
		{store.Choices, a.takeChoice},
		{store.Settings, a.takeSetting},
		{store.Opened, a.takeOpened},
	}
}

// loadRecords reads all tables, empties memory by reset, and hands each row to its loader.
func (a *App) loadRecords(ctx context.Context, reset func(), loaders []loader) error {
	loaders = append(slices.Clone(loaders), loader{store.Actions, a.takeAction})
	tables, err := a.readTables(ctx, loaders)
	if err != nil {
		return err
	}
	reset()
	a.records, a.actions = make(map[string]*record, len(tables.appeals)), nil
	a.aside = tables.aside
	a.hideKept(ctx)
	for _, l := range loaders {
		for i, row := range tables.rows[l.table] {
			if i%500 == 0 {
				_ = rpc.Report(ctx, i, len(tables.rows[l.table]), openingRegister) // too late to stop
			}
			if err := rpc.Guard(func() error { return l.take(row) }); err != nil {
				a.setAside(l.table, row)
			}
		}
	}
	for _, rec := range tables.appeals {
		a.keepOrSetAside(rec)
	}
	sortActions(a.actions)
	return nil
}

// op makes a store operation that writes v as JSON.
func op(table store.Table, key string, rev int64, v any) (store.Op, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return store.Op{}, fmt.Errorf("encode %s/%s: %w", table, key, err)
	}
	return store.Op{Table: table, Key: key, Rev: rev, Data: data}, nil
}

// put writes one row and returns its new revision.
func (a *App) put(ctx context.Context, table store.Table, key string, rev int64, v any) (int64, error) {
	o, err := op(table, key, rev, v)
	if err != nil {
		return 0, err
	}
	revs, err := a.store.Write(ctx, []store.Op{o})
	if err != nil {
		return 0, err
	}
	a.replaced([]store.Op{o})
	return revs[0], nil
}

// env is what rules need to judge records of a profile.
func (a *App) env(profileID string) *rules.Env {
	p, _ := a.profile(profileID)
	return &rules.Env{Today: a.today(), Profile: p, Format: a.format.Format, Code: a.judgeCode, Duplicates: a.duplicatesOf,
		ZeroReport: a.zeroWords(profileID)}
}

// check returns the findings of a record, from memory when they still hold.
func (a *App) check(rec *facts, env *rules.Env) []rules.Finding {
	if rec.checked != env.Today {
		rec.findings = a.findingsOf(rec, env)
		rec.checked = env.Today
		rec.noteFindings()
		a.index.version++
	}
	return rec.findings
}

// forget makes all records be checked anew, after a profile or the format has
// changed.
func (a *App) forget() {
	a.epoch++
	a.dropPacked()
	a.forgetVerdicts()
}
