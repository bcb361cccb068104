// What is measured of the built page, each by the calls that its screens make.
import { unzipSync } from "fflate";
import { ask, timed } from "./core.mjs";
import { same } from "./turns.mjs";

const month = { mode: "month", month: { year: 2026, month: 9 }, from: "", to: "" }; // build/bench/data.go, dataMonth
const range = (from, to) => ({ ...month, mode: "registered", from, to });

/** Puts a generated register in place of what is there. */
export async function seed(kind, n) {
  const blob = await (await fetch(`/data/${kind}-backup?n=${n}&seed=1`)).blob();
  return (await ask("restore", { readable: false }, { blobs: [blob] })).result.appeals;
}

let parts = []; // of the last archive, as Blobs: what a clerk is given

/** «Сформировать архив»: builds, journals and hands out every part. */
export async function build(days) {
  const { ms, value } = await timed(async () => {
    parts = [];
    const onBlock = (part) => parts.push(new Blob([part], { type: "application/zip" }));
    const { archive } = (await ask("build", days ? range(...days) : month, { onBlock })).result;
    same(parts.length, archive.parts.length, "parts");
    return archive.count;
  });
  return { ms, entries: value, bytes: parts.reduce((sum, part) => sum + part.size, 0) };
}

/** The files of the last archive by name. */
export async function entries() {
  const all = {};
  for (const part of parts) Object.assign(all, unzipSync(new Uint8Array(await part.arrayBuffer())));
  return all;
}

let foreign; // id of the archive that stands open

/** «Открыть архив», up to the list with every entry judged. */
export async function open(bytes, name) {
  const file = bytes.slice();
  const { ms, value } = await timed(async () => {
    foreign = (await ask("openArchive", { name }, { files: [file] })).result.id;
    return (await ask("openedArchive", { id: foreign, remarks: false, page: 0, size: 50 })).result.counts;
  });
  return { ms, read: value.fits + value.findings };
}

export const close = () => ask("closeOpened", { id: foreign });

/** «Принять в реестр»: all of the archive that stands open. */
export async function accept() {
  const { ms, value } = await timed(() => ask("acceptOpened", { id: foreign, appeals: [], otherBody: true }));
  const { taken } = value.result;
  return { ms, taken: taken.new, undo: () => ask("undo", { id: taken.action.id }) };
}

/** One save, from the request to the findings. */
export async function save(appeal) {
  const { ms, value } = await timed(() => ask("saveAppeal", { appeal }));
  return { ms, appeal: value.result.appeal };
}

export async function someAppeals(size) {
  const { rows } = (await ask("register", view({ size }))).result;
  return Promise.all(rows.map(async ({ id }) => (await ask("getAppeal", { id })).result.appeal));
}

export const view = (more) => ({
  year: 0, month: 0, origin: "", status: "", query: "", code: "", recipient: "", onlyErrors: false, onlyDrafts: false,
  notExported: false, changedSince: false, sort: "modified", desc: true, page: 0, size: 50, ...more,
});

export async function register(more) {
  const { ms, value } = await timed(() => ask("register", view(more)));
  return { ms, total: value.result.total, rows: value.result.rows.length };
}

/** Judges all of the register, ms. */
export const judge = async () => (await timed(() => ask("checkRegister", {}))).ms;

/** Stores an answer file and the appeal that it belongs to. */
export async function attach(appeal, bytes) {
  const question = appeal.questions[0];
  const name = "Ответ.pdf";
  const { result } = await ask("putFile", { files: [{ name, size: bytes.length }] }, { files: [bytes] });
  question.attachment = result.attachment;
  await ask("saveAppeal", { appeal });
}
