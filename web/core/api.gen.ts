// Written by `make types` from the core's method table. Do not edit.
//
// A slice or map is never null: the core sends [] and {}. A field with
// omitempty is optional, a pointer without it is T | null. []byte is base64,
// time.Time and types that marshal to text are strings. A named string type
// with constants is the union of them and "", Go's zero value; what came from
// another program may still hold anything.

export interface AcceptOpenedReq {
  id: string;
  appeals: string[];
  otherBody: boolean;
}

export interface AcceptOpenedRes {
  taken: TakenRes;
  conflicts: number;
  otherBody: number;
  unreadable: number;
  zeros: number;
}

export interface ActionInfo {
  id: string;
  at: string;
  who: string;
  label: string;
  count: number;
  sent: number;
}

export interface ActionsReq {}

export interface ActionsRes {
  actions: ActionInfo[];
}

export interface AffectedAppeal {
  id: string;
  number: string;
  what: string;
}

export interface Appeal {
  id: string;
  rev: number;
  profileId: string;
  created: string;
  modified: string;
  isDirect: boolean;
  format: Format;
  number: string;
  createDate: AppealDate;
  incomingDate: AppealDate;
  registrationDate: AppealDate;
  name: string;
  address: string;
  email: string;
  questions: Question[];
  text?: string;
  draft: boolean;
  history?: Revision[];
  departmentId?: string;
  source?: Source;
  decided?: string[];
  extra?: Record<string, unknown>;
}

export type AppealDate = string;

export interface AppealIDReq {
  id: string;
}

export interface Archive {
  id: string;
  kind: ArchiveKind;
  rev: number;
  created: string;
  profile: Profile;
  mode: ArchiveMode;
  month: Month;
  from: AppealDate;
  to: AppealDate;
  filter?: RegisterReq;
  period: string;
  months: MonthCount[];
  state: ArchiveState;
  states: StateChange[];
  way?: ArchiveWay;
  parts: Part[];
  count: number;
  leftOut: LeftOut[];
  filesOut: FileOut[];
  zero?: Zero;
  program: string;
  format: string;
  written?: string;
  fileRule: FileRule;
  codes: string;
  confirmed: boolean;
  cleared: string;
  seq?: number;
}

export interface ArchiveEntriesRes {
  entries: ArchiveEntry[];
}

export interface ArchiveEntry {
  id: string;
  rev: number;
  number: string;
  hash: string;
  since: EntrySince;
}

export interface ArchiveIDReq {
  id: string;
}

export type ArchiveKind = "" | "appeals" | "zero";

export type ArchiveMode = "" | "month" | "entered" | "registered" | "changed";

export interface ArchiveModeInfo {
  mode: ArchiveMode;
  label: string;
  period: PeriodForm;
  hint: string;
}

export interface ArchivePartReq {
  id: string;
  part: number;
  passphrase: string;
}

export interface ArchiveRes {
  archive: Archive;
}

export type ArchiveState = "" | "formed" | "handed" | "loaded" | "done" | "failed";

export interface ArchiveStateInfo {
  state: ArchiveState;
  label: string;
  hint: string;
  needsNote: boolean;
}

export type ArchiveWay = "" | "exchange" | "platform" | "open" | "handOver";

export interface Attachment {
  fileId: string;
  name: string;
  size: number;
  sha256: string;
  extra?: Record<string, unknown>;
}

export interface BackupDamage {
  text: string;
  ofAppeals: number;
  ofFiles: number;
  missing: string[];
}

export interface BackupReq {
  passphrase: string;
}

export interface BackupRes {
  name: string;
  size: number;
  content: string;
}

export interface Body {
  departmentId: string;
  name: string;
}

export interface BodyRow {
  departmentId: string;
  name: string;
  own: boolean;
}

export interface BuildRes {
  archive: Archive;
}

export interface Card {
  appeal: Appeal;
  findings: Finding[];
  month: Month;
  createDate: AppealDate;
  titles: Record<string, string>;
  archive?: OpenedArchive;
  body: string;
  sent?: Sent;
}

export interface CellFinding {
  column: number;
  level: Level;
  text: string;
  hint: string;
}

export interface Changed {
  number: string;
  name: string;
  changes: FieldChange[];
}

export interface CheckBackupReq {
  passphrase: string;
}

export interface CheckBackupRes {
  created: string;
  program: string;
  content: string;
  appeals: number;
  archives: number;
  files: number;
  bytes: number;
  damage?: BackupDamage;
}

export interface CheckRegisterReq {}

export interface CheckRegisterRes {
  appeals: number;
}

export interface CheckTableReq {
  id: string;
}

export interface ChooseCodeReq {
  query: string;
  code: string;
}

export interface ChooseCodeRes {}

export interface CloseOpenedRes {
  edited: number;
}

export interface CloseTableReq {
  id: string;
}

export interface CloseTableRes {}

export interface CodeCount {
  code: string;
  title: string;
  count: number;
}

export interface CodeTreeReq {
  parent: string;
}

export interface CodeTreeRes {
  rows: TreeRow[];
}

export interface Column {
  title: string;
  kind: Kind;
  width: number;
}

export interface CompareArchivesReq {
  a: string;
  b: string;
}

export interface CompareArchivesRes {
  a: Archive;
  b: Archive;
  comparison: Comparison;
}

export interface Comparison {
  added: Named[];
  gone: Named[];
  changed: Changed[];
  same: number;
}

export type CreateDateForm = "" | "arrival" | "none";

export interface DamagedFileRes {
  name: string;
}

export interface DamagedID {
  table: string;
  key: string;
  kept: boolean;
}

export interface DamagedReq {}

export interface DamagedRes {
  rows: DamagedRow[];
}

export interface DamagedRow {
  table: string;
  key: string;
  kept: boolean;
  what: string;
  number: string;
  name: string;
  readable: boolean;
  earlier: string;
  failing: boolean;
  bytes: number;
}

export interface DeleteAppealsReq {
  ids: string[];
}

export interface EncodeTableReq {
  id: string;
  encoding: Encoding;
}

export type Encoding = "" | "UTF-8" | "UTF-8 с меткой порядка байтов (BOM)" | "UTF-8 с повреждёнными знаками" | "Юникод (UTF-16)" | "Windows-1251" | "CP866 (DOS)" | "КОИ-8" | "Macintosh (кириллица)";

export type EntrySince = "" | "changed" | "sent" | "gone";

export interface ExpireReq {
  months: number;
  state: string;
}

export interface ExpireRes {
  deleted: ExpiredRes;
  clean: boolean;
}

export interface ExpiredReq {
  months: number;
}

export interface ExpiredRes {
  state: string;
  before: AppealDate;
  appeals: number;
  numbers: string[];
  files: number;
  archives: number;
  actions: number;
  logs: number;
}

export interface ExportPacksReq {}

export interface ExportPacksRes {
  name: string;
}

export type ExportState = "" | "same" | "changed";

export type ExtendedForm = "" | "isExtend" | "InWorkExtended";

export interface FavouriteReq {
  code: string;
  on: boolean;
}

export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

export interface FieldInfo {
  path: string;
  label: string;
}

export interface FileInfo {
  name: string;
  size: number;
}

export type FileKind = "" | "archive" | "zero" | "entries" | "backup" | "handover" | "covered" | "pack" | "classifier" | "bodies" | "calendar" | "format" | "xlsx" | "xlsb" | "xls" | "ods" | "html" | "xml2003" | "table" | "numbers" | "sealed" | "program" | "mhtml" | "rtf" | "docx" | "doc" | "odt" | "slides" | "pdf" | "picture" | "letter" | "zip" | "lockedZip" | "cutZip" | "rar" | "7z" | "gzip" | "cab" | "exe" | "shortcut" | "database" | "media" | "json" | "xml" | "text" | "empty" | "blank" | "lockFile" | "unknown";

export interface FileKindInfo {
  kind: FileKind;
  is: string;
  place: FilePlace;
  offer: string;
  button: string;
  remedy: string;
}

export interface FileOut {
  number: string;
  name: string;
}

export type FilePlace = "" | "archive" | "table" | "restore" | "merge" | "packs" | "password";

export type FileRule = "" | "never" | "a26" | "always";

export interface Finding {
  rule: string;
  level: Level;
  field: string;
  text: string;
  hint: string;
  fixes?: Fix[];
  link?: Link;
}

export interface Fix {
  label: string;
  field: string;
  value: string;
}

export interface FixRemarksReq {
  rule: string;
  label: string;
  ids: string[];
  month: Month;
}

export interface ForgetChoicesReq {
  words: string;
  code: string;
}

export type Format = "" | "Electronic" | "Other";

export interface FormatInfo {
  value: Format;
  label: string;
}

export interface FormatProfile {
  name: string;
  version: string;
  source: string;
  createDateOfDirect: CreateDateForm;
  extended: ExtendedForm;
  recipients: RecipientsForm;
  fileRule: FileRule;
  extensions: string[];
  maxFileBase64: number;
  maxPartBytes: number;
  zeroReport: ZeroReport;
  levels?: Record<string, Level>;
}

export interface FormatReq {}

export interface FormatRes {
  format: FormatRow;
  violations: Violation[];
}

export interface FormatRow {
  format: FormatProfile;
  builtin: boolean;
  loaded: string;
}

export interface FrequentCode {
  code: string;
  title: string;
  path: string;
  count: number;
}

export interface FrequentReq {}

export interface FrequentRes {
  favourites: FrequentCode[];
  frequent: FrequentCode[];
}

export interface GetFileReq {
  fileId: string;
}

export interface GetFileRes {}

export interface HandoverReq {
  filter: RegisterReq;
  since: AppealDate;
  passphrase: string;
}

export interface HandoverRes {
  name: string;
  size: number;
  appeals: number;
}

export interface HelloReq {
  build: string;
}

export interface HelloRes {
  build: string;
  version: string;
  classifier: string;
  format: string;
  memory: boolean;
  diskFails: boolean;
  empty: boolean;
  today: string;
  backup: string;
  damaged: number;
  failing: number;
  ahead: string;
  locked: boolean;
  stripped: boolean;
  guarded: boolean;
  autoLock: number;
}

export interface Hit {
  code: string;
  title: string;
  path: string;
  score: number;
  phrase?: string;
  chosen?: string;
}

export interface ImportTableReq {
  id: string;
  clean: boolean;
}

export interface JournalReq {
  holding: string;
}

export interface JournalRes {
  archives: Archive[];
}

export type Kind = "" | "text" | "date" | "mark";

export interface LearnedReq {}

export interface LearnedRes {
  choices: LearnedRow[];
  favourites: FrequentCode[];
}

export interface LearnedRow {
  words: string;
  code: string;
  count: number;
  title: string;
  last: string;
}

export interface LeftOut {
  id: string;
  number: string;
  name: string;
  reason: string;
}

export type Level = "" | "error" | "warning" | "advice" | "off";

export interface Link {
  id: string;
  number: string;
}

export interface LoadFormatReq {
  older: boolean;
}

export interface Log {
  id: string;
  at: string;
  who: string;
  profileId: string;
  label: string;
  sources: LogSource[];
  counts: LogCount[];
  undone: string;
  undoneBy: string;
  kept: string[];
}

export interface LogCount {
  decision: string;
  count: number;
}

export interface LogEntry {
  source: string;
  place: string;
  number: string;
  name: string;
  appealId: string;
  kind: string;
  decision: string;
  lost: LogValue[];
}

export interface LogReq {
  id: string;
}

export interface LogRes {
  log: Log;
  entries: LogEntry[];
  table: Table;
  fileName: string;
}

export interface LogSource {
  name: string;
  about: string;
  records: number;
  refused: string;
}

export interface LogValue {
  field: string;
  lost: string;
  kept: string;
}

export interface LogsReq {}

export interface LogsRes {
  logs: Log[];
}

export interface MapTableReq {
  id: string;
  preset: string;
  mapping: TableMapping;
}

export interface MassEdit {
  status: Status;
  responseDate: AppealDate;
  actionsTaken?: boolean;
  code: string;
  attachment?: Attachment;
  draft?: boolean;
  isDirect?: boolean;
  format: Format;
  incomingDate: AppealDate;
  registrationDate: AppealDate;
  recipient: string;
  transferDate: AppealDate;
  transferNumber: string;
}

export interface MassReq {
  ids: string[];
  edit: MassEdit;
  only: Questions;
  apply: boolean;
  state?: string;
}

export interface MassRes {
  state: string;
  rows: MassRow[];
  changed: number;
  same: number;
  errors: number;
  questions: number;
  edited: number;
  several: number;
  action?: ActionInfo;
}

export interface MassRow {
  id: string;
  number: string;
  name: string;
  changes: FieldChange[];
  errors: string[];
}

export interface MatchNamesReq {}

export interface MatchedRes {
  recipients: number;
  codes: number;
  several: string[];
  action?: ActionInfo;
}

export interface MeantQuery {
  query: string;
  total: number;
}

export interface MendReq {
  row: DamagedID;
  way: MendWay;
}

export type MendWay = "" | "asRead" | "earlier" | "remove";

export interface MergeApplyReq {
  leaveOpen: boolean;
  withoutRefused: boolean;
}

export interface MergeChoice {
  key: string;
  side: MergeSide;
  fields: Record<string, Side>;
}

export interface MergeCloseReq {}

export interface MergeCounts {
  new: number;
  same: number;
  newer: number;
  older: number;
  conflict: number;
  outside: number;
}

export interface MergeDecideReq {
  choices: MergeChoice[];
  rule: MergeRule;
}

export interface MergeFromReq {
  archive: string;
  otherBody: boolean;
  table: string;
}

export interface MergeItem {
  key: string;
  kind: string;
  number: string;
  name: string;
  appealId: string;
  here: MergeState;
  file: MergeState;
  rows: MergeRow[];
  side: MergeSide;
  decided: boolean;
  byRule: boolean;
  reason: string;
}

export interface MergeItemsReq {
  kind: string;
  page: number;
  size: number;
}

export interface MergeItemsRes {
  items: MergeItem[];
  total: number;
}

export interface MergeOpenReq {
  names: string[];
  passphrases?: Record<string, string>;
}

export interface MergePlan {
  sources: MergeSource[];
  total: MergeCounts;
  open: number;
  new: number;
  updated: number;
  refused: number;
  zeros: number;
}

export interface MergePlanReq {}

export interface MergeRes {
  new: number;
  updated: number;
  same: number;
  left: number;
  outside: number;
  zeros: number;
  logId: string;
  action?: ActionInfo;
}

export interface MergeRow {
  path: string;
  label: string;
  here: string;
  file: string;
  hereAt: string;
  hereWho: string;
  fileAt: string;
  fileWho: string;
  side: Side;
}

export type MergeRule = "" | "here" | "file" | "later" | "none";

export type MergeSide = "" | "here" | "file" | "fields" | "both";

export interface MergeSource {
  name: string;
  about: string;
  records: number;
  zeros: string[];
  counts: MergeCounts;
  refused: string;
  hint: string;
}

export interface MergeState {
  from: string;
  at: string;
  who: string;
}

export interface Month {
  year: number;
  month: number;
}

export interface MonthCount {
  month: Month;
  count: number;
}

export interface MonthState {
  month: Month;
  ready: number;
  errors: number;
  drafts: number;
  warnings: number;
  sent: number;
  changed: number;
  new: number;
  due: AppealDate;
  daysLeft: number;
  lastWorkday: AppealDate;
  archives: number;
  failed: number;
  state: ArchiveState;
  zero: SentTo | null;
  reported: boolean;
}

export interface Named {
  number: string;
  name: string;
}

export type Need = "" | "absent" | "optional" | "required";

export interface NumberCount {
  value: number;
  count: number;
}

export interface OpenArchiveReq {
  name: string;
  passphrase: string;
}

export interface OpenArchiveRes {
  id: string;
  again: boolean;
}

export interface OpenTableReq {
  name: string;
  kind: TableKind;
}

export interface OpenedArchive {
  id: string;
  file: string;
  sha256: string;
  size: number;
  at: string;
  entries: number;
}

export interface OpenedArchiveReq {
  id: string;
  remarks: boolean;
  page: number;
  size: number;
}

export interface OpenedArchiveRes {
  archive: OpenedArchive;
  rows: OpenedRow[];
  total: number;
  counts: OpenedCounts;
}

export interface OpenedArchivesReq {}

export interface OpenedArchivesRes {
  archives: OpenedArchive[];
}

export interface OpenedCounts {
  fits: number;
  findings: number;
  unreadable: number;
  foreign: number;
  zeros: number;
  removed: number;
  edited: number;
  otherBody: number;
}

export interface OpenedIDReq {
  id: string;
}

export interface OpenedPart {
  name: string;
  size: number;
  entries: number;
}

export interface OpenedRow {
  place: string;
  id: string;
  number: string;
  name: string;
  verdict: OpenedVerdict;
  remarks: number;
  notes: string[];
  line: number;
  edited: boolean;
  otherBody: boolean;
}

export type OpenedVerdict = "" | "fits" | "findings" | "unreadable" | "foreign" | "removed" | "zero";

export type Origin = "" | "direct" | "forwarded";

export interface OriginCount {
  value: Origin;
  count: number;
}

export type OutReason = "" | "filter" | "draft" | "errors" | "period" | "month";

export interface OwnResult {
  value: string;
  status: Status;
  actionsTaken?: boolean;
  rev: number;
}

export interface OwnResultReq {
  value: string;
}

export interface OwnResultsReq {}

export interface OwnResultsRes {
  results: OwnResult[];
}

export interface OwnWord {
  field: string;
  value: string;
  means: string;
  rev: number;
}

export interface OwnWordsReq {}

export interface OwnWordsRes {
  words: OwnWord[];
}

export interface Pack {
  kind: PackKind;
  key: string;
  label: string;
  edition: string;
  source: string;
  loaded: string;
  builtin: boolean;
  count: number;
  old: boolean;
  off: AppealDate[];
  work: AppealDate[];
}

export interface PackCount {
  label: string;
  count: number;
  names: string[];
}

export type PackKind = "" | "classifier" | "bodies" | "calendar" | "format" | "results" | "words";

export interface PackOffer {
  id: string;
  parts: PackPart[];
}

export interface PackPart {
  kind: PackKind;
  label: string;
  edition: string;
  source: string;
  inForce: string;
  state: PackState;
  refusal: string;
  forced: boolean;
  doubt: boolean;
  counts: PackCount[];
  remarks: string[];
  affected: AffectedAppeal[];
  allHit: number;
}

export type PackState = "" | "newer" | "same" | "older" | "new";

export interface PacksReq {}

export interface PacksRes {
  packs: Pack[];
}

export interface Part {
  name: string;
  size: number;
  sha256: string;
  entries: number;
}

export type PeriodForm = "" | "month" | "range" | "none";

export interface PersonalReq {}

export interface PersonalRes {
  appeals: number;
  inOpened: number;
  files: number;
  rest: number;
  archives: number;
  opened: number;
  actions: number;
  logs: number;
}

export interface PlanReq {
  mode: ArchiveMode;
  month: Month;
  from: AppealDate;
  to: AppealDate;
  filter?: RegisterReq;
}

export interface PlanRes {
  mode: ArchiveMode;
  month: Month;
  from: AppealDate;
  to: AppealDate;
  blocked: Finding[];
  period: Finding[];
  in: PlanRow[];
  sent: number;
  changed: number;
  out: PlanRow[];
  outside: number;
  other: MonthCount[];
  earlier: Archive[];
}

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
  questions: RowQuestion[];
  statuses: Status[];
  recipients: string[];
  draft: boolean;
  exported: ExportState;
  sentState: ArchiveState;
  errors: number;
  warnings: number;
  modified: string;
  reason: string;
  because: OutReason;
  findings: Finding[];
}

export interface PrepareArchiveRes {
  ready: number;
}

export interface Preset {
  id: string;
  rev: number;
  name: string;
  period: PresetPeriod;
  plan: PlanReq;
}

export interface PresetIDReq {
  id: string;
}

export type PresetPeriod = "" | "fixed" | "previousMonth" | "currentMonth" | "sincePreviousMonth";

export interface PresetPeriodInfo {
  period: PresetPeriod;
  label: string;
  modes: ArchiveMode[];
}

export interface PresetRow {
  preset: Preset;
  today: PlanReq;
}

export interface PresetsReq {}

export interface PresetsRes {
  presets: PresetRow[];
}

export interface PreviewRow {
  row: number;
  number: string;
  state: TableState;
  newer: boolean;
  cells: string[];
  findings: CellFinding[];
  changes: FieldChange[];
}

export interface Profile {
  id: string;
  rev: number;
  name: string;
  departmentId: string;
  personId: string;
  personName: string;
  position: string;
  closedAccess: boolean;
}

export interface ProfileIDReq {
  id: string;
}

export interface ProfileRow {
  profile: Profile;
  findings: Finding[];
  appeals: number;
}

export interface ProfilesReq {}

export interface ProfilesRes {
  profiles: ProfileRow[];
  active: string;
}

export interface Progress {
  id: number;
  done: number;
  total: number;
  text: string;
}

export interface ProposePassphraseReq {}

export interface ProposePassphraseRes {
  passphrase: string;
}

export interface Protocol {
  title: string;
  note: string;
  fileName: string;
  head: string[][];
  table: Table;
  leftOut: Table;
  filesOut: Table;
  filesIn: Table;
}

export interface PutFileReq {
  files: FileInfo[];
}

export interface PutFileRes {
  attachment?: Attachment;
  findings: Finding[];
}

export interface Question {
  id: string;
  code: string;
  status: Status;
  incomingDate?: AppealDate;
  registrationDate?: AppealDate;
  responseDate: AppealDate;
  actionsTaken?: boolean;
  attachment?: Attachment;
  transfers: Transfer[];
  extra?: Record<string, unknown>;
}

export interface Questions {
  status: Status;
  code: string;
}

export interface ReadPackReq {
  kind: string;
  name: string;
  text: string;
  edition: string;
}

export type RecipientsForm = "" | "questionPerRecipient" | "transferList";

export interface RecogniseFileReq {
  name: string;
  passphrase: string;
  inside: boolean;
}

export interface RecogniseFileRes {
  kind: FileKind;
}

export type ReconcileKind = "" | "notThere" | "neverSent" | "notHere" | "otherStatus" | "otherDate" | "unread" | "skipped" | "agrees";

export interface ReconcileKindInfo {
  kind: ReconcileKind;
  label: string;
  hint: string;
}

export interface ReconcileReq {
  text: string;
  filter: RegisterReq;
}

export interface ReconcileRes {
  pasted: number;
  here: number;
  rows: ReconcileRow[];
  table: Table;
}

export interface ReconcileRow {
  kind: ReconcileKind;
  id: string;
  number: string;
  name: string;
  there: string;
  date: AppealDate;
  statusHere: string;
  statusThere: string;
  note: string;
}

export interface RefusedRowsReq {
  id: string;
  clean: boolean;
}

export interface RefusedRowsRes {
  titles: string[];
  rows: string[][];
}

export interface RegisterCounts {
  years: NumberCount[];
  months: NumberCount[];
  origins: OriginCount[];
  statuses: StatusCount[];
  codes: CodeCount[];
  errors: number;
  drafts: number;
  notExported: number;
  changedSince: number;
  unchecked: number;
}

export interface RegisterIDsRes {
  ids: string[];
}

export interface RegisterReq {
  year: number;
  month: number;
  origin: Origin;
  status: Status;
  query: string;
  code: string;
  recipient: string;
  onlyErrors: boolean;
  onlyDrafts: boolean;
  notExported: boolean;
  changedSince: boolean;
  sort: SortKey;
  desc: boolean;
  page: number;
  size: number;
}

export interface RegisterRes {
  rows: RegisterRow[];
  total: number;
  all: number;
  years: number[];
  counts: RegisterCounts;
  body: string;
  words: string;
  meant?: MeantQuery;
}

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
  questions: RowQuestion[];
  statuses: Status[];
  recipients: string[];
  draft: boolean;
  exported: ExportState;
  sentState: ArchiveState;
  errors: number;
  warnings: number;
  modified: string;
}

export interface ReloadReq {}

export interface ReloadRes {}

export interface RemarkGroup {
  rule: Rule;
  level: Level;
  count: number;
  fixes: number;
  choices?: string[];
  items: RemarkItem[];
}

export interface RemarkItem {
  id: string;
  number: string;
  name: string;
  finding: Finding;
  change?: FieldChange;
}

export interface RemarksReq {
  month: Month;
  rule: string;
}

export interface RemarksRes {
  groups: RemarkGroup[];
  appeals: number;
  errors: number;
  warnings: number;
  advice: number;
  months: MonthCount[];
}

export interface RescueReq {
  drafts: Appeal[];
}

export interface RescueRes {
  name: string;
  size: number;
  appeals: number;
  whole: boolean;
}

export interface ResetPackReq {
  key: string;
  confirmed: boolean;
}

export interface ResetPackRes {
  done: boolean;
  affected: AffectedAppeal[];
  allHit: number;
}

export interface RestoreReq {
  readable: boolean;
  passphrase: string;
}

export interface RestoreRes {
  created: string;
  appeals: number;
  archives: number;
  missing: string[];
}

export interface Revision {
  at: string;
  who: string;
  changes: FieldChange[];
}

export interface RowQuestion {
  code: string;
  status: Status;
}

export interface RpcError {
  code: string;
  text: string;
  hint: string;
}

export interface RpcResponse {
  id: number;
  result?: unknown;
  error?: RpcError;
  news?: boolean;
}

export interface Rule {
  code: string;
  level: Level;
  field: string;
  text: string;
  hint: string;
  source: string;
}

export interface SaveAppealReq {
  appeal: Appeal;
  unanswered?: Appeal[];
}

export interface SaveBodyReq {
  body: Body;
}

export interface SaveBodyRes {
  bodies: BodyRow[];
  total: number;
  meant: string;
  matched: MatchedRes;
}

export interface SaveOpenedRes {
  parts: OpenedPart[];
  asIs: number;
  edited: number;
}

export interface SaveOwnResultsReq {
  results: OwnResult[];
}

export interface SaveOwnWordsReq {
  words: OwnWord[];
}

export interface SavePresetReq {
  preset: Preset;
}

export interface SaveProfileReq {
  profile: Profile;
}

export interface SaveProfileRes {
  profile: Profile;
  findings: Finding[];
}

export interface SaveTablePresetReq {
  table: string;
  name: string;
}

export interface SaveZeroTemplateReq {
  template: string;
  confirmed: boolean;
  source: string;
}

export interface SearchBodiesReq {
  query: string;
}

export interface SearchBodiesRes {
  bodies: BodyRow[];
  total: number;
  meant: string;
}

export interface SearchCodesReq {
  query: string;
  limit: number;
}

export interface SearchCodesRes {
  hits: Hit[];
  meant: string;
}

export interface Sent {
  id: string;
  file: string;
  period: string;
  at: string;
  state: ArchiveState;
  changed: boolean;
}

export interface SentTo {
  id: string;
  file: string;
  period: string;
  at: string;
  state: ArchiveState;
}

export interface SetArchiveStateReq {
  id: string;
  state: ArchiveState;
  note: string;
  way?: ArchiveWay;
}

export interface SetAutoLockReq {
  minutes: number;
}

export interface SetLockReq {
  old: string;
  new: string;
}

export type Side = "" | "here" | "file";

export type SortKey = "" | "modified" | "number" | "name" | "createDate" | "incomingDate" | "registrationDate" | "month" | "codes" | "statuses" | "recipients" | "draft" | "exported" | "findings";

export interface Source {
  file: string;
  place: string;
  hash: string;
  row?: string;
  nth?: number;
}

export interface StateChange {
  state: ArchiveState;
  at: string;
  who: string;
  note: string;
  way?: ArchiveWay;
}

export type Status = "" | "NotReceived" | "NotRegistered" | "InWork" | "InWorkExtended" | "Explained" | "Supported" | "NotSupported" | "Answered" | "LeftWithoutAnswer" | "Transferred";

export interface StatusCount {
  value: Status;
  count: number;
}

export interface StatusInfo {
  status: Status;
  label: string;
  incomingDate: Need;
  registrationDate: Need;
  responseDate: Need;
  actionsTaken: Need;
  attachment: Need;
  transfer: Need;
  open: boolean;
  note: string;
}

export interface SuggestReq {
  text: string;
}

export interface Suggestion {
  hits: Hit[];
  topics: Topic[];
}

export interface SumFileReq {}

export interface SumFileRes {
  sha256: string;
  size: number;
}

export interface SweepReq {}

export interface SweepRes {
  files: number;
  parts: number;
}

export interface Table {
  title: string;
  columns: Column[];
  rows: string[][];
}

export interface TableCheck {
  appeals: number;
  new: number;
  newer: number;
  joined: number;
  rows: Record<string, number>;
  good: number;
  wrong: number;
  same: number;
  conflict: string[];
  refused: number;
  skipped: number;
  empty: number;
}

export interface TableColumn {
  title: string;
  samples: string[];
}

export interface TableInfo {
  id: string;
  name: string;
  note: string;
  rows: number;
  mapping: TableMapping;
  columns: TableColumn[];
  encoding: Encoding;
  encodings: Encoding[];
  preset: string;
  missing: string[];
  results: TableResult[];
  words: TableWord[];
  signs: TableSign[];
  forwarded: number;
  unsigned: number;
}

export type TableKind = "" | "text" | "rows";

export interface TableMapping {
  header: number;
  columns: string[];
  defaults: Record<string, string>;
  signs: Record<string, boolean>;
}

export interface TableOption {
  value: string;
  label: string;
}

export interface TablePreset {
  id: string;
  rev: number;
  name: string;
  fields: Record<string, string>;
  defaults: Record<string, string>;
  signs?: Record<string, boolean>;
}

export interface TablePresetsReq {}

export interface TablePresetsRes {
  presets: TablePreset[];
}

export interface TableResult {
  value: string;
  count: number;
  status: Status;
  actionsTaken?: boolean;
  saved: boolean;
}

export interface TableRowsReq {
  id: string;
  state: TableState;
  from: number;
  count: number;
}

export interface TableRowsRes {
  rows: PreviewRow[];
  total: number;
}

export interface TableSign {
  field: string;
  titles: string[];
  on: boolean;
}

export type TableState = "" | "good" | "wrong" | "same" | "conflict" | "refused" | "skipped" | "newer";

export interface TableStateInfo {
  state: TableState;
  label: string;
}

export interface TableWord {
  field: string;
  value: string;
  count: number;
  means: string;
  saved: boolean;
  asked: boolean;
}

export interface TakePackReq {
  id: string;
  parts: number[];
  older: boolean;
}

export interface TakePackRes {
  packs: Pack[];
  matched: MatchedRes;
}

export interface TakenRes {
  new: number;
  updated: number;
  same: number;
  left: number;
  action?: ActionInfo;
}

export interface Target {
  field: string;
  label: string;
  hint: string;
  many: boolean;
  needed: boolean;
  options: TableOption[];
}

export interface TodayReq {}

export interface TodayRes {
  today: string;
  profile: string;
  findings: Finding[];
  month: MonthState;
  current: MonthState;
  noMonth: number;
  unsent: MonthCount[];
  waiting: number;
  all: number;
  archives: number;
  guide: boolean;
  latest: Month;
  backup: string;
  unsaved: number;
}

export interface Topic {
  text: string;
  hit: Hit;
}

export interface Transfer {
  id: string;
  departmentId: string;
  departmentName: string;
  transferDate: AppealDate;
  transferNumber: string;
  extra?: Record<string, unknown>;
}

export interface TreeRow {
  code: string;
  title: string;
  parent: string;
  level: number;
  retired: boolean;
  note: string;
  children: number;
}

export interface UncoverReq {
  name: string;
  passphrase: string;
}

export interface UncoverRes {
  name: string;
  size: number;
}

export interface UndoReq {
  id: string;
}

export interface UndoRes {
  undone: number;
  zeros: number;
  skipped: string[];
}

export interface UnlockReq {
  passphrase: string;
}

export interface UnpackBookReq {
  name: string;
}

export interface UnpackBookRes {
  kind: TableKind;
  names: string[];
}

export interface Violation {
  path: string;
  text: string;
}

export interface WipeReq {
  word: string;
}

export interface WipeRes {}

export interface WordField {
  field: string;
  label: string;
  options: TableOption[];
}

export interface Zero {
  declared: boolean;
  month: Month;
  noDirect: boolean;
  noAdministration: boolean;
  noOtherBodies: boolean;
  looked: boolean;
  appeals: string[];
  notReceived: string[];
}

export interface ZeroReport {
  template: string;
  confirmed: boolean;
  source: string;
}

export interface ZeroReq {
  zero: Zero;
  early: boolean;
}

export interface ZeroRes {
  findings: Finding[];
  blocked: boolean;
  appeals: RegisterRow[];
  body: string;
  preview: string;
  earlier: Archive[];
}

export interface ZeroTemplateReq {
  text: string;
  month: Month;
}

export interface ZeroTemplateRes {
  template: string;
  preview: string;
}

/** The methods of the core, for [call] of client.ts. */
export interface Methods {
  acceptOpened: { req: AcceptOpenedReq; res: AcceptOpenedRes; files: false };
  actions: { req: ActionsReq; res: ActionsRes; files: false };
  activateProfile: { req: ProfileIDReq; res: ProfilesRes; files: false };
  archiveEntries: { req: ArchiveIDReq; res: ArchiveEntriesRes; files: false };
  archivePart: { req: ArchivePartReq; res: Part; files: true };
  backup: { req: BackupReq; res: BackupRes; files: false };
  build: { req: PlanReq; res: BuildRes; files: false };
  buildZero: { req: ZeroReq; res: BuildRes; files: false };
  checkBackup: { req: CheckBackupReq; res: CheckBackupRes; files: false };
  checkRegister: { req: CheckRegisterReq; res: CheckRegisterRes; files: false };
  checkTable: { req: CheckTableReq; res: TableCheck; files: false };
  checkZero: { req: ZeroReq; res: ZeroRes; files: false };
  chooseCode: { req: ChooseCodeReq; res: ChooseCodeRes; files: false };
  closeOpened: { req: OpenedIDReq; res: CloseOpenedRes; files: false };
  closeTable: { req: CloseTableReq; res: CloseTableRes; files: false };
  codeTree: { req: CodeTreeReq; res: CodeTreeRes; files: false };
  compareArchives: { req: CompareArchivesReq; res: CompareArchivesRes; files: false };
  damaged: { req: DamagedReq; res: DamagedRes; files: false };
  damagedFile: { req: DamagedID; res: DamagedFileRes; files: true };
  deleteAppeals: { req: DeleteAppealsReq; res: ActionInfo; files: false };
  deleteBody: { req: SaveBodyReq; res: SearchBodiesRes; files: false };
  deleteOwnResult: { req: OwnResultReq; res: OwnResultsRes; files: false };
  deleteOwnWord: { req: OwnWord; res: OwnWordsRes; files: false };
  deletePreset: { req: PresetIDReq; res: PresetsRes; files: false };
  deleteProfile: { req: ProfileIDReq; res: ProfilesRes; files: false };
  deleteTablePreset: { req: PresetIDReq; res: TablePresetsRes; files: false };
  encodeTable: { req: EncodeTableReq; res: TableInfo; files: false };
  expire: { req: ExpireReq; res: ExpireRes; files: false };
  expired: { req: ExpiredReq; res: ExpiredRes; files: false };
  exportPacks: { req: ExportPacksReq; res: ExportPacksRes; files: true };
  favouriteCode: { req: FavouriteReq; res: FrequentRes; files: false };
  fixRemarks: { req: FixRemarksReq; res: ActionInfo; files: false };
  forgetChoices: { req: ForgetChoicesReq; res: LearnedRes; files: false };
  format: { req: FormatReq; res: FormatRes; files: false };
  frequentCodes: { req: FrequentReq; res: FrequentRes; files: false };
  getAppeal: { req: AppealIDReq; res: Card; files: false };
  getFile: { req: GetFileReq; res: GetFileRes; files: true };
  handover: { req: HandoverReq; res: HandoverRes; files: true };
  hello: { req: HelloReq; res: HelloRes; files: false };
  importTable: { req: ImportTableReq; res: TakenRes; files: false };
  journal: { req: JournalReq; res: JournalRes; files: false };
  learned: { req: LearnedReq; res: LearnedRes; files: false };
  loadFormat: { req: LoadFormatReq; res: FormatRes; files: true };
  log: { req: LogReq; res: LogRes; files: false };
  logs: { req: LogsReq; res: LogsRes; files: false };
  mapTable: { req: MapTableReq; res: TableInfo; files: false };
  massEdit: { req: MassReq; res: MassRes; files: false };
  matchNames: { req: MatchNamesReq; res: MatchedRes; files: false };
  mend: { req: MendReq; res: DamagedRes; files: false };
  mergeApply: { req: MergeApplyReq; res: MergeRes; files: false };
  mergeClose: { req: MergeCloseReq; res: MergePlan; files: false };
  mergeDecide: { req: MergeDecideReq; res: MergePlan; files: false };
  mergeFrom: { req: MergeFromReq; res: MergePlan; files: false };
  mergeItems: { req: MergeItemsReq; res: MergeItemsRes; files: false };
  mergeOpen: { req: MergeOpenReq; res: MergePlan; files: true };
  mergePlan: { req: MergePlanReq; res: MergePlan; files: false };
  openArchive: { req: OpenArchiveReq; res: OpenArchiveRes; files: true };
  openTable: { req: OpenTableReq; res: TableInfo; files: true };
  openedArchive: { req: OpenedArchiveReq; res: OpenedArchiveRes; files: false };
  openedArchives: { req: OpenedArchivesReq; res: OpenedArchivesRes; files: false };
  ownResults: { req: OwnResultsReq; res: OwnResultsRes; files: false };
  ownWords: { req: OwnWordsReq; res: OwnWordsRes; files: false };
  packs: { req: PacksReq; res: PacksRes; files: false };
  personal: { req: PersonalReq; res: PersonalRes; files: false };
  plan: { req: PlanReq; res: PlanRes; files: false };
  prepareArchive: { req: PlanReq; res: PrepareArchiveRes; files: false };
  presets: { req: PresetsReq; res: PresetsRes; files: false };
  profiles: { req: ProfilesReq; res: ProfilesRes; files: false };
  proposePassphrase: { req: ProposePassphraseReq; res: ProposePassphraseRes; files: false };
  protocol: { req: ArchiveIDReq; res: Protocol; files: false };
  putFile: { req: PutFileReq; res: PutFileRes; files: true };
  readPack: { req: ReadPackReq; res: PackOffer; files: true };
  readZeroTemplate: { req: ZeroTemplateReq; res: ZeroTemplateRes; files: true };
  recogniseFile: { req: RecogniseFileReq; res: RecogniseFileRes; files: false };
  reconcile: { req: ReconcileReq; res: ReconcileRes; files: false };
  refusedRows: { req: RefusedRowsReq; res: RefusedRowsRes; files: false };
  register: { req: RegisterReq; res: RegisterRes; files: false };
  registerIds: { req: RegisterReq; res: RegisterIDsRes; files: false };
  reload: { req: ReloadReq; res: ReloadRes; files: false };
  remarks: { req: RemarksReq; res: RemarksRes; files: false };
  rescue: { req: RescueReq; res: RescueRes; files: true };
  resetFormat: { req: FormatReq; res: FormatRes; files: false };
  resetPack: { req: ResetPackReq; res: ResetPackRes; files: false };
  restore: { req: RestoreReq; res: RestoreRes; files: false };
  saveAppeal: { req: SaveAppealReq; res: Card; files: false };
  saveBody: { req: SaveBodyReq; res: SaveBodyRes; files: false };
  saveOpened: { req: OpenedIDReq; res: SaveOpenedRes; files: true };
  saveOwnResults: { req: SaveOwnResultsReq; res: OwnResultsRes; files: false };
  saveOwnWords: { req: SaveOwnWordsReq; res: OwnWordsRes; files: false };
  savePreset: { req: SavePresetReq; res: PresetsRes; files: false };
  saveProfile: { req: SaveProfileReq; res: SaveProfileRes; files: false };
  saveTablePreset: { req: SaveTablePresetReq; res: TableInfo; files: false };
  saveZeroTemplate: { req: SaveZeroTemplateReq; res: FormatRes; files: false };
  searchBodies: { req: SearchBodiesReq; res: SearchBodiesRes; files: false };
  searchCodes: { req: SearchCodesReq; res: SearchCodesRes; files: false };
  setArchiveState: { req: SetArchiveStateReq; res: ArchiveRes; files: false };
  setAutoLock: { req: SetAutoLockReq; res: HelloRes; files: false };
  setLock: { req: SetLockReq; res: HelloRes; files: false };
  suggestCodes: { req: SuggestReq; res: Suggestion; files: false };
  sumFile: { req: SumFileReq; res: SumFileRes; files: false };
  sweep: { req: SweepReq; res: SweepRes; files: false };
  tablePresets: { req: TablePresetsReq; res: TablePresetsRes; files: false };
  tableRows: { req: TableRowsReq; res: TableRowsRes; files: false };
  takePack: { req: TakePackReq; res: TakePackRes; files: false };
  today: { req: TodayReq; res: TodayRes; files: false };
  uncover: { req: UncoverReq; res: UncoverRes; files: false };
  undo: { req: UndoReq; res: UndoRes; files: false };
  unlock: { req: UnlockReq; res: HelloRes; files: false };
  unpackBook: { req: UnpackBookReq; res: UnpackBookRes; files: true };
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
