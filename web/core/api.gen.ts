// Written by `make types` from the core's method table. Do not edit.
//
// A slice or map is never null: the core sends [] and {}. A field with
// omitempty is optional, a pointer without it is T | null. []byte is base64,
// time.Time and types that marshal to text are strings. A named string type
// with constants is the union of them and "", Go's zero value; what came from
// another program may still hold anything.

/** AcceptOpenedReq names appeals of an open archive to take into the register of the active profile. */
export interface AcceptOpenedReq {
  id: string;
  /** ids of appeals; empty = all */
  appeals: string[];
  /** also those of another body: they get the active profile */
  otherBody: boolean;
}

/** AcceptOpenedRes counts what was taken and what was not. */
export interface AcceptOpenedRes {
  taken: TakenRes;
  /** part of Left: changed here too, not decided yet */
  conflicts: number;
  /** not taken: of another body */
  otherBody: number;
  /** not taken: not readable as appeals */
  unreadable: number;
  /** zero reports that were added to the journal */
  zeros: number;
}

/** ActionInfo describes an [Action] to the page. */
export interface ActionInfo {
  id: string;
  at: string;
  who: string;
  label: string;
  count: number;
  /** of a deletion that was just made: how many of the appeals an archive holds */
  sent: number;
}

/** ActionsReq is empty. */
export interface ActionsReq {}

/** ActionsRes lists the actions that can be undone, the newest first. */
export interface ActionsRes {
  actions: ActionInfo[];
}

/** AffectedAppeal is an appeal with a code or a recipient that the pack changes. */
export interface AffectedAppeal {
  id: string;
  number: string;
  what: string;
}

/**
 * Appeal is one appeal (обращение) in the register. It contains what was typed, also if it is wrong: rules report
 * errors, nothing is discarded.
 */
export interface Appeal {
  /** UUID; also the entry's name in the archive */
  id: string;
  /** the store's revision; 0 = not stored yet */
  rev: number;
  /** the body that reports it, see [Profile] */
  profileId: string;
  /** first save, UTC */
  created: string;
  /** last save, UTC */
  modified: string;
  isDirect: boolean;
  format: Format;
  number: string;
  /** «Дата документа по обращению» */
  createDate: AppealDate;
  /** Dates of all questions, entered once. The archive repeats them in each question. */
  incomingDate: AppealDate;
  registrationDate: AppealDate;
  name: string;
  address: string;
  email: string;
  questions: Question[];
  /**
   * Text is the text of the appeal, stored only if the clerk wants it. Codes are suggested from it. It never goes into
   * an archive.
   */
  text?: string;
  /** «Черновик (не выгружать)»: held back (B-28) */
  draft: boolean;
  /** what was changed, oldest first */
  history?: Revision[];
  /** of an opened archive's entry; "" = the profile's */
  departmentId?: string;
  /** nil = entered by hand */
  source?: Source;
  /**
   * Decided holds the content hashes of states that a merge has compared with this one and rejected. If one of them is
   * offered again, it counts as older.
   */
  decided?: string[];
  extra?: Record<string, unknown>;
}

/**
 * Date is a day "yyyy-MM-dd", empty, or the text that a clerk typed if it is not a date: a wrong date is kept and
 * shown, not discarded.
 */
export type AppealDate = string;

/** AppealIDReq names an appeal. */
export interface AppealIDReq {
  id: string;
}

/**
 * Archive describes an archive that was made, how its appeals were chosen, and which versions made it. Its bytes are
 * stored, so that the same file can be downloaded again.
 */
export interface Archive {
  id: string;
  kind: ArchiveKind;
  rev: number;
  created: string;
  /** as it was at that time */
  profile: Profile;
  mode: ArchiveMode;
  /** requested; zero in the other modes */
  month: Month;
  /** requested; "" = no range of days */
  from: AppealDate;
  to: AppealDate;
  filter?: RegisterReq;
  /** Period is the request in Russian: «октябрь 2026», «с 01.09.2026 по 03.10.2026». */
  period: string;
  /** reporting months of its appeals, newest first */
  months: MonthCount[];
  state: ArchiveState;
  /** all changes of the state, oldest first */
  states: StateChange[];
  /** to the portal; "" = unknown */
  way?: ArchiveWay;
  parts: Part[];
  /** number of appeals */
  count: number;
  leftOut: LeftOut[];
  /** answer files that were left out */
  filesOut: FileOut[];
  zero?: Zero;
  /** version and build */
  program: string;
  /** name and version of the format profile */
  format: string;
  /** Written is office.FormatRow.EntrySettings at that time; "" = made by an older program. */
  written?: string;
  /** which answer files were included */
  fileRule: FileRule;
  /** edition of the classifier */
  codes: string;
  /** zero report: the template was confirmed */
  confirmed: boolean;
  /** time when its contents were deleted by age, "" = not deleted */
  cleared: string;
  /** Seq orders archives, as clocks may be set back. 0 = made by an older program. */
  seq?: number;
  /** HandOver is [Archive.HandOverDay] in answers to the page. It is not stored. */
  handOver?: AppealDate;
}

/** ArchiveEntriesRes lists the appeals of an archive, in the order of the plan it was made from. */
export interface ArchiveEntriesRes {
  entries: ArchiveEntry[];
}

/** ArchiveEntry is an appeal in an archive. */
export interface ArchiveEntry {
  id: string;
  rev: number;
  number: string;
  /** EntryHash, see package register */
  hash: string;
  since: EntrySince;
}

/** ArchiveIDReq names an archive of the journal. */
export interface ArchiveIDReq {
  id: string;
}

/** ArchiveKind distinguishes archives of appeals from zero reports. */
export type ArchiveKind = "" | "appeals" | "zero";

/** ArchiveMode is how the appeals of an archive are chosen (B-31). */
export type ArchiveMode = "" | "month" | "entered" | "registered" | "changed";

/** ArchiveModeInfo is one row of [ArchiveModes]. */
export interface ArchiveModeInfo {
  mode: ArchiveMode;
  label: string;
  period: PeriodForm;
  /** which dates decide, for people */
  hint: string;
}

/** ArchivePartReq names a part, counted from 0. */
export interface ArchivePartReq {
  id: string;
  part: number;
  /** "" = not encrypted */
  passphrase: string;
}

/** ArchiveRes is a row of the journal. */
export interface ArchiveRes {
  archive: Archive;
}

/**
 * ArchiveState is how far an archive has come on its way to the portal. The program has no connection to the portal, so
 * a clerk sets the state.
 */
export type ArchiveState = "" | "formed" | "handed" | "loaded" | "done" | "failed";

/** ArchiveStateInfo is one row of [ArchiveStates]. */
export interface ArchiveStateInfo {
  state: ArchiveState;
  label: string;
  hint: string;
  needsNote: boolean;
}

/** ArchiveWay is one of the ways in which an archive comes to the portal. Each has steps of its own. */
export type ArchiveWay = "" | "exchange" | "platform" | "open" | "handOver";

/** Attachment describes an answer file. Its bytes are stored in table files under FileID. */
export interface Attachment {
  fileId: string;
  name: string;
  /** bytes */
  size: number;
  sha256: string;
  extra?: Record<string, unknown>;
}

/**
 * BackupDamage describes the damage of a backup. The counts of [CheckBackupRes] then are those of the readable part.
 */
export interface BackupDamage {
  text: string;
  /** in the undamaged file; 0 = unknown */
  ofAppeals: number;
  ofFiles: number;
  /** other missing parts, for people */
  missing: string[];
}

/** BackupReq asks for a backup of all data. */
export interface BackupReq {
  /** "" = not encrypted */
  passphrase: string;
}

/** BackupRes describes the file, whose bytes went to the page by [rpc.Emit]. */
export interface BackupRes {
  name: string;
  size: number;
  /** SHA-256 of the content: equal registers have equal values */
  content: string;
}

/** Body is a body (орган) that questions are passed on to. */
export interface Body {
  departmentId: string;
  name: string;
}

/** BodyRow is a body with its origin. */
export interface BodyRow {
  departmentId: string;
  name: string;
  /** entered here, not from the loaded directory */
  own: boolean;
}

/** BuildRes describes the archive that was made. */
export interface BuildRes {
  archive: Archive;
}

/** Card is an appeal with what its form shows. */
export interface Card {
  appeal: Appeal;
  findings: Finding[];
  /** reporting month; zero = unknown */
  month: Month;
  /** CreateDate is the document date in an archive, see [archive.CreateDate]; "" = none. */
  createDate: AppealDate;
  /** by code; the title of a subquestion begins with that of its question */
  titles: Record<string, string>;
  /** the open archive that it belongs to */
  archive?: OpenedArchive;
  /** name of the reporting body */
  body: string;
  /** the last archive that had it; nil = none */
  sent?: Sent;
}

/** CellFinding is a finding about a cell; Column counts from 0, -1 = the whole row. */
export interface CellFinding {
  column: number;
  level: Level;
  text: string;
  hint: string;
}

/** Changed is an appeal that differs between the archives. */
export interface Changed {
  number: string;
  name: string;
  /** in the order of the form */
  changes: FieldChange[];
}

/** CheckBackupReq comes with a backup file. */
export interface CheckBackupReq {
  /** "" = the file has none */
  passphrase: string;
}

/** CheckBackupRes describes the content of a backup. Damage is nil if the file is undamaged. */
export interface CheckBackupRes {
  /** "" = unknown */
  created: string;
  program: string;
  /** see [BackupRes] */
  content: string;
  appeals: number;
  archives: number;
  files: number;
  /** of the answer files */
  bytes: number;
  damage?: BackupDamage;
}

/** CheckRegisterReq asks to check every appeal of the active profile. */
export interface CheckRegisterReq {}

/** CheckRegisterRes has the number of appeals of the active profile. */
export interface CheckRegisterRes {
  appeals: number;
}

/** CheckTableReq names the open table. */
export interface CheckTableReq {
  id: string;
}

/** ChooseCodeReq has the words of a search and the code that the clerk chose. */
export interface ChooseCodeReq {
  query: string;
  code: string;
}

/** ChooseCodeRes is empty. */
export interface ChooseCodeRes {}

/** CloseOpenedRes has the number of entries whose appeals were edited after opening. */
export interface CloseOpenedRes {
  edited: number;
}

/** CloseTableReq names the open table. */
export interface CloseTableReq {
  id: string;
}

/** CloseTableRes is empty. */
export interface CloseTableRes {}

/** CodeCount counts a value of [query.RegisterReq].Code. */
export interface CodeCount {
  code: string;
  /** "" = not in the classifier */
  title: string;
  count: number;
}

/** CodeTreeReq asks for the children of a row; an empty Parent means the top level («разделы»). */
export interface CodeTreeReq {
  parent: string;
}

/** CodeTreeRes has the children, in the order of the document. */
export interface CodeTreeRes {
  rows: TreeRow[];
}

/** Column is a column of a table. Width is in characters of the default font, as in XLSX. */
export interface Column {
  title: string;
  kind: Kind;
  width: number;
}

/** CompareArchivesReq names two archives of the journal; A is the earlier one. */
export interface CompareArchivesReq {
  a: string;
  b: string;
}

/** CompareArchivesRes has the differences of B from A. */
export interface CompareArchivesRes {
  a: Archive;
  b: Archive;
  comparison: Comparison;
}

/** Comparison says how the second of two archives differs from the first. */
export interface Comparison {
  added: Named[];
  gone: Named[];
  changed: Changed[];
  /** appeals without a difference */
  same: number;
}

/** CreateDateForm says what createDate is in a direct appeal without a document date. */
export type CreateDateForm = "" | "arrival" | "none";

/** DamagedFileRes names the file that comes with it. */
export interface DamagedFileRes {
  name: string;
}

/** DamagedID names a damaged row. */
export interface DamagedID {
  table: string;
  key: string;
  kept: boolean;
}

/** DamagedReq is empty. */
export interface DamagedReq {}

/** DamagedRes lists the rows that were set aside. */
export interface DamagedRes {
  rows: DamagedRow[];
}

/** DamagedRow is a set-aside row with the possible repairs. */
export interface DamagedRow {
  table: string;
  key: string;
  /** it came from a restored backup */
  kept: boolean;
  /** its kind, for people: «обращения» */
  what: string;
  /** of an appeal, if readable */
  number: string;
  /** of the applicant, if readable */
  name: string;
  /** it can be read, but the damage may have changed values */
  readable: boolean;
  /** time of an earlier state of the appeal in the undo list; "" = none */
  earlier: string;
  /** it is undamaged, but the program fails on it */
  failing: boolean;
  /** of the row */
  bytes: number;
}

/** DeleteAppealsReq names appeals to delete. */
export interface DeleteAppealsReq {
  ids: string[];
}

/** EncodeTableReq has an encoding of TableInfo.Encodings. */
export interface EncodeTableReq {
  id: string;
  encoding: Encoding;
}

/** Encoding is what a text was written in, in words for people. */
export type Encoding = "" | "UTF-8" | "UTF-8 с меткой порядка байтов (BOM)" | "UTF-8 с повреждёнными знаками" | "Юникод (UTF-16)" | "Windows-1251" | "CP866 (DOS)" | "КОИ-8" | "Macintosh (кириллица)";

/** EntrySince says what happened to an appeal after an archive was made. */
export type EntrySince = "" | "changed" | "sent" | "gone";

/** ExpireReq repeats what [App.Expired] has counted. */
export interface ExpireReq {
  months: number;
  /** from [ExpiredRes]; if the appeals have changed since, nothing is deleted */
  state: string;
}

/** ExpireRes counts what was deleted. */
export interface ExpireRes {
  deleted: ExpiredRes;
  /** the browser's files have no remains of it either */
  clean: boolean;
}

/** ExpiredReq has the age of appeals to delete. */
export interface ExpiredReq {
  /** since the answer, from 1 */
  months: number;
}

/** ExpiredRes counts what a deletion would remove. */
export interface ExpiredRes {
  /** of these appeals, for [ExpireReq] */
  state: string;
  /** answers before this day */
  before: AppealDate;
  /** of all bodies */
  appeals: number;
  /** of the first appeals, at most mostNumbers */
  numbers: string[];
  /** answer files */
  files: number;
  /** archives of the journal that lose their content */
  archives: number;
  /** actions that could not be undone afterwards */
  actions: number;
  /** logs of merges and imports that lose entries */
  logs: number;
}

/** ExportPacksReq is empty. */
export interface ExportPacksReq {}

/** ExportPacksRes names the file that comes with it. */
export interface ExportPacksRes {
  name: string;
}

/** ExportState compares an appeal with the last archive that held it. */
export type ExportState = "" | "same" | "changed";

/** ExtendedForm is how «Рассмотрение продлено» is written. */
export type ExtendedForm = "" | "isExtend" | "InWorkExtended";

/** FavouriteReq marks a code as favourite, or removes the mark. */
export interface FavouriteReq {
  code: string;
  on: boolean;
}

/** FieldChange is the value of a field before and after; "" = empty. */
export interface FieldChange {
  /** path with indexes */
  field: string;
  from: string;
  to: string;
}

/**
 * FieldInfo names one field for people. Path is the JSON path inside an appeal, a profile ("profile.…") or a zero
 * report ("zero.…"), with * for an index; Label is ЛАРМ's, word for word (004:95…117).
 */
export interface FieldInfo {
  path: string;
  label: string;
}

/** FileInfo is a chosen file; Size in bytes. */
export interface FileInfo {
  name: string;
  size: number;
}

/** FileKind is the kind of a file by its content. */
export type FileKind = "" | "archive" | "zero" | "entries" | "backup" | "handover" | "covered" | "pack" | "classifier" | "bodies" | "calendar" | "format" | "xlsx" | "xlsb" | "xls" | "ods" | "html" | "xml2003" | "table" | "numbers" | "sealed" | "program" | "mhtml" | "rtf" | "docx" | "doc" | "odt" | "slides" | "pdf" | "picture" | "letter" | "zip" | "lockedZip" | "cutZip" | "rar" | "7z" | "gzip" | "cab" | "exe" | "shortcut" | "database" | "media" | "json" | "xml" | "text" | "empty" | "blank" | "lockFile" | "unknown";

/** FileKindInfo has the Russian texts for a kind of file. */
export interface FileKindInfo {
  kind: FileKind;
  /** what the file is: a whole sentence */
  is: string;
  /** which part opens it */
  place: FilePlace;
  /** asks whether it should; "" where Place is Nowhere */
  offer: string;
  /** label of the button that opens it */
  button: string;
  /** what to do with a file that no part opens */
  remedy: string;
}

/** FileOut is an answer file that was left out of the archive. */
export interface FileOut {
  number: string;
  name: string;
}

/** FilePlace is the part of the program that opens a file. */
export type FilePlace = "" | "archive" | "table" | "restore" | "merge" | "packs" | "password";

/** FileRule says for which appeals answer files go into the archive. */
export type FileRule = "" | "never" | "a26" | "always";

/** Finding is the report of a rule about one place. */
export interface Finding {
  rule: string;
  level: Level;
  /** path with indexes: "questions.0.code" */
  field: string;
  text: string;
  hint: string;
  /** one is certainly right; of several the clerk chooses */
  fixes?: Fix[];
  link?: Link;
}

/** Fix is a remedy of a finding: put Value into Field. */
export interface Fix {
  label: string;
  field: string;
  value: string;
}

/** FixRemarksReq names the rule whose fixes to apply. */
export interface FixRemarksReq {
  rule: string;
  /** of the chosen fix; "" = the only one */
  label: string;
  /** these appeals; empty = all of the active profile */
  ids: string[];
  /** of this reporting month; zero = all */
  month: Month;
}

/** ForgetChoicesReq names a choice; without words, all of them. */
export interface ForgetChoicesReq {
  words: string;
  code: string;
}

/** Format is the channel by which an appeal came (schemas/FORMAT.md, "Appeal", format). */
export type Format = "" | "Electronic" | "Other";

/** FormatInfo is one row of [Formats]. */
export interface FormatInfo {
  value: Format;
  label: string;
}

/**
 * FormatProfile holds every unconfirmed fact about the archive format, as data that a user can replace by a file
 * (schemas/FORMAT.md, "Format profile"; schemas/profile.schema.json).
 */
export interface FormatProfile {
  name: string;
  version: string;
  source: string;
  createDateOfDirect: CreateDateForm;
  extended: ExtendedForm;
  recipients: RecipientsForm;
  fileRule: FileRule;
  /** allowed for answer files, lower case with the dot */
  extensions: string[];
  /** The base64 of an answer file must have fewer characters than this. */
  maxFileBase64: number;
  /** the largest part of an archive */
  maxPartBytes: number;
  zeroReport: ZeroReport;
  /** Levels overrides the level of single rules, by rule code. */
  levels?: Record<string, Level>;
}

/** FormatReq is empty. */
export interface FormatReq {}

/** FormatRes has the format profile in force. If a file was refused, Violations says why. */
export interface FormatRes {
  format: FormatRow;
  /** of a refused file */
  violations: Violation[];
}

/** FormatRow is the format profile in force. */
export interface FormatRow {
  format: FormatProfile;
  builtin: boolean;
  loaded: string;
}

/** FrequentCode is a code that this office uses. */
export interface FrequentCode {
  code: string;
  title: string;
  path: string;
  /** number of appeals of the active profile */
  count: number;
}

/** FrequentReq is empty. */
export interface FrequentReq {}

/**
 * FrequentRes lists codes to offer before anything is typed: favourites in the order in which they were marked, then
 * the most frequent codes of the register.
 */
export interface FrequentRes {
  favourites: FrequentCode[];
  /** at most [maxFrequent], none of them a favourite */
  frequent: FrequentCode[];
}

/** GetFileReq names a stored answer file. */
export interface GetFileReq {
  fileId: string;
}

/** GetFileRes is empty; the file comes with it. */
export interface GetFileRes {}

/** HandoverReq selects appeals of the active profile for a colleague. */
export interface HandoverReq {
  /** its sort and page are ignored */
  filter: RegisterReq;
  /** changed on this day or later, as typed; "" = all */
  since: AppealDate;
  /** "" = not encrypted */
  passphrase: string;
}

/** HandoverRes names the file that comes with it. */
export interface HandoverRes {
  name: string;
  size: number;
  appeals: number;
}

/** HelloReq is the first message of the page; Build is the hash of the page's build. */
export interface HelloReq {
  build: string;
}

/** HelloRes describes the core and its store. */
export interface HelloRes {
  build: string;
  version: string;
  /** edition, dd.mm.yyyy */
  classifier: string;
  /** name and version of the format profile */
  format: string;
  /** the store is in memory only: there is no IndexedDB */
  memory: boolean;
  /** … because the browser could not open its storage */
  diskFails: boolean;
  /** no appeals and no completed profile: the first start, or the file was moved */
  empty: boolean;
  /** yyyy-MM-dd by the clerk's clock */
  today: string;
  /** time of the last backup, RFC 3339; "" = never */
  backup: string;
  /** number of damaged rows that were set aside, see [App.Damaged] */
  damaged: number;
  /** number of rows on which the program fails, set aside too */
  failing: number;
  /** time of the latest record if it is later than the clock, which is wrong then; "" = it is not */
  ahead: string;
  /** nothing is read yet: the page asks for the passphrase, see [App.Unlock] */
  locked: boolean;
  /** cannot be unlocked: rows are encrypted, and the row with the key is lost */
  stripped: boolean;
  /** the store is encrypted under a passphrase */
  guarded: boolean;
  /** minutes without input before the register locks */
  autoLock: number;
}

/** Hit is one found row. */
export interface Hit {
  code: string;
  title: string;
  /** titles of the parents from the раздел down; a подвопрос means nothing without */
  path: string;
  /** comparable only within one result */
  score: number;
  /** Phrase is the best matching everyday phrase, "" = only titles match. */
  phrase?: string;
  /** Usual reports that the hit stands so high because specialists often choose the code. */
  usual?: boolean;
  /** Chosen is the words for which this office chose the code before. */
  chosen?: string;
}

/** ImportTableReq names the open table. */
export interface ImportTableReq {
  id: string;
  /** leave out appeals with errors */
  clean: boolean;
}

/** JournalReq asks for the journal of the active profile. */
export interface JournalReq {
  /** id of an appeal: only archives with it; "" = all */
  holding: string;
}

/** JournalRes lists archives, the newest first. */
export interface JournalRes {
  archives: Archive[];
}

/** Kind is the format of the cells of a column. */
export type Kind = "" | "text" | "date" | "mark";

/** LearnedReq is empty. */
export interface LearnedReq {}

/** LearnedRes lists the choices, the latest first. */
export interface LearnedRes {
  choices: LearnedRow[];
  favourites: FrequentCode[];
}

/** LearnedRow is one choice, for people. */
export interface LearnedRow {
  /** folded words that the search knows, see [Index.Known] */
  words: string;
  code: string;
  count: number;
  title: string;
  last: string;
}

/** LeftOut is an appeal that was left out, with the reason. */
export interface LeftOut {
  id: string;
  number: string;
  name: string;
  reason: string;
}

/** Level is the severity of a finding. */
export type Level = "" | "error" | "warning" | "advice" | "off";

/** Link leads from a finding to another appeal. */
export interface Link {
  id: string;
  number: string;
}

/** LoadFormatReq comes with a format profile as a file. */
export interface LoadFormatReq {
  /** accept an older version than the one in force */
  older: boolean;
}

/**
 * Log describes what a merge or an import did. Its entries are in a row of their own, see [EntriesKey], so that a list
 * of logs need not read them.
 */
export interface Log {
  id: string;
  /** UTC */
  at: string;
  who: string;
  profileId: string;
  /** the label of the action */
  label: string;
  sources: LogSource[];
  /** of entries by decision, in the order of their first occurrence */
  counts: LogCount[];
  /** time in RFC 3339, "" = not undone */
  undone: string;
  undoneBy: string;
  /** numbers of appeals that the undo did not change */
  kept: string[];
}

/** LogCount counts the entries with one decision. */
export interface LogCount {
  decision: string;
  count: number;
}

/**
 * LogEntry describes what was done with one record of one source. Lost has all its values that are not in the register.
 */
export interface LogEntry {
  /** file name */
  source: string;
  /** in the file: name of an entry or number of a row, «строка 12» */
  place: string;
  number: string;
  name: string;
  /** id in the register, "" = not taken in */
  appealId: string;
  /** result of the comparison: «новое» (new), «расходится» (conflict) */
  kind: string;
  /** «добавлено» (added), «оставлено здешнее» (register unchanged) */
  decision: string;
  lost: LogValue[];
}

/** LogReq names a log. */
export interface LogReq {
  id: string;
}

/** LogRes is a log with its entries, and the same as a table for download. */
export interface LogRes {
  log: Log;
  entries: LogEntry[];
  table: Table;
  /** file name of the table, without extension */
  fileName: string;
}

/** LogSource is a file that was read or refused. */
export interface LogSource {
  name: string;
  /** kind, author and date of the file */
  about: string;
  records: number;
  /** reason, "" = it was read */
  refused: string;
}

/** LogValue is a value that another one replaced. */
export interface LogValue {
  /** label of the field, with its question */
  field: string;
  lost: string;
  kept: string;
}

/** LogsReq is empty. */
export interface LogsReq {}

/** LogsRes lists the logs of the active profile, the newest first. */
export interface LogsRes {
  logs: Log[];
}

/** MapTableReq has a new mapping of the open table. With another header row the columns are recognised again. */
export interface MapTableReq {
  id: string;
  /** id of a preset; "" = use Mapping */
  preset: string;
  mapping: TableMapping;
}

/**
 * MassEdit has the new values of the appeals and of their selected questions. Empty or missing fields stay unchanged.
 */
export interface MassEdit {
  status: Status;
  /** as typed */
  responseDate: AppealDate;
  actionsTaken?: boolean;
  code: string;
  /** the same answer file for all, see [App.PutFile] */
  attachment?: Attachment;
  /** true = keep out of archives, false = no longer */
  draft?: boolean;
  isDirect?: boolean;
  format: Format;
  /** as typed */
  incomingDate: AppealDate;
  /** as typed */
  registrationDate: AppealDate;
  /**
   * For questions that are passed on: the recipient, by name or GUID, and the covering letter. Questions with several
   * recipients keep them.
   */
  recipient: string;
  /** as typed */
  transferDate: AppealDate;
  transferNumber: string;
}

/** MassReq has one change of many appeals. Without Apply it is only a preview. */
export interface MassReq {
  ids: string[];
  edit: MassEdit;
  only: Questions;
  apply: boolean;
  /** [MassRes] State of the preview; "" = there was none */
  state?: string;
}

/** MassRes describes what changes or has changed. */
export interface MassRes {
  /** hash of the selected appeals, for [MassReq] */
  state: string;
  /** changed appeals, at most MassRows */
  rows: MassRow[];
  changed: number;
  /** selected appeals that do not change */
  same: number;
  /** changed appeals that have errors afterwards */
  errors: number;
  /** Questions of the changed appeals, and how many of them change. */
  questions: number;
  edited: number;
  /** questions that keep their several recipients */
  several: number;
  action?: ActionInfo;
}

/** MassRow is one changed appeal. */
export interface MassRow {
  id: string;
  number: string;
  name: string;
  changes: FieldChange[];
  /** texts of the errors afterwards */
  errors: string[];
}

/** MatchNamesReq is empty. */
export interface MatchNamesReq {}

/** MatchedRes counts recipients and questions that were given only in words and now have a GUID or a code. */
export interface MatchedRes {
  /** got the GUID of the one body with their name */
  recipients: number;
  /** got the code of the one question with their title */
  codes: number;
  /** names that several bodies have, which were not matched */
  several: string[];
  action?: ActionInfo;
}

/** MeantQuery is a query that the clerk may have meant, with the number of its rows. */
export interface MeantQuery {
  query: string;
  total: number;
}

/** MendReq has the decision about a damaged row. */
export interface MendReq {
  row: DamagedID;
  way: MendWay;
}

/** MendWay is a way to repair a damaged row. */
export type MendWay = "" | "asRead" | "earlier" | "remove";

/** MergeApplyReq has the consents of the clerk. */
export interface MergeApplyReq {
  /** undecided conflicts stay as in the register */
  leaveOpen: boolean;
  /** merge although some files cannot be read */
  withoutRefused: boolean;
}

/** MergeChoice decides about one appeal of a file. */
export interface MergeChoice {
  key: string;
  side: MergeSide;
  /** by path, for [MergeFields] */
  fields: Record<string, Side>;
}

/** MergeCloseReq is empty. */
export interface MergeCloseReq {}

/** MergeCounts counts the appeals of a file by their relation to the register, see [merge.Kind]. */
export interface MergeCounts {
  new: number;
  same: number;
  newer: number;
  older: number;
  conflict: number;
  /** of another body, or unreadable */
  outside: number;
}

/** MergeDecideReq has decisions about single appeals, or a rule. */
export interface MergeDecideReq {
  choices: MergeChoice[];
  /** "" = none */
  rule: MergeRule;
}

/** MergeFromReq names an open archive or the open table. */
export interface MergeFromReq {
  /** id, "" = none */
  archive: string;
  /** as in [AcceptOpenedReq] */
  otherBody: boolean;
  /** id, "" = none */
  table: string;
}

/** MergeItem is an appeal of a file with its counterpart. */
export interface MergeItem {
  key: string;
  kind: string;
  number: string;
  name: string;
  /** of the counterpart in the register; "" = none */
  appealId: string;
  /** the counterpart */
  here: MergeState;
  /** the appeal of the file */
  file: MergeState;
  /** the differences */
  rows: MergeRow[];
  side: MergeSide;
  decided: boolean;
  /** decided by a [MergeRule] */
  byRule: boolean;
  /** why it stays out, for kind "outside" */
  reason: string;
}

/** MergeItemsReq asks for a page of the appeals of one kind. */
export interface MergeItemsReq {
  /** a value of merge.Kind, or "outside" */
  kind: string;
  /** from 0 */
  page: number;
  size: number;
}

/** MergeItemsRes is a page of the appeals of one kind. */
export interface MergeItemsRes {
  items: MergeItem[];
  /** on all pages */
  total: number;
}

/** MergeOpenReq has the names of the files of the request, in their order. */
export interface MergeOpenReq {
  names: string[];
  /** by name of the file */
  passphrases?: Record<string, string>;
}

/** MergePlan says what the open merge would do with the decisions so far. */
export interface MergePlan {
  /** empty = no merge is open */
  sources: MergeSource[];
  total: MergeCounts;
  /** undecided conflicts */
  open: number;
  /** appeals that the register would get */
  new: number;
  /** appeals of the register that would change */
  updated: number;
  /** files that cannot be read */
  refused: number;
  /** zero reports in all files */
  zeros: number;
}

/** MergePlanReq is empty. */
export interface MergePlanReq {}

/** MergeRes counts what a merge did with the appeals of the files. */
export interface MergeRes {
  new: number;
  updated: number;
  same: number;
  /** compared with the register and not taken */
  left: number;
  /** not compared: of another body, or unreadable */
  outside: number;
  /** zero reports that were added to the journal */
  zeros: number;
  logId: string;
  /** nil = no appeal has changed */
  action?: ActionInfo;
}

/** MergeRow is one difference, with the time and author of each value; "" = unknown. */
export interface MergeRow {
  /** with indexes */
  path: string;
  /** of the field, with its question */
  label: string;
  /** for people; "" = empty */
  here: string;
  file: string;
  hereAt: string;
  hereWho: string;
  fileAt: string;
  fileWho: string;
  side: Side;
}

/** MergeRule decides about all conflicts that the clerk has not decided one by one. */
export type MergeRule = "" | "here" | "file" | "later" | "none";

/** MergeSide is what a clerk has decided about one appeal of a file. */
export type MergeSide = "" | "here" | "file" | "fields" | "both";

/** MergeSource is one file of a merge. */
export interface MergeSource {
  name: string;
  /** what kind of file it is, for people */
  about: string;
  /** appeals and zero reports */
  records: number;
  /** its zero reports, for people */
  zeros: string[];
  counts: MergeCounts;
  /** why the file cannot be read; "" = it can */
  refused: string;
  /** to Refused */
  hint: string;
}

/** MergeState says where one side of a comparison comes from. */
export interface MergeState {
  /** file name; "" = the register */
  from: string;
  /** time of the last change, RFC 3339; "" = unknown */
  at: string;
  /** who made it */
  who: string;
}

/** Month is a reporting month. The zero value means unknown. */
export interface Month {
  year: number;
  /** 1…12 */
  month: number;
}

/** MonthCount counts the appeals of a reporting month. */
export interface MonthCount {
  month: Month;
  count: number;
}

/** MonthState counts the appeals of a month by readiness, and says what was sent. */
export interface MonthState {
  month: Month;
  /** would go into an archive: Sent, Changed and New together */
  ready: number;
  /** stay out because of errors */
  errors: number;
  /** drafts, with or without errors */
  drafts: number;
  /** of the ready ones: those with a warning */
  warnings: number;
  /** of the ready ones: an archive has them as they are */
  sent: number;
  /** of the ready ones: an archive has them in another state */
  changed: number;
  /** of the ready ones: not in an archive yet */
  new: number;
  due: AppealDate;
  /** days until the end of Due; negative = overdue */
  daysLeft: number;
  /**
   * LastWorkday is the last working day up to Due. It is only advice: it is unknown whether the term moves if Due is a
   * day off.
   */
  lastWorkday: AppealDate;
  /** archives of appeals for this month, without those that the portal refused */
  archives: number;
  /** refused archives and zero reports */
  failed: number;
  /** state of the newest archive or zero report that was not refused */
  state: ArchiveState;
  /** the zero report of this month; nil = none */
  zero: SentTo | null;
  /** an archive or zero report was handed over in time */
  reported: boolean;
}

/** Named identifies an appeal for the user. */
export interface Named {
  number: string;
  name: string;
}

/** Need says whether a status has a field. */
export type Need = "" | "absent" | "optional" | "required";

/** NumberCount counts a year or a month. */
export interface NumberCount {
  value: number;
  count: number;
}

/** OpenArchiveReq comes with the archive as a file. */
export interface OpenArchiveReq {
  /** of the file */
  name: string;
  /** "" = the file has none */
  passphrase: string;
}

/** OpenArchiveRes describes the open archive. */
export interface OpenArchiveRes {
  id: string;
  /** the archive was open already, and keeps its edits */
  again: boolean;
}

/** OpenTableReq opens a table for import. It comes with one file. */
export interface OpenTableReq {
  /** of the file, with the sheet */
  name: string;
  kind: TableKind;
}

/** OpenedArchive is an open archive without its entries; Size in bytes. */
export interface OpenedArchive {
  id: string;
  file: string;
  sha256: string;
  size: number;
  at: string;
  /** number of files */
  entries: number;
}

/** OpenedArchiveReq asks for a page of an archive's contents. */
export interface OpenedArchiveReq {
  id: string;
  /** only entries with remarks and unreadable ones */
  remarks: boolean;
  /** from 0 */
  page: number;
  /** rows on a page */
  size: number;
}

/** OpenedArchiveRes is a page of the entries. */
export interface OpenedArchiveRes {
  archive: OpenedArchive;
  rows: OpenedRow[];
  /** rows on all pages */
  total: number;
  counts: OpenedCounts;
}

/** OpenedArchivesReq is empty. */
export interface OpenedArchivesReq {}

/** OpenedArchivesRes lists the open archives, the oldest first. */
export interface OpenedArchivesRes {
  archives: OpenedArchive[];
}

/** OpenedCounts counts the entries by verdict. */
export interface OpenedCounts {
  fits: number;
  findings: number;
  unreadable: number;
  /** not JSON */
  foreign: number;
  /** zero reports */
  zeros: number;
  /** deleted on their card */
  removed: number;
  edited: number;
  /** of another body than the active profile's */
  otherBody: number;
}

/** OpenedIDReq names an open archive. */
export interface OpenedIDReq {
  id: string;
}

/** OpenedPart is one file for download; Size in bytes. */
export interface OpenedPart {
  name: string;
  size: number;
  entries: number;
}

/** OpenedRow is an entry in the table of an archive. */
export interface OpenedRow {
  /** file name in the archive, with its folder */
  place: string;
  /** of its appeal; "" = none */
  id: string;
  number: string;
  name: string;
  verdict: OpenedVerdict;
  /** how many */
  remarks: number;
  /** repairs of the reader, violations of the schema, or why it cannot be read */
  notes: string[];
  /** line of the entry with the error; 0 = unknown */
  line: number;
  /** will be written new, not with its original bytes */
  edited: boolean;
  /** of another body than the active profile's */
  otherBody: boolean;
}

/** OpenedVerdict is the state of an entry. */
export type OpenedVerdict = "" | "fits" | "findings" | "unreadable" | "foreign" | "removed" | "zero";

/** Origin is the filter «Тип обращений»: how the appeal came to the body. */
export type Origin = "" | "direct" | "forwarded";

/** OriginCount counts a value of [query.RegisterReq].Origin. */
export interface OriginCount {
  value: Origin;
  count: number;
}

/** OutReason is why an appeal of the period stays out of the archive. */
export type OutReason = "" | "filter" | "draft" | "errors" | "period" | "month";

/**
 * OwnResult maps a body's own wording of a result to a status, and to «measures were taken» if the wording says so. A
 * wording has exactly one status: its folded text is the key.
 */
export interface OwnResult {
  value: string;
  status: Status;
  actionsTaken?: boolean;
  /** 0 = new */
  rev: number;
}

/** OwnResultReq names an own result. */
export interface OwnResultReq {
  value: string;
}

/** OwnResultsReq is empty. */
export interface OwnResultsReq {}

/** OwnResultsRes lists all own results, sorted by value. */
export interface OwnResultsRes {
  results: OwnResult[];
}

/**
 * OwnWord maps a body's own word for the sender or the way of delivery to a value. A word has one meaning in a field.
 */
export interface OwnWord {
  /** table.Direct or table.Format */
  field: string;
  value: string;
  /** an option of the field: table.Yes and table.No, or a format */
  means: string;
  /** 0 = new */
  rev: number;
}

/** OwnWordsReq is empty. */
export interface OwnWordsReq {}

/** OwnWordsRes lists all own words, sorted by field and value. */
export interface OwnWordsRes {
  words: OwnWord[];
}

/** Pack is a data pack in force. */
export interface Pack {
  kind: PackKind;
  key: string;
  label: string;
  /** "" = none */
  edition: string;
  source: string;
  /** RFC 3339, "" = built in */
  loaded: string;
  builtin: boolean;
  /** codes, bodies or days */
  count: number;
  /** a classifier that is more than a year old */
  old: boolean;
  /** Off are days off on weekdays, Work are working weekends; only in a calendar. */
  off: AppealDate[];
  work: AppealDate[];
}

/** PackCount is a line of the summary: a number, and the first names of what was counted. */
export interface PackCount {
  label: string;
  count: number;
  names: string[];
}

/** PackKind is the kind of data in a pack. */
export type PackKind = "" | "classifier" | "bodies" | "calendar" | "format" | "results" | "words" | "habits";

/** PackOffer is the content of a file, for the clerk to accept. */
export interface PackOffer {
  /** for TakePackReq; only the last offer can be accepted */
  id: string;
  parts: PackPart[];
}

/** PackPart is one pack of an offer, compared with the one in force. */
export interface PackPart {
  kind: PackKind;
  label: string;
  edition: string;
  source: string;
  /** edition in force, "" = none */
  inForce: string;
  state: PackState;
  /** why it cannot be accepted, "" = it can */
  refusal: string;
  /** it can be accepted in spite of Refusal, after a confirmation */
  forced: boolean;
  /** it looks incomplete: the first remark says why */
  doubt: boolean;
  counts: PackCount[];
  /** what was not read, or is unusual */
  remarks: string[];
  affected: AffectedAppeal[];
  /** number of affected appeals; Affected has the first of them */
  allHit: number;
}

/** PackState is the result of comparing the editions of an offered pack and the one in force. */
export type PackState = "" | "newer" | "same" | "older" | "new";

/** PacksReq is empty. */
export interface PacksReq {}

/** PacksRes lists the editions in force. */
export interface PacksRes {
  packs: Pack[];
}

/** Part is one zip file of an archive; Size in bytes. */
export interface Part {
  name: string;
  size: number;
  sha256: string;
  entries: number;
}

/** PeriodForm says which fields of a request a mode needs. */
export type PeriodForm = "" | "month" | "range" | "none";

/** PersonalReq is empty. */
export interface PersonalReq {}

/** PersonalRes counts the rows with personal data of citizens. */
export interface PersonalRes {
  /** of all bodies */
  appeals: number;
  /** appeals of open archives */
  inOpened: number;
  /** answer files of all these appeals */
  files: number;
  /** other files: unreadable entries, and answer files that only an undo uses */
  rest: number;
  /** of the journal, with their bytes */
  archives: number;
  /** open archives */
  opened: number;
  /** that can be undone */
  actions: number;
  /** of merges and imports */
  logs: number;
}

/** PlanReq says which appeals an archive shall hold. */
export interface PlanReq {
  mode: ArchiveMode;
  /** reporting month, for [MonthPeriod] */
  month: Month;
  /** First and last day, inclusive, in the clerk's time zone, for [RangePeriod]; as clerks type them. */
  from: AppealDate;
  to: AppealDate;
  /** additional filter; its sort and page are ignored */
  filter?: RegisterReq;
}

/** PlanRes lists which appeals go into an archive, and why others stay out. */
export interface PlanRes {
  mode: ArchiveMode;
  month: Month;
  /** as parsed */
  from: AppealDate;
  to: AppealDate;
  /** errors of the profile: no archive can be made */
  blocked: Finding[];
  /** findings about the range; with an error the lists are empty */
  period: Finding[];
  in: PlanRow[];
  /** of In: those that were in an archive before */
  sent: number;
  /** of Sent: those that have changed since */
  changed: number;
  /** of the period, or with an unknown one */
  out: PlanRow[];
  /** number of appeals of other periods */
  outside: number;
  /** reporting months of those, for [MonthPeriod] only */
  other: MonthCount[];
  /** archives that were made for the same period */
  earlier: Archive[];
}

/** PlanRow is an appeal of a plan with its findings. */
export interface PlanRow {
  id: string;
  isDirect: boolean;
  number: string;
  name: string;
  createDate: AppealDate;
  incomingDate: AppealDate;
  registrationDate: AppealDate;
  month: Month;
  codes: string[];
  /** each with its status */
  questions: RowQuestion[];
  /** each once */
  statuses: Status[];
  /** names, or GUIDs of those without a name; each once */
  recipients: string[];
  draft: boolean;
  exported: ExportState;
  /** of the last archive that held the appeal, "" = none */
  sentState: ArchiveState;
  errors: number;
  warnings: number;
  modified: string;
  /** why it stays out, for people; "" = it goes in */
  reason: string;
  /** the same as a code */
  because: OutReason;
  findings: Finding[];
}

/** PrepareArchiveRes has the number of cached entries. */
export interface PrepareArchiveRes {
  ready: number;
}

/**
 * Preset is a saved setting of an archive (002:221, 002:274). It does not belong to a profile: its archive has the
 * appeals of the profile that is active when the archive is made.
 */
export interface Preset {
  id: string;
  rev: number;
  name: string;
  period: PresetPeriod;
  /** mode and filter; month and days only with [PeriodFixed] */
  plan: PlanReq;
}

/** PresetIDReq has the id of a preset. */
export interface PresetIDReq {
  id: string;
}

/** PresetPeriod is a period of a preset. All but the fixed one depend on the current day. */
export type PresetPeriod = "" | "fixed" | "previousMonth" | "currentMonth" | "sincePreviousMonth";

/** PresetPeriodInfo is one row of [PresetPeriods]. */
export interface PresetPeriodInfo {
  period: PresetPeriod;
  label: string;
  /** Modes are the modes that the period suits. */
  modes: ArchiveMode[];
}

/** PresetRow is a preset with the request that it means today. */
export interface PresetRow {
  preset: Preset;
  today: PlanReq;
}

/** PresetsReq asks for the presets. */
export interface PresetsReq {}

/** PresetsRes lists the presets, sorted by name. */
export interface PresetsRes {
  presets: PresetRow[];
}

/** PreviewRow is a row of the table with what the import does with it. Row counts from 1. */
export interface PreviewRow {
  row: number;
  number: string;
  state: TableState;
  /** changes an appeal of the register */
  newer: boolean;
  cells: string[];
  findings: CellFinding[];
  /** if Newer: the changes */
  changes: FieldChange[];
}

/**
 * Profile is a body that reports, and the responsible person («Окно авторизации» of ЛАРМ, 004:95…101). A register may
 * have several, of which one is active. An archive has appeals of only one (B-07).
 */
export interface Profile {
  id: string;
  rev: number;
  /** «Наименование органа …» */
  name: string;
  /** GUID of the body at the portal */
  departmentId: string;
  /** «Уникальный идентификатор уполномоченного лица» */
  personId: string;
  /** «Ф.И.О. уполномоченного лица» */
  personName: string;
  /** «Должность» */
  position: string;
  /** «Есть доступ к закрытой сети ССТУ»: due on the 5th, else on the 3rd (B-32, B-33) */
  closedAccess: boolean;
}

/** ProfileIDReq names a profile. */
export interface ProfileIDReq {
  id: string;
}

/** ProfileRow is a profile with its findings. */
export interface ProfileRow {
  profile: Profile;
  findings: Finding[];
  /** number of its appeals */
  appeals: number;
}

/** ProfilesReq is empty. */
export interface ProfilesReq {}

/** ProfilesRes lists the profiles. */
export interface ProfilesRes {
  profiles: ProfileRow[];
  active: string;
}

/** Progress of a long call: Done of Total steps (0 = the total is unknown), and what the call is doing, in Russian. */
export interface Progress {
  id: number;
  done: number;
  total: number;
  text: string;
}

/** ProposePassphraseReq is empty. */
export interface ProposePassphraseReq {}

/** ProposePassphraseRes has a passphrase of random words. */
export interface ProposePassphraseRes {
  passphrase: string;
}

/**
 * Protocol describes one archive. Table has a row for each question, with the 17 columns of the protocol that the
 * document system CompanyMedia makes (G34).
 */
export interface Protocol {
  title: string;
  /** [OwnControl] */
  note: string;
  /** for the XLSX, with the extension */
  fileName: string;
  /** label and text */
  head: string[][];
  table: Table;
  /** appeals that were not sent, and why */
  leftOut: Table;
  /** answer files that were not sent (B-40) */
  filesOut: Table;
  /** answer files that were sent */
  filesIn: Table;
}

/**
 * PutFileReq describes what a clerk chose as the answer file of a question. The bytes of the first file come with it.
 */
export interface PutFileReq {
  /** all files that were chosen or dropped */
  files: FileInfo[];
}

/**
 * PutFileRes has the attachment for the question, or findings that say why the file was refused; then the earlier
 * attachment stays.
 */
export interface PutFileRes {
  attachment?: Attachment;
  findings: Finding[];
}

/** Question is one question (вопрос) of an appeal with its own code and status (B-16, B-17). */
export interface Question {
  /** UUID inside the register, not exported */
  id: string;
  code: string;
  status: Status;
  /** Dates of an imported question that differ from the appeal's; "" = the appeal's. */
  incomingDate?: AppealDate;
  registrationDate?: AppealDate;
  responseDate: AppealDate;
  /** «Меры приняты»; nil = not answered */
  actionsTaken?: boolean;
  attachment?: Attachment;
  transfers: Transfer[];
  extra?: Record<string, unknown>;
}

/** Questions selects the questions to change, with the values of the register's filters; an empty field selects all. */
export interface Questions {
  status: Status;
  /** of any level of the classifier */
  code: string;
}

/** ReadPackReq asks to read a pack from the file that comes with the request, or from pasted text. */
export interface ReadPackReq {
  /** a [PackKind], or "pack" for a common file */
  kind: string;
  /** name of the file */
  name: string;
  /** pasted text, "" = a file */
  text: string;
  /** as the clerk typed it; "" = look for it in the file */
  edition: string;
}

/** RecipientsForm is how a question sent to several bodies is written. */
export type RecipientsForm = "" | "questionPerRecipient" | "transferList";

/** RecogniseFileReq comes with one file. */
export interface RecogniseFileReq {
  name: string;
  /** of an encrypted file: the kind then is that of the content */
  passphrase: string;
  /** without a passphrase, refuse an encrypted file instead of returning its outer kind */
  inside: boolean;
}

/** RecogniseFileRes has the kind of the file; [recognise.Kinds] has the words for people. */
export interface RecogniseFileRes {
  kind: FileKind;
}

/**
 * ReconcileKind is the result for one appeal or row of the comparison with the portal's list. «There» is the portal's
 * list, «here» the appeals that match the filter.
 */
export type ReconcileKind = "" | "notThere" | "neverSent" | "notHere" | "otherStatus" | "otherDate" | "unread" | "skipped" | "agrees";

/** ReconcileKindInfo is one row of [ReconcileKinds]. */
export interface ReconcileKindInfo {
  kind: ReconcileKind;
  label: string;
  hint: string;
}

/** ReconcileReq has a list that the clerk copied from the portal, to compare with the register. */
export interface ReconcileReq {
  text: string;
  /** which appeals the list should have; sort and page are ignored */
  filter: RegisterReq;
}

/** ReconcileRes has the results, in the order of [ReconcileKinds]. */
export interface ReconcileRes {
  /** rows of the list, without headings and totals */
  pasted: number;
  /** appeals that match the filter */
  here: number;
  rows: ReconcileRow[];
  /** the same, for download */
  table: Table;
}

/** ReconcileRow is an appeal of the register or a row of the list. */
export interface ReconcileRow {
  kind: ReconcileKind;
  /** "" = not in the register */
  id: string;
  /** as in the register, or as on the portal if it is only there */
  number: string;
  name: string;
  /** number on the portal if spelled differently; for Unread and Skipped the whole row */
  there: string;
  /** on the portal */
  date: AppealDate;
  statusHere: string;
  statusThere: string;
  note: string;
}

/** RefusedRowsReq asks for the rows that stay out. */
export interface RefusedRowsReq {
  id: string;
  clean: boolean;
}

/** RefusedRowsRes has the cells of these rows, and two more columns: the row's number and the reasons. */
export interface RefusedRowsRes {
  titles: string[];
  rows: string[][];
}

/**
 * RegisterCounts has the number of rows for each value of each filter, with all other filters applied. Values without
 * rows are left out.
 */
export interface RegisterCounts {
  /** newest first, -1 = no month known */
  years: NumberCount[];
  /** 1…12, -1 = no month known */
  months: NumberCount[];
  origins: OriginCount[];
  /** In the order of [appeal.Statuses]. An appeal with several statuses counts for each of them. */
  statuses: StatusCount[];
  /** one level below the chosen code, the most frequent first */
  codes: CodeCount[];
  errors: number;
  drafts: number;
  notExported: number;
  changedSince: number;
  /**
   * Unchecked is the number of appeals of the profile that were not checked today. Errors and ChangedSince do not
   * include them before checkRegister is called.
   */
  unchecked: number;
}

/** RegisterIDsRes has the ids of all rows of a view, in its order. */
export interface RegisterIDsRes {
  ids: string[];
}

/**
 * RegisterReq requests a page of the register: filters that the РРО section of the portal has too, further filters,
 * order and page. A row passes all filters.
 */
export interface RegisterReq {
  /** of the reporting month; 0 = all, -1 = unknown month */
  year: number;
  /** 1…12; 0 = all, -1 = unknown month */
  month: number;
  origin: Origin;
  /** of any question; "" = all */
  status: Status;
  /** words in number, applicant, address, codes */
  query: string;
  /** of any question, of any level: "0003", "0003.0009.0097"; "" = all */
  code: string;
  /** words in name or GUID of one recipient */
  recipient: string;
  /** with errors, which keep an appeal out of archives */
  onlyErrors: boolean;
  /** marked as drafts, which stay out of archives */
  onlyDrafts: boolean;
  /** in no archive yet */
  notExported: boolean;
  /** changed since the last archive that held them */
  changedSince: boolean;
  sort: SortKey;
  desc: boolean;
  /** from 0 */
  page: number;
  /** rows on a page */
  size: number;
}

/** RegisterRes is one page of a view of the register. */
export interface RegisterRes {
  rows: RegisterRow[];
  /** number of rows on all pages */
  total: number;
  /** number of appeals of the active profile */
  all: number;
  /** years of the reporting months that occur, newest first */
  years: number[];
  counts: RegisterCounts;
  /** name of the active body */
  body: string;
  /** describes the filter, for the head of a printed list; "" = no filter */
  words: string;
  /** Meant is set if nothing was found, but the same keys in the other keyboard layout find something. */
  meant?: MeantQuery;
}

/** RegisterRow is an appeal as a row of a list. */
export interface RegisterRow {
  id: string;
  isDirect: boolean;
  number: string;
  name: string;
  createDate: AppealDate;
  incomingDate: AppealDate;
  registrationDate: AppealDate;
  month: Month;
  codes: string[];
  /** each with its status */
  questions: RowQuestion[];
  /** each once */
  statuses: Status[];
  /** names, or GUIDs of those without a name; each once */
  recipients: string[];
  draft: boolean;
  exported: ExportState;
  /** of the last archive that held the appeal, "" = none */
  sentState: ArchiveState;
  errors: number;
  warnings: number;
  modified: string;
}

/** ReloadReq is empty. */
export interface ReloadReq {}

/** ReloadRes is empty. */
export interface ReloadRes {}

/** RemarkGroup is one rule with its findings. */
export interface RemarkGroup {
  rule: Rule;
  /** in the format profile in force */
  level: Level;
  count: number;
  /** how many of Count one click can fix */
  fixes: number;
  /** Choices are the labels of the fixes if a finding has several: the clerk chooses one. */
  choices?: string[];
  items: RemarkItem[];
}

/** RemarkItem is one finding with its appeal. */
export interface RemarkItem {
  id: string;
  number: string;
  name: string;
  finding: Finding;
  /** Change is what the only fix would change, for people; nil = there is no single fix. */
  change?: FieldChange;
}

/** RemarksReq asks for the findings of all appeals. */
export interface RemarksReq {
  /** zero = all months */
  month: Month;
  /** "" = all rules, with the first RemarkItems findings of each */
  rule: string;
}

/** RemarksRes has the findings of all appeals by rule, errors first. */
export interface RemarksRes {
  groups: RemarkGroup[];
  /** appeals with any finding */
  appeals: number;
  /** findings by level */
  errors: number;
  warnings: number;
  advice: number;
  /** reporting months of all appeals with findings, for the choice of a month */
  months: MonthCount[];
}

/** RescueReq asks for a backup while the store fails. */
export interface RescueReq {
  /** unsaved states of appeals in the page */
  drafts: Appeal[];
}

/** RescueRes names the file that comes with it. */
export interface RescueRes {
  name: string;
  size: number;
  appeals: number;
  /** the store could be read; only damaged rows are missing */
  whole: boolean;
}

/** ResetPackReq names an edition to remove. */
export interface ResetPackReq {
  /** of a Pack */
  key: string;
  /** remove the edition even if this affects appeals */
  confirmed: boolean;
}

/**
 * ResetPackRes says whether the edition was removed. If not, the clerk must confirm: Affected lists appeals whose codes
 * the built-in classifier does not have.
 */
export interface ResetPackRes {
  done: boolean;
  affected: AffectedAppeal[];
  /** number of affected appeals; Affected has the first of them */
  allHit: number;
}

/** RestoreReq comes with a backup that replaces everything. */
export interface RestoreReq {
  /** of a damaged backup, use the readable part */
  readable: boolean;
  /** "" = the file has none */
  passphrase: string;
}

/** RestoreRes describes the register afterwards. */
export interface RestoreRes {
  /** when the backup was made */
  created: string;
  appeals: number;
  archives: number;
  /** parts that a damaged backup did not have */
  missing: string[];
}

/** Revision is one entry of an appeal's history: who changed what, and when. */
export interface Revision {
  /** UTC, of the last change in it */
  at: string;
  /** Ф.И.О. of the profile's person */
  who: string;
  changes: FieldChange[];
}

/** RowQuestion is a question in a row of a list. */
export interface RowQuestion {
  code: string;
  status: Status;
}

/**
 * Error says in Russian, for the user, what the core could not do: Text what happened, Hint what to do about it.
 * Findings about a record are data of an answer, never an Error.
 */
export interface RpcError {
  code: string;
  text: string;
  hint: string;
}

/** Response is the JSON text of an answer: Result or Error. */
export interface RpcResponse {
  id: number;
  result?: unknown;
  error?: RpcError;
  /** the page should call hello again: the core's state has changed */
  news?: boolean;
}

/**
 * Rule is one row of the table. SOURCES.md explains codes and sources. Checks that one source asks for together have a
 * number after a dot.
 */
export interface Rule {
  code: string;
  level: Level;
  /** path with * for an index, see appeal.Fields */
  field: string;
  /** what is wrong, in Russian */
  text: string;
  /** why, and what to do */
  hint: string;
  /** lines and ids of SOURCES.md, sections of FORMAT.md or CLASSIFIER.md */
  source: string;
}

/**
 * SaveAppealReq has an appeal to store. The page makes the id of a new appeal, so that a repeated save after a lost
 * answer does not make a second record.
 */
export interface SaveAppealReq {
  appeal: Appeal;
  /**
   * Unanswered has earlier states of the appeal that the page sent and got no answer for, because the core stopped. If
   * one of them is in the store, that is not a change by somebody else.
   */
  unanswered?: Appeal[];
}

/** SaveBodyReq has a body to add or rename. */
export interface SaveBodyReq {
  body: Body;
}

/** SaveBodyRes has the first bodies of the list and what [App.matchNames] filled in. */
export interface SaveBodyRes {
  /** the first [maxBodyRows] */
  bodies: BodyRow[];
  total: number;
  /** Meant is what was searched, if the text was typed in the other keyboard layout; "" = the text itself. */
  meant: string;
  matched: MatchedRes;
}

/** SaveOpenedRes describes the parts that come with it. */
export interface SaveOpenedRes {
  parts: OpenedPart[];
  /** files with their original bytes */
  asIs: number;
  /** edited entries, which are written new */
  edited: number;
}

/** SaveOwnResultsReq has own results to store: all of them, or none after an error. */
export interface SaveOwnResultsReq {
  results: OwnResult[];
}

/** SaveOwnWordsReq has own words to store: all of them, or none after an error. */
export interface SaveOwnWordsReq {
  words: OwnWord[];
}

/** SavePresetReq stores a preset; an empty ID makes a new one. */
export interface SavePresetReq {
  preset: Preset;
}

/** SaveProfileReq has a profile to store; an empty ID makes a new one. */
export interface SaveProfileReq {
  profile: Profile;
}

/** SaveProfileRes has the stored profile and its findings. */
export interface SaveProfileRes {
  profile: Profile;
  findings: Finding[];
}

/** SaveTablePresetReq has the name for a new preset. It replaces a preset with the same name. */
export interface SaveTablePresetReq {
  /** id */
  table: string;
  name: string;
}

/** SaveZeroTemplateReq has a template for the format profile in force. */
export interface SaveZeroTemplateReq {
  template: string;
  /** the clerk confirms that it is the official form */
  confirmed: boolean;
  source: string;
}

/** SearchBodiesReq has words of a name, or a part of a GUID. */
export interface SearchBodiesReq {
  /** empty = all */
  query: string;
}

/** SearchBodiesRes has the bodies that match, the best matches first, and equal matches by name. */
export interface SearchBodiesRes {
  /** the first [maxBodyRows] */
  bodies: BodyRow[];
  total: number;
  /** Meant is what was searched, if the text was typed in the other keyboard layout; "" = the text itself. */
  meant: string;
}

/** SearchCodesReq has what the clerk has typed in a code field. */
export interface SearchCodesReq {
  query: string;
  /** at most 30; 0 = 30 */
  limit: number;
}

/** SearchCodesRes lists codes, best first. */
export interface SearchCodesRes {
  hits: Hit[];
  /** Meant is the query in the other keyboard layout, if that was searched for; "" = the query itself. */
  meant: string;
}

/** Sent is the last archive that held an appeal, and whether the appeal has changed since then. */
export interface Sent {
  id: string;
  /** name of its first part */
  file: string;
  period: string;
  /** when it was made */
  at: string;
  state: ArchiveState;
  changed: boolean;
}

/** SentTo describes the last archive that held an appeal. Archives that the portal refused do not count. */
export interface SentTo {
  id: string;
  /** name of its first part */
  file: string;
  period: string;
  /** when it was made */
  at: string;
  state: ArchiveState;
}

/** SetArchiveStateReq has the new state of an archive. */
export interface SetArchiveStateReq {
  id: string;
  state: ArchiveState;
  note: string;
  /** how it was handed over; "" = unknown */
  way?: ArchiveWay;
}

/** SetAutoLockReq has one of [AutoLocks]. */
export interface SetAutoLockReq {
  minutes: number;
}

/** SetLockReq has the old and the new passphrase. */
export interface SetLockReq {
  /** "" = the register has none */
  old: string;
  /** "" = remove the passphrase */
  new: string;
}

/** Side is one of the two states of an appeal that are compared. */
export type Side = "" | "here" | "file";

/** SortKey is a column that the register is sorted by. */
export type SortKey = "" | "modified" | "number" | "name" | "createDate" | "incomingDate" | "registrationDate" | "month" | "codes" | "statuses" | "recipients" | "draft" | "exported" | "findings";

/** Source is where an appeal was imported from. */
export interface Source {
  /** the file name */
  file: string;
  /** place in the file: name of the entry, or «строка 12» (line 12) */
  place: string;
  /** [Appeal.ContentHash] at the import; equal to the present one = not changed since */
  hash: string;
  /**
   * Row is the key of the stored original entry if it is not the appeal's id. Nth is the place in that row if it holds
   * several entries.
   */
  row?: string;
  nth?: number;
}

/** StateChange is one change of the state of an archive. */
export interface StateChange {
  state: ArchiveState;
  /** UTC */
  at: string;
  /** Ф.И.О. of the profile's person */
  who: string;
  note: string;
  /** "" = unknown */
  way?: ArchiveWay;
}

/** Status is the status of a question, with the portal's name. */
export type Status = "" | "NotReceived" | "NotRegistered" | "InWork" | "InWorkExtended" | "Explained" | "Supported" | "NotSupported" | "Answered" | "LeftWithoutAnswer" | "Transferred";

/** StatusCount counts a value of [query.RegisterReq].Status. */
export interface StatusCount {
  value: Status;
  count: number;
}

/** StatusInfo is one row of [Statuses]. */
export interface StatusInfo {
  status: Status;
  label: string;
  incomingDate: Need;
  registrationDate: Need;
  responseDate: Need;
  actionsTaken: Need;
  attachment: Need;
  transfer: Need;
  /** the body still has to act */
  open: boolean;
  /** what the status means, in Russian, for form and help */
  note: string;
}

/** SuggestReq has the text of an appeal. The text is not stored. */
export interface SuggestReq {
  text: string;
}

/** Suggestion is the codes suggested for a text. */
export interface Suggestion {
  /** the likeliest codes, best first, at most [SuggestedCodes] */
  hits: Hit[];
  /** Topics are the questions of the text if there seem to be several, at most [SuggestedCodes]. */
  topics: Topic[];
}

/** SumFileReq comes with one file. */
export interface SumFileReq {}

/** SumFileRes is the SHA-256 of the file in hexadecimal, as sha256sum and certutil write it. */
export interface SumFileRes {
  sha256: string;
  /** bytes */
  size: number;
}

/** SweepReq is empty. */
export interface SweepReq {}

/** SweepRes counts what was deleted. */
export interface SweepRes {
  files: number;
  /** of archives that were never finished */
  parts: number;
}

/** Table is a table with a title; every row has a cell for each column. */
export interface Table {
  title: string;
  columns: Column[];
  rows: string[][];
}

/** TableCheck counts what an import would do: appeals, or rows where a comment says so. */
export interface TableCheck {
  appeals: number;
  new: number;
  newer: number;
  /** made from several rows */
  joined: number;
  /** rows by state; RowNewer also counts under another state */
  rows: Record<string, number>;
  /** would be taken, without errors */
  good: number;
  /** would be taken, with errors */
  wrong: number;
  same: number;
  /** numbers of the appeals */
  conflict: string[];
  /** rows */
  refused: number;
  /** rows */
  skipped: number;
  /** rows */
  empty: number;
}

/** TableColumn is a column with some of its values. */
export interface TableColumn {
  title: string;
  samples: string[];
}

/** TableInfo describes the open table and the meaning of its columns. */
export interface TableInfo {
  id: string;
  name: string;
  note: string;
  /** below the header */
  rows: number;
  mapping: TableMapping;
  columns: TableColumn[];
  /** For a text: its encoding, and those that the clerk can choose. */
  encoding: Encoding;
  encodings: Encoding[];
  /** name of the saved mapping in force */
  preset: string;
  /** what the clerk must choose first, in sentences */
  missing: string[];
  /** values of the status column that are not the name of a status */
  results: TableResult[];
  /** own words of other columns */
  words: TableWord[];
  /** fields that can show that another body sent an appeal */
  signs: TableSign[];
  /**
   * Counts of the rows without a value in «Поступило напрямую»: those that count as sent by another body, by the signs
   * in use, and the rest.
   */
  forwarded: number;
  unsigned: number;
}

/** TableKind says what the file of an [OpenTableReq] is. */
export type TableKind = "" | "text" | "rows";

/** TableMapping is [table.Mapping] for the page: rows count from 1. */
export interface TableMapping {
  /** 0 = none */
  header: number;
  /** field of each column; "" = ignored */
  columns: string[];
  /** by field: value of rows without one */
  defaults: Record<string, string>;
  /** by field of [table.Signs]: the clerk's choice */
  signs: Record<string, boolean>;
}

/** Option is a default that a clerk can choose. */
export interface TableOption {
  value: string;
  label: string;
}

/** TablePreset is a mapping of columns that was saved under a name. */
export interface TablePreset {
  id: string;
  rev: number;
  name: string;
  /** by title, see [table.Keys]; "" = ignored */
  fields: Record<string, string>;
  defaults: Record<string, string>;
  signs?: Record<string, boolean>;
}

/** TablePresetsReq is empty. */
export interface TablePresetsReq {}

/** TablePresetsRes lists the presets, sorted by name. */
export interface TablePresetsRes {
  presets: TablePreset[];
}

/** TableResult is an own value of the status column. */
export interface TableResult {
  value: string;
  count: number;
  status: Status;
  actionsTaken?: boolean;
  saved: boolean;
}

/** TableRowsReq asks for rows of the preview. */
export interface TableRowsReq {
  id: string;
  /** "" = all */
  state: TableState;
  from: number;
  /** at most 200 */
  count: number;
}

/** TableRowsRes has rows of the preview, in the order of the file. */
export interface TableRowsRes {
  rows: PreviewRow[];
  total: number;
}

/** TableSign is a field of [table.Signs] for which the table has columns. */
export interface TableSign {
  field: string;
  titles: string[];
  on: boolean;
}

/** TableState says what becomes of a row of a table. */
export type TableState = "" | "good" | "wrong" | "same" | "conflict" | "refused" | "skipped" | "newer";

/** TableStateInfo is one row of [TableStates]. */
export interface TableStateInfo {
  state: TableState;
  label: string;
}

/**
 * TableWord is an own word of a column with its meaning. If Asked is set, its rows cannot be read until the clerk
 * chooses a meaning; else Means applies without a choice.
 */
export interface TableWord {
  /** see [packs.OwnWord] */
  field: string;
  value: string;
  count: number;
  /** as saved, or a guess */
  means: string;
  saved: boolean;
  asked: boolean;
}

/** TakePackReq selects parts of the pack that was read last. */
export interface TakePackReq {
  id: string;
  /** indexes in PackOffer.Parts */
  parts: number[];
  /** also older parts, if they may be forced */
  older: boolean;
}

/** TakePackRes has the editions in force, and what [App.MatchNames] filled in from them. */
export interface TakePackRes {
  packs: Pack[];
  matched: MatchedRes;
}

/** TakenRes counts what [Incoming.TakeIn] did with the offers. */
export interface TakenRes {
  new: number;
  updated: number;
  /** equal in the register */
  same: number;
  /** not taken: the register is newer, or the clerk decided so */
  left: number;
  action?: ActionInfo;
}

/**
 * Target is a field that a column can feed. Its name is the generic path of [appeal.Fields], [Outgoing], [Origin] or
 * [Files].
 */
export interface Target {
  field: string;
  label: string;
  hint: string;
  /** several columns can feed it together */
  many: boolean;
  /** without column and default nothing can be imported */
  needed: boolean;
  /** what may stand where the table says nothing */
  options: TableOption[];
}

/** TodayReq is empty. */
export interface TodayReq {}

/** TodayRes is the content of the first screen: the reporting month and what to do next. */
export interface TodayRes {
  today: string;
  /** name of the active body */
  profile: string;
  /** findings about its profile */
  findings: Finding[];
  /** month whose report is due next */
  month: MonthState;
  /** current calendar month */
  current: MonthState;
  /** appeals with an unknown reporting month */
  noMonth: number;
  /** earlier months with appeals that are in no archive and not drafts, newest first */
  unsent: MonthCount[];
  /** appeals «Не поступило», of any month */
  waiting: number;
  /** appeals of the profile */
  all: number;
  /** of the profile */
  archives: number;
  /** the page shows the first steps: no archive was ever marked */
  guide: boolean;
  /** Month if it has appeals, else the newest month with appeals; zero = none */
  latest: Month;
  /** time of the last backup, RFC 3339; "" = never */
  backup: string;
  /** appeals that have changed since the backup */
  unsaved: number;
}

/** Topic is a separate question in a text. */
export interface Topic {
  /** its clearest sentence */
  text: string;
  /** its likeliest codes, best first, at most [SuggestedCodes] */
  hits: Hit[];
}

/** Transfer is one body to which a question was forwarded (B-24, B-25). */
export interface Transfer {
  /** UUID inside the register, not exported */
  id: string;
  departmentId: string;
  /** for the user, not exported */
  departmentName: string;
  transferDate: AppealDate;
  transferNumber: string;
  extra?: Record<string, unknown>;
}

/** TreeRow is a row of the classifier; Children is the number of its children. */
export interface TreeRow {
  /** canonical: "0003.0009.0099", no zero groups at the end */
  code: string;
  /** the official text, including misprints and double spaces */
  title: string;
  parent: string;
  /** LevelSection…LevelSubquestion */
  level: number;
  /** shown on old appeals, not offered for new ones */
  retired: boolean;
  /** a footnote in Russian; mostly empty */
  note: string;
  children: number;
}

/** UncoverReq has the passphrase of the encrypted file that comes with it. */
export interface UncoverReq {
  name: string;
  passphrase: string;
}

/** UncoverRes names the decrypted file, whose bytes went to the page by [rpc.Emit]. */
export interface UncoverRes {
  name: string;
  size: number;
}

/** UndoReq names an action. */
export interface UndoReq {
  id: string;
}

/** UndoRes is the result of an undo. Appeals that were changed after the action stay as they are. */
export interface UndoRes {
  undone: number;
  /** zero reports that were removed from the journal */
  zeros: number;
  /** numbers of the appeals that stay as they are */
  skipped: string[];
}

/** UnlockReq has the passphrase. */
export interface UnlockReq {
  passphrase: string;
}

/** UnpackBookReq comes with one file that has a table. */
export interface UnpackBookReq {
  name: string;
}

/**
 * UnpackBookRes says how the page calls [Tables.OpenTable]: with the file as it is, or with rows that it reads from the
 * parts of a workbook. The parts come with this answer, in the order of Names.
 */
export interface UnpackBookRes {
  kind: TableKind;
  names: string[];
}

/** Violation is one place where a document does not match. */
export interface Violation {
  /** JSON pointer, "" = the whole document */
  path: string;
  /** in Russian */
  text: string;
}

/** WipeReq has the confirmation. */
export interface WipeReq {
  /** [WipeWord], in any letter case */
  word: string;
}

/** WipeRes is empty. */
export interface WipeRes {}

/** WordField is a field for which a clerk can define own words. */
export interface WordField {
  field: string;
  label: string;
  options: TableOption[];
}

/** Zero is a request for a zero report: the checkboxes of the clerk, and the appeals of the month in the register. */
export interface Zero {
  /** «За указанный месяц обращения не поступали» */
  declared: boolean;
  month: Month;
  /** The confirmations of 004:19, and that the clerk looked at the section (B-52). */
  noDirect: boolean;
  noAdministration: boolean;
  noOtherBodies: boolean;
  looked: boolean;
  /** numbers of the month's appeals in the register */
  appeals: string[];
  /** numbers of those that have a question «Не поступило» */
  notReceived: string[];
}

/**
 * ZeroReport is the template of «За указанный месяц обращения не поступали». Placeholders: "{year}" and "{month}" as
 * whole JSON strings become numbers; {yyyy}, {MM}, {M}, {lastDay} and {departmentId} are replaced inside strings.
 */
export interface ZeroReport {
  template: string;
  /** someone saw the portal accept this format */
  confirmed: boolean;
  source: string;
}

/** ZeroReq has the month of a zero report and what the clerk confirmed. The core adds what the register knows. */
export interface ZeroReq {
  zero: Zero;
  /** the clerk agreed to make the report although the month is not over */
  early: boolean;
}

/** ZeroRes says whether the zero report can be made. */
export interface ZeroRes {
  /** about the profile and the report */
  findings: Finding[];
  blocked: boolean;
  /** appeals of this month: with one there is no zero report */
  appeals: RegisterRow[];
  /** name of the body that reports */
  body: string;
  /** text of the entry; "" without a month */
  preview: string;
  /** archives of this month */
  earlier: Archive[];
}

/**
 * ZeroTemplateReq has a sample of a zero report: either as text (from п. 3.4 of the portal's «Порядок импорта»), or as
 * one file of the request, a zip or JSON that another program wrote.
 */
export interface ZeroTemplateReq {
  text: string;
  /** for the preview */
  month: Month;
}

/** ZeroTemplateRes has the template and an entry written with it. */
export interface ZeroTemplateRes {
  template: string;
  preview: string;
}

/** The methods of the core, for [call] of client.ts. */
export interface Methods {
  /**
   * AcceptOpened takes the new and newer appeals of an open archive into the register, in one action, which the clerk
   * can undo. Answer files and the bytes of unedited entries are shared with the open archive.
   */
  acceptOpened: { req: AcceptOpenedReq; res: AcceptOpenedRes; files: false };
  /** Actions returns the last actions of the active profile. */
  actions: { req: ActionsReq; res: ActionsRes; files: false };
  /** ActivateProfile makes a profile active: the page shows its register, and new appeals belong to it. */
  activateProfile: { req: ProfileIDReq; res: ProfilesRes; files: false };
  /** ArchiveEntries lists the appeals of an archive, and what happened to each since. */
  archiveEntries: { req: ArchiveIDReq; res: ArchiveEntriesRes; files: false };
  /**
   * ArchivePart returns the stored bytes of a part, encrypted if there is a passphrase; then the returned row describes
   * the encrypted file. It refuses bytes that do not have the SHA-256 of the journal.
   */
  archivePart: { req: ArchivePartReq; res: Part; files: true };
  /**
   * Backup writes all data into one file and stores the time of this backup. It does not hold the lock while it reads
   * the rows of binary tables.
   */
  backup: { req: BackupReq; res: BackupRes; files: false };
  /**
   * Build makes the archive that [Forming.Plan] lists. Each entry is decompressed and checked against the JSON Schema
   * when it is packed, and each part is opened again before the journal gets the archive. The page receives the parts
   * as blocks of the answer. At most two parts are in memory.
   */
  build: { req: PlanReq; res: BuildRes; files: false };
  /**
   * BuildZero makes the zero report of a month, unless [Forming.CheckZero] finds an error. The journal keeps the
   * confirmations (B-52). The page receives the file as a block of the answer.
   */
  buildZero: { req: ZeroReq; res: BuildRes; files: false };
  /** CheckBackup reads a backup and reports its content. It changes nothing. */
  checkBackup: { req: CheckBackupReq; res: CheckBackupRes; files: false };
  /**
   * CheckRegister checks every appeal that was not checked today and reports progress. The page calls it after it has
   * shown the register, so that opening does not wait. Before that, [RegisterCounts] lack the unchecked appeals, and a
   * filter by errors does this work first. It takes the lock in steps.
   */
  checkRegister: { req: CheckRegisterReq; res: CheckRegisterRes; files: false };
  checkTable: { req: CheckTableReq; res: TableCheck; files: false };
  checkZero: { req: ZeroReq; res: ZeroRes; files: false };
  /**
   * ChooseCode stores a choice, so that the search ranks the code higher for such words. It stores only words that the
   * classifier or its phrases have, and nothing if a code or a number was typed. Choices leave the machine only in
   * backups.
   */
  chooseCode: { req: ChooseCodeReq; res: ChooseCodeRes; files: false };
  /**
   * CloseOpened closes an open archive and deletes its data. Appeals that were taken into the register stay.
   * [App.Sweep] later deletes answer files that no record uses.
   */
  closeOpened: { req: OpenedIDReq; res: CloseOpenedRes; files: false };
  closeTable: { req: CloseTableReq; res: CloseTableRes; files: false };
  /** CodeTree returns one level of the classifier. */
  codeTree: { req: CodeTreeReq; res: CodeTreeRes; files: false };
  /**
   * CompareArchives compares the stored bytes of two archives entry by entry, whatever the register has now. The lists
   * are sorted by number.
   */
  compareArchives: { req: CompareArchivesReq; res: CompareArchivesRes; files: false };
  /** Damaged lists the rows that were set aside. */
  damaged: { req: DamagedReq; res: DamagedRes; files: false };
  /** DamagedFile returns the bytes of a damaged row. */
  damagedFile: { req: DamagedID; res: DamagedFileRes; files: true };
  /** DeleteAppeals deletes appeals in one action, which the clerk can undo. */
  deleteAppeals: { req: DeleteAppealsReq; res: ActionInfo; files: false };
  /** DeleteBody deletes a body that was entered here. Appeals that name it stay as they are. */
  deleteBody: { req: SaveBodyReq; res: SearchBodiesRes; files: false };
  deleteOwnResult: { req: OwnResultReq; res: OwnResultsRes; files: false };
  deleteOwnWord: { req: OwnWord; res: OwnWordsRes; files: false };
  deletePreset: { req: PresetIDReq; res: PresetsRes; files: false };
  /** DeleteProfile deletes a profile without appeals. */
  deleteProfile: { req: ProfileIDReq; res: ProfilesRes; files: false };
  deleteTablePreset: { req: PresetIDReq; res: TablePresetsRes; files: false };
  encodeTable: { req: EncodeTableReq; res: TableInfo; files: false };
  /**
   * Expire deletes old appeals for good: with history and answer files, from stored archives and logs, and from the
   * undo list. The rows of the journal stay, with their counts.
   */
  expire: { req: ExpireReq; res: ExpireRes; files: false };
  /**
   * Expired counts the appeals that were answered long ago and have not changed since they were sent, and the other
   * rows that contain their data.
   */
  expired: { req: ExpiredReq; res: ExpiredRes; files: false };
  /**
   * ExportPacks writes one file with everything that colleagues may use: the classifier, the bodies (also those added
   * here), the loaded calendars, the format profile, own results and own words.
   */
  exportPacks: { req: ExportPacksReq; res: ExportPacksRes; files: true };
  /** Favourite changes the list of favourites; the newest is the last. It refuses a code that cannot be assigned. */
  favouriteCode: { req: FavouriteReq; res: FrequentRes; files: false };
  /** FixRemarks applies the fixes of one rule to one or all appeals, as one action, which the clerk can undo. */
  fixRemarks: { req: FixRemarksReq; res: ActionInfo; files: false };
  /** ForgetChoices deletes choices. Favourites stay. */
  forgetChoices: { req: ForgetChoicesReq; res: LearnedRes; files: false };
  /** Format returns the format profile in force. */
  format: { req: FormatReq; res: FormatRes; files: false };
  /** Frequent returns the favourite and the frequent codes. */
  frequentCodes: { req: FrequentReq; res: FrequentRes; files: false };
  /** GetAppeal returns the card of a stored appeal. */
  getAppeal: { req: AppealIDReq; res: Card; files: false };
  /** GetFile returns the bytes of an answer file. */
  getFile: { req: GetFileReq; res: GetFileRes; files: true };
  /** Handover writes the selected appeals with history and answer files into a file that a colleague can merge. */
  handover: { req: HandoverReq; res: HandoverRes; files: true };
  /** Hello opens the store and reads everything, on the first call. After a failure the next call tries again. */
  hello: { req: HelloReq; res: HelloRes; files: false };
  importTable: { req: ImportTableReq; res: TakenRes; files: false };
  /** Journal returns the archives of the active profile. */
  journal: { req: JournalReq; res: JournalRes; files: false };
  /** Learned lists the choices that change the ranking of codes. */
  learned: { req: LearnedReq; res: LearnedRes; files: false };
  /**
   * LoadFormat puts a format profile from a file in force. If the file does not match the schema, nothing changes, and
   * the answer lists all violations.
   */
  loadFormat: { req: LoadFormatReq; res: FormatRes; files: true };
  /** Log returns what one merge or import did with each appeal. */
  log: { req: LogReq; res: LogRes; files: false };
  /** Logs lists the logs of merges and imports, without their entries. */
  logs: { req: LogsReq; res: LogsRes; files: false };
  mapTable: { req: MapTableReq; res: TableInfo; files: false };
  /** MassEdit previews or makes one change of many appeals, as one action, which the clerk can undo. */
  massEdit: { req: MassReq; res: MassRes; files: false };
  /**
   * MatchNames sets the GUIDs of the active profile's recipients whose name exactly one body has, and the codes of
   * questions that have the title of exactly one code, in one action, which the clerk can undo.
   */
  matchNames: { req: MatchNamesReq; res: MatchedRes; files: false };
  /** Mend repairs or deletes a damaged row and returns the rows that remain. */
  mend: { req: MendReq; res: DamagedRes; files: false };
  mergeApply: { req: MergeApplyReq; res: MergeRes; files: false };
  mergeClose: { req: MergeCloseReq; res: MergePlan; files: false };
  mergeDecide: { req: MergeDecideReq; res: MergePlan; files: false };
  /**
   * MergeFrom opens a merge of the conflicts between the register and an open archive or table. It does not replace a
   * merge that is open.
   */
  mergeFrom: { req: MergeFromReq; res: MergePlan; files: false };
  mergeItems: { req: MergeItemsReq; res: MergeItemsRes; files: false };
  /**
   * MergeOpen reads files of colleagues, compares them with the register and opens a merge. It discards a merge that
   * was open before.
   */
  mergeOpen: { req: MergeOpenReq; res: MergePlan; files: true };
  mergePlan: { req: MergePlanReq; res: MergePlan; files: false };
  /** OpenArchive opens an archive of any program. After an error or a cancellation nothing has changed. */
  openArchive: { req: OpenArchiveReq; res: OpenArchiveRes; files: true };
  /** OpenTable reads a table and guesses its columns. */
  openTable: { req: OpenTableReq; res: TableInfo; files: true };
  /**
   * OpenedArchive returns a page of the entries of an open archive. The first call checks all entries and reports
   * progress.
   */
  openedArchive: { req: OpenedArchiveReq; res: OpenedArchiveRes; files: false };
  /** OpenedArchives lists the open archives. */
  openedArchives: { req: OpenedArchivesReq; res: OpenedArchivesRes; files: false };
  ownResults: { req: OwnResultsReq; res: OwnResultsRes; files: false };
  ownWords: { req: OwnWordsReq; res: OwnWordsRes; files: false };
  /** Packs returns the editions in force; of calendars those of this year and the next, and the loaded ones. */
  packs: { req: PacksReq; res: PacksRes; files: false };
  /** Personal counts the rows with personal data. */
  personal: { req: PersonalReq; res: PersonalRes; files: false };
  /** Plan lists which appeals an archive would hold, and why others stay out. */
  plan: { req: PlanReq; res: PlanRes; files: false };
  /**
   * PrepareArchive packs the entries of an archive into the cache, so that [Forming.Build] is quicker. The page calls
   * it while the clerk does nothing. Without a month in the request it is the month whose report is due. It ignores
   * entries that cannot be made: Build reports them.
   */
  prepareArchive: { req: PlanReq; res: PrepareArchiveRes; files: false };
  presets: { req: PresetsReq; res: PresetsRes; files: false };
  /** Profiles returns all profiles and which one is active. */
  profiles: { req: ProfilesReq; res: ProfilesRes; files: false };
  /** ProposePassphrase returns a passphrase for the clerk to write down. It is not stored. */
  proposePassphrase: { req: ProposePassphraseReq; res: ProposePassphraseRes; files: false };
  /**
   * Protocol returns a report of what an archive contains and what stayed out, from the stored bytes and the journal
   * (G34).
   */
  protocol: { req: ArchiveIDReq; res: Protocol; files: false };
  /** PutFile stores the bytes of an answer file, in a row of its own. */
  putFile: { req: PutFileReq; res: PutFileRes; files: true };
  /** ReadPack reads a pack, compares it and keeps the offer in memory for [App.TakePack]. */
  readPack: { req: ReadPackReq; res: PackOffer; files: true };
  /** ReadZeroTemplate makes a template from a sample. It stores nothing. It takes the lock itself. */
  readZeroTemplate: { req: ZeroTemplateReq; res: ZeroTemplateRes; files: true };
  /** RecogniseFile recognises a file of any size. It stores nothing. */
  recogniseFile: { req: RecogniseFileReq; res: RecogniseFileRes; files: false };
  /** Reconcile compares a list from the portal with the register. */
  reconcile: { req: ReconcileReq; res: ReconcileRes; files: false };
  refusedRows: { req: RefusedRowsReq; res: RefusedRowsRes; files: false };
  /** Page returns a page of the appeals of the active profile. It takes the lock. */
  register: { req: RegisterReq; res: RegisterRes; files: false };
  /**
   * IDs returns the ids of all rows of a view, for the command «select all that match the filter». It ignores page and
   * size. It takes the lock.
   */
  registerIds: { req: RegisterReq; res: RegisterIDsRes; files: false };
  /** Reload reads the store again after another tab has written to it. */
  reload: { req: ReloadReq; res: ReloadRes; files: false };
  /** Remarks checks all appeals of the active profile (G23). */
  remarks: { req: RemarksReq; res: RemarksRes; files: false };
  /**
   * Rescue writes a backup of what the store returns before its first failure. If the store fails, rows from memory
   * replace or complete these. Unsaved states of the page come last. Rescue does not write to the store.
   */
  rescue: { req: RescueReq; res: RescueRes; files: true };
  /** ResetFormat puts the built-in format profile in force. */
  resetFormat: { req: FormatReq; res: FormatRes; files: false };
  /** ResetPack removes a loaded edition; the built-in one is in force again. */
  resetPack: { req: ResetPackReq; res: ResetPackRes; files: false };
  /** Restore replaces all data by a backup, in one step. A damaged file, or one of a newer version, changes nothing. */
  restore: { req: RestoreReq; res: RestoreRes; files: false };
  /**
   * SaveAppeal normalises and stores an appeal, with or without errors, and returns its card. When it returns without
   * an error, the appeal is stored. Exception: a new appeal with nothing but search words in a code field, see
   * onlySearched; its revision stays 0.
   */
  saveAppeal: { req: SaveAppealReq; res: Card; files: false };
  /**
   * SaveBody adds or renames a body. It refuses a malformed GUID or a missing name. Recipients get the GUID if no other
   * entered body has the name.
   */
  saveBody: { req: SaveBodyReq; res: SaveBodyRes; files: false };
  /**
   * SaveOpened writes an open archive: unedited entries byte for byte, with or without errors, and edited ones new,
   * each under its own name.
   */
  saveOpened: { req: OpenedIDReq; res: SaveOpenedRes; files: true };
  saveOwnResults: { req: SaveOwnResultsReq; res: OwnResultsRes; files: false };
  saveOwnWords: { req: SaveOwnWordsReq; res: OwnWordsRes; files: false };
  savePreset: { req: SavePresetReq; res: PresetsRes; files: false };
  /** SaveProfile stores a profile, with or without errors, and returns its findings. */
  saveProfile: { req: SaveProfileReq; res: SaveProfileRes; files: false };
  saveTablePreset: { req: SaveTablePresetReq; res: TableInfo; files: false };
  /** SaveZeroTemplate stores the template. */
  saveZeroTemplate: { req: SaveZeroTemplateReq; res: FormatRes; files: false };
  /**
   * SearchBodies finds bodies in the loaded directory and among those entered here. If it finds none, it tries the
   * other keyboard layout.
   */
  searchBodies: { req: SearchBodiesReq; res: SearchBodiesRes; files: false };
  /** SearchCodes finds assignable codes by code or words. */
  searchCodes: { req: SearchCodesReq; res: SearchCodesRes; files: false };
  /**
   * SetArchiveState records a new state of an archive. It accepts any order, also backwards: a clerk may have erred, or
   * the portal may have lost the archive. It accepts the same state again with a new note.
   */
  setArchiveState: { req: SetArchiveStateReq; res: ArchiveRes; files: false };
  /** SetAutoLock sets the minutes without input before the register locks. */
  setAutoLock: { req: SetAutoLockReq; res: HelloRes; files: false };
  /**
   * SetLock sets, changes or removes the passphrase of the register. It encrypts all rows again under a new key. The
   * clerk can cancel it; it changes nothing unless it finishes.
   */
  setLock: { req: SetLockReq; res: HelloRes; files: false };
  /** SuggestCodes returns the most likely codes for the text of an appeal. */
  suggestCodes: { req: SuggestReq; res: Suggestion; files: false };
  /** SumFile computes the checksum of a file of any size. The page cannot do that itself over plain http. */
  sumFile: { req: SumFileReq; res: SumFileRes; files: false };
  /**
   * Sweep deletes what nothing uses: answer files that are in no record and in no action that can be undone, parts of
   * builds that failed, and original entries whose appeals were deleted. The page calls it once after the start.
   */
  sweep: { req: SweepReq; res: SweepRes; files: false };
  tablePresets: { req: TablePresetsReq; res: TablePresetsRes; files: false };
  tableRows: { req: TableRowsReq; res: TableRowsRes; files: false };
  /** TakePack puts the selected parts in force: all of them, or none after an error. Then it calls [App.MatchNames]. */
  takePack: { req: TakePackReq; res: TakePackRes; files: false };
  /** Today returns the counts of the first screen. */
  today: { req: TodayReq; res: TodayRes; files: false };
  /** Uncover decrypts a file for download, after it has checked all of its bytes. */
  uncover: { req: UncoverReq; res: UncoverRes; files: false };
  /** Undo restores the states before an action. */
  undo: { req: UndoReq; res: UndoRes; files: false };
  /** Unlock unlocks the register and returns what [App.Hello] would have returned. */
  unlock: { req: UnlockReq; res: HelloRes; files: false };
  /**
   * UnpackBook recognises a file by its content. It checks a workbook against the limits and returns those parts from
   * which cells can be read. It keeps nothing in memory.
   */
  unpackBook: { req: UnpackBookReq; res: UnpackBookRes; files: true };
  /** Wipe deletes all data, locked or not. The core cannot be used afterwards: the page loads again. */
  wipe: { req: WipeReq; res: WipeRes; files: false };
}

export type MethodName = keyof Methods;

/** Methods that take or return files beside the JSON. */
export const fileMethods: readonly MethodName[] = ["archivePart", "damagedFile", "exportPacks", "getFile", "handover", "loadFormat", "mergeOpen", "openArchive", "openTable", "putFile", "readPack", "readZeroTemplate", "rescue", "saveOpened", "unpackBook"];

export const archiveModes: readonly ArchiveModeInfo[] = [
  {"mode":"month","label":"За отчётный месяц","period":"month","hint":"Месяц считается, как на портале: по дате поступления прямых обращений и по дате документа переданных. Дата ответа не важна."},
  {"mode":"entered","label":"По дате внесения","period":"range","hint":"Считается день, когда обращение впервые сохранили в этой программе, как в ЛАРМ. Чтобы выгрузить всё, что внесено за месяц и до срока сдачи, укажите дни с 1-го числа месяца по 3-е число следующего."},
  {"mode":"registered","label":"По дате регистрации","period":"range","hint":"Считается дата регистрации в органе, как в выгрузке из СЭД. Обращения, которые ещё не зарегистрированы, этим способом не выгружаются."},
  {"mode":"changed","label":"Изменённые с прошлой выгрузки","period":"none","hint":"Содержание отличается от последнего архива, в котором было обращение, или обращение ещё не выгружали. Архивы с ошибкой не считаются."},
];

export const archiveStates: readonly ArchiveStateInfo[] = [
  {"state":"formed","label":"Сформирован","hint":"Файл готов, но ещё никуда не передан.","needsNote":false},
  {"state":"handed","label":"Передан","hint":"Файл передан тому, кто загружает его в раздел РРО.","needsNote":false},
  {"state":"loaded","label":"Загружен","hint":"Архив загружен в раздел РРО, обращения там видны.","needsNote":false},
  {"state":"done","label":"Завершён","hint":"В АРМ ЕС ОГ нажата кнопка «Завершить работу с архивом», или загрузка закончена другим способом.","needsNote":false},
  {"state":"failed","label":"Ошибка","hint":"Портал архив не принял: обращения из него снова считаются невыгруженными.","needsNote":true},
];

export const autoLocks: readonly number[] = [
  5,
  15,
  30,
  60,
];

export const fields: readonly FieldInfo[] = [
  {"path":"profile.name","label":"Наименование органа государственной власти или органа местного самоуправления"},
  {"path":"profile.departmentId","label":"Идентификатор органа (GUID)"},
  {"path":"profile.personId","label":"Уникальный идентификатор уполномоченного лица"},
  {"path":"profile.personName","label":"Ф.И.О. уполномоченного лица"},
  {"path":"profile.position","label":"Должность"},
  {"path":"profile.closedAccess","label":"Есть доступ к закрытой сети ССТУ"},
  {"path":"draft","label":"Черновик (не выгружать)"},
  {"path":"isDirect","label":"Обращение поступило напрямую непосредственно от заявителя (без сопроводительного документа иного органа)"},
  {"path":"format","label":"Формат обращения"},
  {"path":"number","label":"Обращение регистрируется под номером"},
  {"path":"createDate","label":"Дата документа по обращению"},
  {"path":"incomingDate","label":"Дата поступления в орган"},
  {"path":"registrationDate","label":"Дата регистрации в органе"},
  {"path":"name","label":"ФИО"},
  {"path":"address","label":"Адрес"},
  {"path":"email","label":"E-mail"},
  {"path":"questions","label":"Вопросы"},
  {"path":"questions.*.code","label":"Код вопроса"},
  {"path":"questions.*.status","label":"Статус"},
  {"path":"questions.*.incomingDate","label":"Дата поступления в орган"},
  {"path":"questions.*.registrationDate","label":"Дата регистрации в органе"},
  {"path":"questions.*.responseDate","label":"Дата ответа"},
  {"path":"questions.*.actionsTaken","label":"Меры приняты"},
  {"path":"questions.*.attachment","label":"Файл ответа"},
  {"path":"questions.*.transfers","label":"Орган-получатель"},
  {"path":"questions.*.transfers.*.departmentId","label":"Орган-получатель"},
  {"path":"questions.*.transfers.*.transferDate","label":"Дата сопроводительного документа"},
  {"path":"questions.*.transfers.*.transferNumber","label":"Номер сопроводительного документа"},
  {"path":"files","label":"Файл ответа"},
  {"path":"entries","label":"Содержимое архива"},
  {"path":"period.from","label":"Диапазон с"},
  {"path":"period.to","label":"по"},
  {"path":"zero.declared","label":"За указанный месяц обращения не поступали"},
  {"path":"zero.month","label":"Год и месяц"},
  {"path":"zero.noDirect","label":"Обращения не поступали напрямую от заявителей"},
  {"path":"zero.noAdministration","label":"Обращения не поступали из Управления Президента Российской Федерации по работе с обращениями граждан и организаций"},
  {"path":"zero.noOtherBodies","label":"Обращения не поступали от иных органов власти"},
  {"path":"zero.looked","label":"Раздел РРО просмотрен (или уточнено у вышестоящего органа): обращений в статусе «Не поступило» нет"},
  {"path":"zero.template","label":"Шаблон нулевого отчёта"},
];

export const fileKinds: readonly FileKindInfo[] = [
  {"kind":"archive","is":"Это архив РРО.","place":"archive","offer":"Открыть его?","button":"Открыть архив","remedy":""},
  {"kind":"zero","is":"Это нулевой отчёт.","place":"archive","offer":"Открыть его?","button":"Открыть нулевой отчёт","remedy":""},
  {"kind":"entries","is":"Это записи обращений в виде JSON, без архива ZIP.","place":"archive","offer":"Открыть их?","button":"Открыть записи","remedy":""},
  {"kind":"backup","is":"Это резервная копия.","place":"restore","offer":"Восстановить?","button":"Восстановить","remedy":""},
  {"kind":"handover","is":"Это файл передачи от коллеги.","place":"merge","offer":"Объединить с реестром?","button":"Объединить","remedy":""},
  {"kind":"covered","is":"Это файл под паролем.","place":"password","offer":"Ввести пароль?","button":"Ввести пароль","remedy":""},
  {"kind":"pack","is":"Это пакет справочников.","place":"packs","offer":"Загрузить справочники?","button":"К загрузке справочников","remedy":""},
  {"kind":"classifier","is":"Это классификатор.","place":"packs","offer":"Загрузить его в «Справочники»?","button":"К загрузке классификатора","remedy":""},
  {"kind":"bodies","is":"Это справочник органов.","place":"packs","offer":"Загрузить его в «Справочники»?","button":"К загрузке органов","remedy":""},
  {"kind":"calendar","is":"Это календарь рабочих дней.","place":"packs","offer":"Загрузить его в «Справочники»?","button":"К загрузке календаря","remedy":""},
  {"kind":"format","is":"Это профиль формата.","place":"packs","offer":"Загрузить его в «Справочники»?","button":"К загрузке профиля формата","remedy":""},
  {"kind":"xlsx","is":"Это книга Excel.","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"xlsb","is":"Это двоичная книга Excel (*.xlsb).","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"xls","is":"Это книга Excel прежнего вида (*.xls).","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"ods","is":"Это таблица ODS (LibreOffice, МойОфис, Р7).","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"html","is":"Это веб-страница.","place":"table","offer":"Загрузить таблицу из неё?","button":"Загрузить таблицу","remedy":""},
  {"kind":"xml2003","is":"Это «Таблица XML 2003».","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"table","is":"Это текстовая таблица.","place":"table","offer":"Загрузить таблицу обращений?","button":"Загрузить таблицу","remedy":""},
  {"kind":"numbers","is":"Это таблица Numbers или документ Pages.","place":"","offer":"","button":"","remedy":"Откройте его в той программе, где он создан, и сохраните как «Книга Excel (*.xlsx)» или «CSV», затем выберите этот файл."},
  {"kind":"sealed","is":"Это документ Office под паролем.","place":"","offer":"","button":"","remedy":"Откройте его, снимите пароль и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"program","is":"Это сама программа РРО-форма.","place":"","offer":"","button":"","remedy":"Данных в её файле нет: они лежат в браузере. Чтобы перенести их, создайте на прежнем месте резервную копию."},
  {"kind":"mhtml","is":"Это веб-страница одним файлом (MHTML).","place":"","offer":"","button":"","remedy":"Откройте его в той программе, где он создан, и сохраните как «Книга Excel (*.xlsx)» или «CSV», затем выберите этот файл."},
  {"kind":"rtf","is":"Это документ RTF.","place":"","offer":"","button":"","remedy":"Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"docx","is":"Это документ Word.","place":"","offer":"","button":"","remedy":"Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"doc","is":"Это документ Word прежнего вида (*.doc).","place":"","offer":"","button":"","remedy":"Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"odt","is":"Это текстовый документ ODT.","place":"","offer":"","button":"","remedy":"Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"slides","is":"Это презентация.","place":"","offer":"","button":"","remedy":"Выберите другой файл."},
  {"kind":"pdf","is":"Это документ PDF.","place":"","offer":"","button":"","remedy":"Таблицу из PDF программа не читает: попросите её в виде «Книга Excel (*.xlsx)»."},
  {"kind":"picture","is":"Это изображение.","place":"","offer":"","button":"","remedy":"Текст с изображения программа не читает: попросите сам файл таблицы или архива."},
  {"kind":"letter","is":"Это письмо почтовой программы.","place":"","offer":"","button":"","remedy":"Откройте его в почте, сохраните вложение на диск и выберите сохранённый файл."},
  {"kind":"zip","is":"Это архив ZIP, но записей РРО в нём нет.","place":"","offer":"","button":"","remedy":"Распакуйте его и выберите файл, который лежит внутри."},
  {"kind":"lockedZip","is":"Это архив ZIP под паролем.","place":"","offer":"","button":"","remedy":"Распакуйте его той программой, которой он создан, и выберите файл, который лежит внутри. Если его создала ЛАРМ, сформируйте архив заново без шифрования."},
  {"kind":"cutZip","is":"Это начало архива ZIP: конца у файла нет, он скопирован не полностью.","place":"","offer":"","button":"","remedy":"Скопируйте или скачайте его заново."},
  {"kind":"rar","is":"Это архив RAR.","place":"","offer":"","button":"","remedy":"Распакуйте его и выберите файл, который лежит внутри."},
  {"kind":"7z","is":"Это архив 7-Zip.","place":"","offer":"","button":"","remedy":"Распакуйте его и выберите файл, который лежит внутри."},
  {"kind":"gzip","is":"Это сжатый файл (GZIP, BZIP2, XZ или TAR).","place":"","offer":"","button":"","remedy":"Распакуйте его и выберите файл, который лежит внутри."},
  {"kind":"cab","is":"Это архив CAB или ARJ.","place":"","offer":"","button":"","remedy":"Распакуйте его и выберите файл, который лежит внутри."},
  {"kind":"exe","is":"Это программа, а не данные.","place":"","offer":"","button":"","remedy":"Выберите другой файл."},
  {"kind":"shortcut","is":"Это ярлык, а не сам файл.","place":"","offer":"","button":"","remedy":"Выберите файл, на который он указывает."},
  {"kind":"database","is":"Это база данных.","place":"","offer":"","button":"","remedy":"Выгрузите из неё таблицу как «Книга Excel (*.xlsx)» или «CSV»."},
  {"kind":"media","is":"Это звукозапись или видео.","place":"","offer":"","button":"","remedy":"Выберите другой файл."},
  {"kind":"json","is":"Это текст JSON, но обращений в нём нет.","place":"","offer":"","button":"","remedy":"Выберите другой файл."},
  {"kind":"xml","is":"Это файл XML, но ни таблицы, ни справочника в нём нет.","place":"","offer":"","button":"","remedy":"Выберите другой файл."},
  {"kind":"text","is":"Это обычный текст.","place":"","offer":"","button":"","remedy":"Если в нём таблица, скопируйте её в Excel или другой табличный редактор и сохраните как «Книга Excel (*.xlsx)»."},
  {"kind":"empty","is":"Файл пуст.","place":"","offer":"","button":"","remedy":"Возможно, он не докачан или не записан до конца. Скопируйте или скачайте его заново."},
  {"kind":"blank","is":"В файле нет данных: он состоит из одних нулей, так бывает после сбоя при копировании.","place":"","offer":"","button":"","remedy":"Скопируйте или скачайте его заново."},
  {"kind":"lockFile","is":"Это служебный файл, который Office создаёт, пока документ открыт.","place":"","offer":"","button":"","remedy":"Выберите сам документ: его имя без знаков «~$» в начале."},
  {"kind":"unknown","is":"Вид файла не известен.","place":"","offer":"","button":"","remedy":"Программа открывает архивы РРО, таблицы, резервные копии, файлы передачи и справочники. Проверьте, тот ли файл выбран."},
];

export const formats: readonly FormatInfo[] = [
  {"value":"Other","label":"Другое"},
  {"value":"Electronic","label":"Электронный (МЭДО)"},
];

export const presetPeriods: readonly PresetPeriodInfo[] = [
  {"period":"previousMonth","label":"Прошлый месяц","modes":["month","entered","registered"]},
  {"period":"sincePreviousMonth","label":"С начала прошлого месяца по сегодня","modes":["entered","registered"]},
  {"period":"currentMonth","label":"Текущий месяц","modes":["month","entered","registered"]},
  {"period":"fixed","label":"Указанный","modes":["month","entered","registered","changed"]},
];

export const reconcileKinds: readonly ReconcileKindInfo[] = [
  {"kind":"notThere","label":"Нет на портале","hint":"Есть здесь, в списке с портала нет: архив не загружен или запись не принята."},
  {"kind":"notHere","label":"Нет здесь","hint":"Есть на портале, в реестре за выбранный период нет."},
  {"kind":"otherStatus","label":"Другой статус","hint":"Номер найден, статус на портале не такой, как здесь."},
  {"kind":"otherDate","label":"Другая дата","hint":"Номер найден, дата на портале не совпадает ни с одной датой здесь."},
  {"kind":"unread","label":"Строка не прочитана","hint":"В строке не найден номер обращения."},
  {"kind":"neverSent","label":"Не отправлялось","hint":"Есть здесь, но в архив не входит: черновик или запись с ошибками."},
  {"kind":"skipped","label":"Пропущено","hint":"Заголовки и итоги таблицы портала: это не обращения."},
  {"kind":"agrees","label":"Совпадает","hint":"Номер найден, остальное не расходится."},
];

export const rules: readonly Rule[] = [
  {"code":"B-01.1","level":"error","field":"profile.name","text":"Не указано наименование органа","hint":"Заполните это поле профиля органа: без него архив не формируется.","source":"004:95"},
  {"code":"B-02","level":"error","field":"profile.departmentId","text":"Не указан идентификатор органа (GUID)","hint":"Идентификатор органа на портале выдаёт поддержка ССТУ или вышестоящий орган. Он выглядит так: 89729055-843A-4EEB-88E1-71535B245D6F.","source":"001:11"},
  {"code":"B-02.1","level":"error","field":"profile.departmentId","text":"Идентификатор органа записан неверно","hint":"Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12. Скопируйте его целиком, без кавычек.","source":"001:11; FORMAT.md «Appeal»"},
  {"code":"B-01.2","level":"error","field":"profile.personId","text":"Не указан уникальный идентификатор уполномоченного лица (УИУЛ)","hint":"Заполните это поле профиля органа: без него архив не формируется.","source":"004:99"},
  {"code":"B-01.3","level":"error","field":"profile.personName","text":"Не указаны Ф.И.О. уполномоченного лица","hint":"Заполните это поле профиля органа: без него архив не формируется.","source":"004:100"},
  {"code":"B-01.4","level":"error","field":"profile.position","text":"Не указана должность уполномоченного лица","hint":"Заполните это поле профиля органа: без него архив не формируется.","source":"004:101"},
  {"code":"B-10.1","level":"error","field":"format","text":"Не выбран формат обращения","hint":"Выберите «Электронный (МЭДО)», если обращение прислал другой орган по МЭДО, иначе «Другое».","source":"004:108"},
  {"code":"B-03.1","level":"warning","field":"format","text":"Прямое обращение не бывает электронным (МЭДО)","hint":"По МЭДО обращения приходят только от других органов. Если обращение прислал другой орган, снимите отметку «напрямую от заявителя» и укажите номер и дату его документа, иначе выберите «Другое».","source":"FORMAT.md «Date order»: inferred"},
  {"code":"B-06","level":"error","field":"number","text":"Не указан номер, под которым регистрируется обращение","hint":"Напрямую от заявителя — ваш регистрационный номер. Из другого органа — номер его сопроводительного документа.","source":"001:101"},
  {"code":"B-06.1","level":"warning","field":"number","text":"Номер начинается с «А26», а обращение отмечено как прямое","hint":"С «А26» начинаются номера Администрации Президента. Если обращение прислала она, снимите отметку «напрямую от заявителя».","source":"001:101; B-06"},
  {"code":"B-06.2","level":"warning","field":"number","text":"Номер похож на «А26-…», но набран латинскими буквами","hint":"Похоже, номер набирали в английской раскладке. Программа пишет номер так, как он набран: исправьте его, если в документе стоит русская «А».","source":"001:101; B-06"},
  {"code":"B-06.3","level":"advice","field":"number","text":"В номере латинские буквы, похожие на русские","hint":"С ними номер не совпадёт с тем же номером на портале, набранным по-русски. Если в документе русские буквы, исправьте номер.","source":"G25"},
  {"code":"B-14","level":"error","field":"createDate","text":"Не указана дата документа по обращению","hint":"Обращение пришло из другого органа: укажите дату его сопроводительного документа. По ней обращение попадает в отчётный месяц.","source":"001:134"},
  {"code":"B-10.2","level":"error","field":"incomingDate","text":"Не указана дата поступления в орган","hint":"Она нужна для всех статусов, кроме «Не поступило».","source":"004:111"},
  {"code":"B-10.3","level":"error","field":"registrationDate","text":"Не указана дата регистрации в органе","hint":"Она не нужна только для статусов «Не поступило» и «Не зарегистрировано».","source":"004:112"},
  {"code":"B-10.4","level":"error","field":"name","text":"Не указаны ФИО заявителя","hint":"Укажите ФИО, а для организации её наименование. Если обращение анонимное, так и напишите.","source":"004:114"},
  {"code":"B-11","level":"advice","field":"address","text":"Нет ни адреса, ни e-mail заявителя","hint":"Портал этого не требует, но ответ отправить некуда. Если адреса нет и в обращении, подойдёт статус «Оставлено без ответа автору».","source":"004:117; B-11"},
  {"code":"B-11.1","level":"warning","field":"email","text":"Адрес электронной почты записан неверно","hint":"Нужен один адрес вида имя@сервер.рф. Если адреса нет, оставьте поле пустым.","source":"L13"},
  {"code":"B-20.2","level":"advice","field":"incomingDate","text":"При таком статусе эта дата не нужна, в архив она не пойдёт","hint":"Дата сохранена на случай, если статус изменится. Если обращение уже поступило и зарегистрировано, выберите другой статус.","source":"own check: nothing is hidden; FORMAT.md «Question»"},
  {"code":"B-12","level":"error","field":"incomingDate","text":"Дата поступления должна быть не ранее даты обращения","hint":"Дата документа по обращению позже даты поступления. Проверьте обе даты: документ не мог прийти раньше, чем составлен.","source":"003:195, 003:197"},
  {"code":"B-13","level":"warning","field":"incomingDate","text":"Дата поступления должна быть не ранее даты обращения","hint":"У прямого обращения дату документа можно не указывать: тогда в архив пойдёт дата поступления. Портал проверяет эту дату, даже когда в старой программе поле неактивно.","source":"003:197; FORMAT.md «Date order»"},
  {"code":"B-15.1","level":"error","field":"registrationDate","text":"Дата регистрации раньше даты поступления","hint":"Обращение регистрируют в день поступления или позже. Проверьте обе даты.","source":"001:105; FORMAT.md «Date order»"},
  {"code":"B-15.2","level":"error","field":"questions.*.responseDate","text":"Дата ответа раньше даты регистрации","hint":"Ответ даётся после регистрации обращения. Проверьте обе даты.","source":"001:106; FORMAT.md «Date order»"},
  {"code":"B-15.3","level":"warning","field":"questions.*.transfers.*.transferDate","text":"Сопроводительный документ составлен раньше регистрации обращения","hint":"Обычно обращение сначала регистрируют, потом направляют. Проверьте обе даты.","source":"FORMAT.md «Date order»: plausible"},
  {"code":"B-15.4","level":"warning","field":"createDate","text":"Дата в будущем","hint":"Проверьте день, месяц и год. Если дата верна, проверьте часы компьютера.","source":"B-15"},
  {"code":"B-15.5","level":"error","field":"createDate","text":"Такой даты нет","hint":"Введите, например, 05.10.2026.","source":"FORMAT.md «Appeal»: dates are yyyy-MM-dd"},
  {"code":"B-15.6","level":"warning","field":"createDate","text":"Год похож на опечатку","hint":"Обращения по действующему закону рассматриваются с ноября 2006 года. Проверьте год.","source":"59-ФЗ, вступление в силу"},
  {"code":"B-16","level":"error","field":"questions","text":"В обращении нет ни одного вопроса","hint":"Добавьте хотя бы один вопрос: нажмите «Добавить вопрос» и выберите код.","source":"001:104"},
  {"code":"B-16.1","level":"error","field":"questions.*.code","text":"Не указан код вопроса","hint":"Начните вводить код или слова из обращения и выберите строку из списка.","source":"001:104"},
  {"code":"B-16.2","level":"error","field":"questions.*.code","text":"Такого кода нет в классификаторе","hint":"Выберите код из списка или найдите его в «Справочниках». Если код новый, загрузите свежую редакцию классификатора.","source":"CLASSIFIER.md «Code grammar»"},
  {"code":"B-16.3","level":"warning","field":"questions.*.code","text":"Код исключён из классификатора","hint":"В новых обращениях такие коды не применяют. Подберите действующий код.","source":"CLASSIFIER.md «Editions», 4"},
  {"code":"B-16.4","level":"error","field":"questions.*.code","text":"Указан короткий код вопроса","hint":"Четыре цифры — запись 2017 года. Нужен полный код из четырёх или пяти групп.","source":"FORMAT.md «Question», code"},
  {"code":"B-16.5","level":"error","field":"questions.*.code","text":"Это раздел, тематика или тема, а не вопрос","hint":"Вопросу присваивают код из четырёх или пяти групп. Выберите вопрос внутри этой темы.","source":"CLASSIFIER.md «Code grammar»"},
  {"code":"B-16.6","level":"warning","field":"questions.*.code","text":"К этому коду нужен второй вопрос — о чём обращение","hint":"В классификаторе есть сноска: вместе с этим кодом выбирают вопрос по существу. Нажмите «Добавить вопрос».","source":"CLASSIFIER.md «Code grammar», 0457"},
  {"code":"B-17","level":"error","field":"questions.*.status","text":"Не выбран статус вопроса","hint":"У каждого вопроса свой статус. Выберите, чем закончилось его рассмотрение или на каком оно этапе.","source":"001:19"},
  {"code":"B-20","level":"error","field":"questions.*.status","text":"Неизвестный статус","hint":"Выберите один из десяти статусов портала.","source":"002:122, 002:295"},
  {"code":"B-20.1","level":"advice","field":"questions.*.status","text":"Заполненное раньше не пойдёт в архив","hint":"Этому статусу такие сведения не нужны. Они сохранены на случай, если статус изменится.","source":"own check: nothing is hidden"},
  {"code":"B-20.3","level":"warning","field":"questions.*.status","text":"Прямое обращение не бывает в статусе «Не поступило»","hint":"Этот статус — для обращений, которые другой орган направил вам, а они ещё не пришли. Выберите другой статус или снимите отметку «напрямую от заявителя».","source":"002:124; 001:141"},
  {"code":"B-20.4","level":"warning","field":"questions.*.status","text":"Один вопрос не поступил, а другой уже рассматривается","hint":"Обращение приходит целиком: если оно поступило, статус «Не поступило» не подходит ни одному из его вопросов. Проверьте статусы.","source":"002:124"},
  {"code":"B-22","level":"error","field":"questions.*.responseDate","text":"Не указана дата ответа","hint":"Для статуса «Оставлено без ответа автору» укажите дату этого решения.","source":"002:126"},
  {"code":"B-23","level":"error","field":"questions.*.responseDate","text":"Не указана дата ответа","hint":"Для этого статуса нужна дата, когда ответ отправлен заявителю. В отчётный месяц она не входит: месяц считается по дате документа или поступления.","source":"002:128"},
  {"code":"B-21","level":"error","field":"questions.*.actionsTaken","text":"Не указано, приняты ли меры","hint":"Для статуса «Рассмотрено. Поддержано» выберите «Да» или «Нет».","source":"002:124"},
  {"code":"B-24","level":"error","field":"questions.*.transfers","text":"Не указано, куда направлен вопрос","hint":"Для статуса «Направлено по компетенции» нужен хотя бы один орган-получатель. Нажмите «Добавить получателя».","source":"002:143"},
  {"code":"B-24.1","level":"error","field":"questions.*.transfers.*.departmentId","text":"Не указан орган-получатель","hint":"Введите наименование или идентификатор (GUID) органа, куда направлен вопрос.","source":"002:152"},
  {"code":"B-25.1","level":"error","field":"questions.*.transfers.*.departmentId","text":"Не указан идентификатор (GUID) органа-получателя","hint":"Портал принимает получателя только по идентификатору (GUID). Узнайте его в поддержке ССТУ или у самого органа и впишите в это поле рядом с наименованием: он запомнится в «Справочниках».","source":"002:152"},
  {"code":"B-25.2","level":"error","field":"questions.*.transfers.*.departmentId","text":"Идентификатор органа-получателя записан неверно","hint":"Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12, например 89729055-843A-4EEB-88E1-71535B245D6F.","source":"FORMAT.md «Question», transfer"},
  {"code":"B-25.3","level":"warning","field":"questions.*.transfers.*.departmentId","text":"Получатель — ваш собственный орган","hint":"По компетенции вопрос направляют в другой орган. Проверьте получателя или выберите другой статус.","source":"B-25"},
  {"code":"B-25.4","level":"warning","field":"questions.*.transfers.*.departmentId","text":"Этот получатель уже указан у вопроса","hint":"Каждый получатель становится отдельной записью в архиве. Уберите лишнего.","source":"FORMAT.md «Question», transfer"},
  {"code":"B-24.2","level":"error","field":"questions.*.transfers.*.transferDate","text":"Не указана дата сопроводительного документа","hint":"Это дата письма, с которым вопрос направлен в другой орган.","source":"002:143"},
  {"code":"B-24.3","level":"error","field":"questions.*.transfers.*.transferNumber","text":"Не указан номер сопроводительного документа","hint":"Это номер письма, с которым вопрос направлен в другой орган. По нему получатель найдёт обращение.","source":"002:143"},
  {"code":"T-01","level":"warning","field":"number","text":"В поле есть невидимые знаки","hint":"Такие знаки попадают в текст при копировании. Для программ это другой номер или другое имя, хотя на вид они одинаковы, а знаки направления письма меняют порядок букв на экране. Удалите их кнопкой или наберите значение заново.","source":"own check: nothing is misread"},
  {"code":"B-27","level":"error","field":"files","text":"К вопросу прикладывается ровно один файл ответа","hint":"Выберите один файл. Если ответ состоит из нескольких, объедините их, например, в один PDF.","source":"002:150"},
  {"code":"B-40","level":"warning","field":"questions.*.attachment","text":"Файл ответа не попадёт в архив","hint":"Портал хранит файлы только для обращений Администрации Президента (номер начинается с «А26»). Файл останется здесь, в реестре.","source":"001:127"},
  {"code":"B-40.1","level":"warning","field":"questions.*.attachment","text":"К обращению Администрации Президента не приложен файл ответа","hint":"Номер начинается с «А26»: приложите ответ заявителю, портал его сохранит.","source":"001:127; FORMAT.md «Attachment»"},
  {"code":"B-40.2","level":"error","field":"questions.*.attachment","text":"Не приложен файл ответа","hint":"Загруженный профиль формата требует файл для каждого ответа. Приложите файл.","source":"002:128; FORMAT.md «Attachment», 2017"},
  {"code":"B-41.1","level":"error","field":"questions.*.attachment","text":"Файл такого вида не принимается","hint":"Сохраните ответ в одном из разрешённых видов (обычно PDF или DOCX). Перечень задаёт профиль формата в «Справочниках».","source":"001:12"},
  {"code":"B-41.2","level":"error","field":"questions.*.attachment","text":"Файл ответа слишком большой","hint":"Портал принимает примерно до 7 МБ. Уменьшите качество скана или разделите ответ.","source":"001:12; FORMAT.md «Attachment»"},
  {"code":"B-41.3","level":"error","field":"questions.*.attachment","text":"Файл ответа пустой","hint":"В файле 0 байт. Откройте его и проверьте, затем приложите снова.","source":"001:12"},
  {"code":"D-01","level":"warning","field":"number","text":"Обращение с таким номером и датой уже внесено","hint":"Если это одно и то же обращение, удалите лишнее: в статистике оно посчитается дважды.","source":"G25"},
  {"code":"D-04","level":"warning","field":"number","text":"В том же году есть другое прямое обращение с таким номером","hint":"Свои регистрационные номера не повторяются в течение года. Проверьте номер и дату регистрации в обоих обращениях.","source":"G25"},
  {"code":"D-02","level":"warning","field":"name","text":"От этого заявителя за тот же месяц есть другое обращение с этим вопросом","hint":"Проверьте, не внесено ли одно обращение дважды.","source":"G25"},
  {"code":"D-03","level":"advice","field":"name","text":"Похожий заявитель с тем же адресом уже обращался","hint":"Возможно, это повторное обращение или тот же человек, записанный иначе. Если это разные люди, ничего делать не нужно.","source":"G25"},
  {"code":"B-50.4","level":"warning","field":"incomingDate","text":"За этот месяц уже сформирован нулевой отчёт","hint":"Нулевой отчёт сообщает, что обращений не было. Если даты верны, сформируйте архив за этот месяц, загрузите его и сообщите об этом тому, кто загружал нулевой отчёт. Если нулевой отчёт никуда не ушёл, отметьте его в журнале архивов состоянием «Ошибка».","source":"004:19"},
  {"code":"B-39","level":"error","field":"period.from","text":"Не указан период выгрузки","hint":"Впишите первый и последний день периода, например 01.09.2026 и 03.10.2026. Оба дня входят в период.","source":"002:274"},
  {"code":"B-39.1","level":"error","field":"period.to","text":"Начало периода позже его окончания","hint":"Поменяйте даты местами или исправьте одну из них.","source":"B-39"},
  {"code":"B-54","level":"error","field":"zero.declared","text":"Не отмечено, что обращения не поступали","hint":"Поставьте отметку «За указанный месяц обращения не поступали».","source":"004:122"},
  {"code":"B-53","level":"error","field":"zero.month","text":"Не выбраны год и месяц","hint":"Выберите отчётный месяц, за который подаётся нулевой отчёт.","source":"004:123"},
  {"code":"B-53.1","level":"warning","field":"zero.month","text":"Месяц ещё не закончился","hint":"Нулевой отчёт подают за истекший месяц: до его конца обращение ещё может поступить.","source":"001:140; B-53"},
  {"code":"B-50","level":"error","field":"zero.month","text":"За этот месяц в реестре есть обращения","hint":"Сформируйте обычный архив: одного обращения достаточно, чтобы орган считался отчитавшимся. Если обращение внесено по ошибке, исправьте его даты или удалите.","source":"004:19, 001:140"},
  {"code":"B-51","level":"error","field":"zero.month","text":"Есть обращения в статусе «Не поступило»","hint":"Пока переведённые из других органов обращения не поступили, нулевой отчёт не выгружают. Дождитесь их или уточните у органа, который направил.","source":"001:141"},
  {"code":"B-50.1","level":"error","field":"zero.noDirect","text":"Не подтверждено, что обращений напрямую от заявителей не было","hint":"Проверьте и поставьте отметку.","source":"004:19"},
  {"code":"B-50.2","level":"error","field":"zero.noAdministration","text":"Не подтверждено, что обращений из Управления Президента не было","hint":"Проверьте и поставьте отметку.","source":"004:19"},
  {"code":"B-50.3","level":"error","field":"zero.noOtherBodies","text":"Не подтверждено, что обращений от иных органов не было","hint":"Проверьте и поставьте отметку.","source":"004:19"},
  {"code":"B-52","level":"error","field":"zero.looked","text":"Не подтверждено, что раздел РРО просмотрен","hint":"Зайдите в раздел РРО вашего органа или спросите вышестоящий орган, нет ли обращений в статусе «Не поступило», и поставьте отметку.","source":"001:140, 001:142"},
  {"code":"Z-05","level":"warning","field":"zero.template","text":"Портал может не принять этот нулевой отчёт: его образец нам неизвестен","hint":"Надёжнее: возьмите нулевой отчёт, который портал уже принял, у вышестоящего органа или из ЛАРМ ЕС ОГ и откройте его ниже: программа сделает такой же. Если взять негде, сформируйте этот и попросите того, кто загружает отчёт, подтвердить, что портал его принял.","source":"004:61; FORMAT.md «Zero report»"},
  {"code":"B-42","level":"error","field":"entries","text":"В архиве есть файлы, которые портал не примет","hint":"Раздел РРО принимает архивы только с файлами JSON. Уберите остальные файлы из архива.","source":"001:146"},
];

export const statuses: readonly StatusInfo[] = [
  {"status":"NotReceived","label":"Не поступило","incomingDate":"absent","registrationDate":"absent","responseDate":"absent","actionsTaken":"absent","attachment":"absent","transfer":"absent","open":true,"note":"Другой орган направил обращение вам, но оно ещё не пришло. Пока такие есть, нулевой отчёт не подаётся."},
  {"status":"NotRegistered","label":"Не зарегистрировано","incomingDate":"required","registrationDate":"absent","responseDate":"absent","actionsTaken":"absent","attachment":"absent","transfer":"absent","open":true,"note":"Обращение пришло, но ещё не зарегистрировано. На регистрацию даётся три дня."},
  {"status":"InWork","label":"Находится на рассмотрении","incomingDate":"required","registrationDate":"required","responseDate":"absent","actionsTaken":"absent","attachment":"absent","transfer":"absent","open":true,"note":"Обращение зарегистрировано, ответа ещё нет."},
  {"status":"InWorkExtended","label":"Рассмотрение продлено","incomingDate":"required","registrationDate":"required","responseDate":"absent","actionsTaken":"absent","attachment":"absent","transfer":"absent","open":true,"note":"Срок рассмотрения продлён, заявитель об этом уведомлён."},
  {"status":"Explained","label":"Рассмотрено. Разъяснено","incomingDate":"required","registrationDate":"required","responseDate":"required","actionsTaken":"absent","attachment":"optional","transfer":"absent","open":false,"note":"Заявителю разъяснён порядок решения вопроса."},
  {"status":"Supported","label":"Рассмотрено. Поддержано","incomingDate":"required","registrationDate":"required","responseDate":"required","actionsTaken":"required","attachment":"optional","transfer":"absent","open":false,"note":"Просьба признана обоснованной. Нужно указать, приняты ли меры."},
  {"status":"NotSupported","label":"Рассмотрено. Не поддержано","incomingDate":"required","registrationDate":"required","responseDate":"required","actionsTaken":"absent","attachment":"optional","transfer":"absent","open":false,"note":"Просьба признана необоснованной, заявителю отказано."},
  {"status":"Answered","label":"Дан ответ автору","incomingDate":"required","registrationDate":"required","responseDate":"required","actionsTaken":"absent","attachment":"optional","transfer":"absent","open":false,"note":"Заявителю направлен ответ, не относящийся к трём предыдущим результатам."},
  {"status":"LeftWithoutAnswer","label":"Оставлено без ответа автору","incomingDate":"required","registrationDate":"required","responseDate":"required","actionsTaken":"absent","attachment":"absent","transfer":"absent","open":false,"note":"Ответ не даётся по закону (например, не указаны фамилия или адрес). Дата ответа — дата этого решения."},
  {"status":"Transferred","label":"Направлено по компетенции","incomingDate":"required","registrationDate":"required","responseDate":"absent","actionsTaken":"absent","attachment":"absent","transfer":"required","open":false,"note":"Вопрос направлен в другой орган сопроводительным документом."},
];

export const tableStates: readonly TableStateInfo[] = [
  {"state":"refused","label":"Не читаются"},
  {"state":"wrong","label":"С ошибками"},
  {"state":"conflict","label":"Расходятся с реестром"},
  {"state":"newer","label":"Обновятся"},
  {"state":"good","label":"Без ошибок"},
  {"state":"same","label":"Уже в реестре"},
  {"state":"skipped","label":"Пропущены"},
];

export const tableTargets: readonly Target[] = [
  {"field":"number","label":"Обращение регистрируется под номером","hint":"","many":false,"needed":false,"options":[]},
  {"field":"outgoing","label":"Номер документа направившего органа","hint":"Для обращений из других органов станет номером обращения вместо «Рег. №».","many":false,"needed":false,"options":[]},
  {"field":"isDirect","label":"Поступило напрямую от заявителя","hint":"","many":false,"needed":true,"options":[{"value":"yes","label":"Да, напрямую от заявителей"},{"value":"no","label":"Нет, из других органов"}]},
  {"field":"origin","label":"Откуда поступило (орган, направивший обращение)","hint":"Заполнено — обращение поступило из другого органа. Само название органа в РРО не передаётся.","many":true,"needed":false,"options":[]},
  {"field":"format","label":"Формат обращения","hint":"","many":false,"needed":false,"options":[{"value":"Other","label":"Другое"},{"value":"Electronic","label":"Электронный (МЭДО)"}]},
  {"field":"createDate","label":"Дата документа по обращению","hint":"","many":false,"needed":false,"options":[]},
  {"field":"incomingDate","label":"Дата поступления в орган","hint":"","many":false,"needed":false,"options":[{"value":"registrationDate","label":"Та же, что дата регистрации"}]},
  {"field":"registrationDate","label":"Дата регистрации в органе","hint":"","many":false,"needed":false,"options":[{"value":"incomingDate","label":"Та же, что дата поступления"}]},
  {"field":"name","label":"ФИО","hint":"","many":true,"needed":false,"options":[]},
  {"field":"address","label":"Адрес","hint":"","many":true,"needed":false,"options":[]},
  {"field":"email","label":"E-mail","hint":"","many":false,"needed":false,"options":[]},
  {"field":"questions.*.code","label":"Код вопроса","hint":"","many":false,"needed":false,"options":[]},
  {"field":"questions.*.status","label":"Статус","hint":"","many":false,"needed":false,"options":[{"value":"NotReceived","label":"Не поступило"},{"value":"NotRegistered","label":"Не зарегистрировано"},{"value":"InWork","label":"Находится на рассмотрении"},{"value":"InWorkExtended","label":"Рассмотрение продлено"},{"value":"Explained","label":"Рассмотрено. Разъяснено"},{"value":"Supported","label":"Рассмотрено. Поддержано"},{"value":"NotSupported","label":"Рассмотрено. Не поддержано"},{"value":"Answered","label":"Дан ответ автору"},{"value":"LeftWithoutAnswer","label":"Оставлено без ответа автору"},{"value":"Transferred","label":"Направлено по компетенции"}]},
  {"field":"questions.*.responseDate","label":"Дата ответа","hint":"","many":false,"needed":false,"options":[]},
  {"field":"questions.*.actionsTaken","label":"Меры приняты","hint":"","many":false,"needed":false,"options":[{"value":"yes","label":"Да"},{"value":"no","label":"Нет"}]},
  {"field":"questions.*.transfers.*.departmentId","label":"Орган-получатель","hint":"","many":true,"needed":false,"options":[]},
  {"field":"questions.*.transfers.*.transferDate","label":"Дата сопроводительного документа","hint":"","many":false,"needed":false,"options":[]},
  {"field":"questions.*.transfers.*.transferNumber","label":"Номер сопроводительного документа","hint":"","many":false,"needed":false,"options":[]},
  {"field":"files","label":"Файлы ответа (только имена)","hint":"Самих файлов в таблице нет: у каждой строки будет сказано, какие файлы приложить вручную.","many":true,"needed":false,"options":[]},
];

export const wordFields: readonly WordField[] = [
  {"field":"isDirect","label":"Откуда поступило","options":[{"value":"yes","label":"Напрямую от заявителя"},{"value":"no","label":"Из другого органа"}]},
  {"field":"format","label":"Формат обращения","options":[{"value":"Other","label":"Другое"},{"value":"Electronic","label":"Электронный (МЭДО)"}]},
];
