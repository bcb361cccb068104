// Each probe does what the program does later.
import { client } from "../../../core/client";
import type { Found } from "./found";
import { withTable } from "./database";

const yes = (said = ""): Found => ({ answer: "yes", said });
const no = (said = ""): Found => ({ answer: "no", said });

/** A worker made from a blob, like the core's, sends a message. */
export async function answers(): Promise<Found> {
  const url = URL.createObjectURL(new Blob(["postMessage('да')"], { type: "text/javascript" }));
  try {
    const worker = new Worker(url);
    const word = await new Promise<string>((done, fail) => {
      worker.onmessage = (event) => done(event.data as string);
      worker.onerror = (event) => {
        event.preventDefault();
        fail(new Error("error"));
      };
    }).finally(() => worker.terminate());
    return word === "да" ? yes(client.where.value === "worker" ? "Ядро работает отдельно от страницы."
      : "Ядро запущено в самой странице: перезагрузите её.") : no();
  } finally {
    URL.revokeObjectURL(url);
  }
}

// (module (func (export "f") (result i32) i32.const 42))
const program = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0,
  10, 6, 1, 4, 0, 65, 42, 11]);

export async function computes(): Promise<Found> {
  const { instance } = await WebAssembly.instantiate(program);
  return (instance.exports.f as () => number)() === 42 ? yes("Пробная программа выполнена.")
    : no("Пробная программа ответила неверно.");
}

/** Writes 100 KB, reads them and deletes them. */
export async function writes(): Promise<Found> {
  const sent = new Uint8Array(100_000).map((_, i) => i * 7);
  await withTable((store) => store.put(new Blob([sent]), "bytes"));
  const kept = await withTable<Blob>((store) => store.get("bytes"));
  const got = new Uint8Array(await kept.arrayBuffer());
  await withTable((store) => store.delete("bytes"));
  const same = got.length === sent.length && got.every((byte, i) => byte === sent[i]);
  return same ? yes("Пробная запись сделана и прочитана.") : no("Прочитано не то, что записано.");
}

export async function hears(): Promise<Found> {
  const [mouth, ear] = [new BroadcastChannel("rroform-selftest"), new BroadcastChannel("rroform-selftest")];
  const heard = new Promise<Found>((done) => (ear.onmessage = () => done(yes("Пробное сообщение дошло."))));
  mouth.postMessage("да");
  return heard.finally(() => {
    mouth.close();
    ear.close();
  });
}

export async function safe(): Promise<Found> {
  if (!isSecureContext || !crypto.subtle) return no("Страница открыта по обычному http.");
  const sum = await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  return sum.byteLength === 32 ? yes(location.protocol === "file:"
    ? "Файл открыт с диска, контрольные суммы считает браузер." : "Контрольные суммы считает браузер.") : no();
}
