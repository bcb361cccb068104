// The table that is being imported. The rows stand in the core; the page keeps
// the sheets only while another one may still be chosen.
import { signal } from "@preact/signals";
import type { Encoding, TableCheck, TableInfo, TableKind, TableMapping, TakenRes } from "../../../core/api.gen";
import { client } from "../../../core/client";
import type { Bytes } from "../../../core/calls";
import { asCoreError, cancelled, type CoreError, type Progress } from "../../../core/errors";
import { wrote } from "../../../state/saving";
import { say } from "../../../state/toast";
import type { Doing } from "../../../state/work";
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
export const problem = signal<CoreError | null>(null);
/** What is being done; null = nothing. */
export const busy = signal<Doing | null>(null);

/** Runs one piece of work with progress; false when it failed or was cancelled. */
export async function work(text: string, run: (options: { signal: AbortSignal; onProgress: (p: Progress) => void }) => Promise<void>, undone?: string): Promise<boolean> {
  const abort = new AbortController();
  problem.value = null;
  busy.value = { text, progress: null, cancel: undone ? () => abort.abort() : null };
  try {
    await run({ signal: abort.signal, onProgress: (progress) => { if (busy.value) busy.value = { ...busy.value, progress }; } });
    return true;
  } catch (error) {
    if (asCoreError(error).code === cancelled) say({ text: undone ?? "Отменено." });
    else problem.value = asCoreError(error);
    return false;
  } finally {
    busy.value = null;
  }
}

/** Opens a file: the core tells by its content what it is. */
export function openFile(file: File): Promise<boolean> {
  return work(`Читаем «${file.name}»…`, async (options) => {
    const { result, files } = await client.call("unpackBook", { name: file.name }, { ...options, files: [file] });
    if (result.kind === "rows") await openSheet(file.name, await readBook(result.names, files), 0);
    else await send(file.name, "text", new Uint8Array(await file.arrayBuffer()), [], 0);
  });
}

export function openPasted(text: string): Promise<boolean> {
  return work("Читаем вставленное…", () => send("Вставлено из буфера", "text", new TextEncoder().encode(text) as Bytes, [], 0));
}

export function chooseSheet(name: string, sheets: BookSheet[], n: number): Promise<boolean> {
  set({ sheet: n });
  return work("Читаем лист…", () => openSheet(name, sheets, n));
}

function openSheet(name: string, sheets: BookSheet[], n: number) {
  const sheet = sheets[n]!;
  const rows = new TextEncoder().encode(JSON.stringify(sheet.cells)) as Bytes;
  return send(sheets.length > 1 ? `${name}, лист «${sheet.name}»` : name, "rows", rows, sheets.length > 1 ? sheets : [], n);
}

async function send(name: string, kind: TableKind, bytes: Bytes, sheets: BookSheet[], sheet: number) {
  const { result } = await client.call("openTable", { name, kind }, { files: [bytes] });
  table.value = { info: result, step: "columns", sheets, sheet };
}

const set = (change: Partial<Import>) => { if (table.value) table.value = { ...table.value, ...change }; };

export function show(step: Step) {
  problem.value = null;
  set({ step });
}

let asked = 0; // only the last answer counts: a clerk is faster than the core

/** Shows the change at once; the core adds what follows from it. */
export async function remap(mapping: TableMapping, preset = "") {
  const { info } = table.value!, turn = ++asked;
  problem.value = null;
  set({ info: { ...info, mapping, preset: "" } });
  try {
    const next = await client.call("mapTable", { id: info.id, preset, mapping });
    if (turn === asked) set({ info: next });
  } catch (error) {
    if (turn === asked) problem.value = asCoreError(error);
  }
}

/** Reads a text table in another encoding. */
export async function encode(encoding: Encoding) {
  const id = table.value!.info.id;
  await work("Читаем в другой кодировке…", async () => set({ info: await client.call("encodeTable", { id, encoding }) }));
}

export async function savePreset(name: string) {
  const id = table.value!.info.id;
  if (await work("Сохраняем…", async () => { set({ info: await client.call("saveTablePreset", { table: id, name }) }); wrote(); })) {
    say({ text: `Настройка «${name.trim()}» сохранена. Таблицы с такими же заголовками будут узнаны по ней.` });
  }
}

export async function check() {
  const id = table.value!.info.id;
  await work("Проверяем таблицу…", async (options) => set({ check: await client.call("checkTable", { id }, options), step: "preview" }), "Проверка отменена. В реестре ничего не изменилось.");
}

export async function load(clean: boolean) {
  const id = table.value!.info.id;
  await work("Загружаем…", async (options) => {
    const taken = await client.call("importTable", { id, clean }, options);
    wrote();
    set({ taken, clean, step: "done", sheets: [] });
  }, "Загрузка отменена. В реестре ничего не изменилось.");
}

export function close() {
  if (table.value) void client.call("closeTable", { id: table.value.info.id });
  table.value = null;
  problem.value = null;
}
