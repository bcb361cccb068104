// The table that is being imported. The core has the rows. The page keeps the sheets only as long as another one may be
// chosen.
import { computed, signal } from "@preact/signals";
import type { Encoding, TableCheck, TableInfo, TableKind, TableMapping, TakenRes } from "../../../core/api.gen";
import { client } from "../../../core/client";
import type { Bytes } from "../../../core/calls";
import { asCoreError, type CoreError } from "../../../core/errors";
import { wrote } from "../../../state/saving";
import { say } from "../../../state/toast";
import { Work, type Watch } from "../../../state/work";
import { readBook, type BookSheet } from "./book";

export type Step = "columns" | "results" | "preview" | "done";

export interface Import {
  info: TableInfo;
  step: Step;
  sheets: BookSheet[]; // of a workbook with several
  sheet: number;
  check?: TableCheck;
  clean?: boolean; // only rows without errors were taken
  taken?: TakenRes;
}

export const table = signal<Import | null>(null);
export const work = new Work(null);
export const busy = computed(() => work.text !== "");

const refused = signal<CoreError | null>(null); // why a mapping was refused
export const problem = computed(() => refused.value ?? work.error);

function clear() {
  refused.value = null;
  work.clear();
}

/** Runs one piece of work; false when it failed or was cancelled. `cancelled` is the toast then, null = no cancel. */
export async function run(text: string, steps: (watch: Watch) => Promise<void>, cancelled?: string): Promise<boolean> {
  clear();
  return (await work.call(text, (watch) => steps(watch).then(() => true), cancelled)) !== null;
}

/** Opens a file, which the core recognises by its content. */
export function openFile(file: File): Promise<boolean> {
  return run(`Читаем «${file.name}»…`, async (options) => {
    const { result, files } = await client.call("unpackBook", { name: file.name }, { ...options, files: [file] });
    if (result.kind === "rows") await openSheet(file.name, await readBook(result.names, files), 0);
    else await send(file.name, "text", new Uint8Array(await file.arrayBuffer()), [], 0);
  });
}

export function openPasted(text: string): Promise<boolean> {
  return run("Читаем вставленное…", () => send("Вставлено из буфера", "text", new TextEncoder().encode(text) as Bytes,
    [], 0));
}

export function chooseSheet(name: string, sheets: BookSheet[], n: number): Promise<boolean> {
  set({ sheet: n });
  return run("Читаем лист…", () => openSheet(name, sheets, n));
}

function openSheet(name: string, sheets: BookSheet[], n: number) {
  const sheet = sheets[n]!;
  const rows = new TextEncoder().encode(JSON.stringify(sheet.cells)) as Bytes;
  return send(sheets.length > 1
    ? `${name}, лист «${sheet.name}»` : name, "rows", rows, sheets.length > 1 ? sheets : [], n);
}

async function send(name: string, kind: TableKind, bytes: Bytes, sheets: BookSheet[], sheet: number) {
  const { result } = await client.call("openTable", { name, kind }, { files: [bytes] });
  table.value = { info: result, step: "columns", sheets, sheet };
}

const set = (change: Partial<Import>) => { if (table.value) table.value = { ...table.value, ...change }; };

export function show(step: Step) {
  clear();
  set({ step });
}

let asked = 0; // only the last answer counts: the clerk may be faster than the core

/** Shows the change at once; the core adds its consequences. */
export async function remap(mapping: TableMapping, preset = "") {
  const { info } = table.value!, turn = ++asked;
  clear();
  set({ info: { ...info, mapping, preset: "" } });
  try {
    const next = await client.call("mapTable", { id: info.id, preset, mapping });
    if (turn === asked) set({ info: next });
  } catch (error) {
    if (turn === asked) refused.value = asCoreError(error);
  }
}

/** Reads a text table in another encoding. */
export async function encode(encoding: Encoding) {
  const id = table.value!.info.id;
  await run("Читаем в другой кодировке…", async () =>
    set({ info: await client.call("encodeTable", { id, encoding }) }));
}

export async function savePreset(name: string) {
  const id = table.value!.info.id;
  if (await run("Сохраняем…",
    async () => { set({ info: await client.call("saveTablePreset", { table: id, name }) }); wrote(); })) {
    say({ text: `Настройка «${name.trim()}» сохранена. Таблицы с такими же заголовками будут узнаны по ней.` });
  }
}

export async function check() {
  const id = table.value!.info.id;
  await run("Проверяем таблицу…", async (options) =>
    set({ check: await client.call("checkTable", { id }, options), step: "preview" }),
    "Проверка отменена. В реестре ничего не изменилось.");
}

export async function load(clean: boolean) {
  const id = table.value!.info.id;
  await run("Загружаем…", async (options) => {
    const taken = await client.call("importTable", { id, clean }, options);
    wrote();
    set({ taken, clean, step: "done", sheets: [] });
  }, "Загрузка отменена. В реестре ничего не изменилось.");
}

export function close() {
  if (table.value) void client.call("closeTable", { id: table.value.info.id });
  table.value = null;
  clear();
}
