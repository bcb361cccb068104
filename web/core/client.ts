// The page's side of the border: starts the core, checks that both are of one build, sends calls. Screens use [call]
// and the signals of [client] only.
import { signal, type ReadonlySignal } from "@preact/signals";
import { fileMethods, type HelloRes, type MethodName, type Methods } from "./api.gen";
import { Calls } from "./calls";
import { asCoreError, cancelledError, stoppedError, type CoreError, type Progress } from "./errors";
import { bytesOf, type FileInput } from "./files";
import { openLink, type Link, type Where } from "./link";
import { failures, ready, starting, stoppedState, type CoreState } from "./state";
import { build, type FromCore } from "./wire";

export interface CallOptions {
  files?: FileInput[];
  /** Files too large for memory: the core reads them in pieces. */
  blobs?: Blob[];
  /** Takes the file of the answer in pieces; see [BlobSink]. */
  onBlock?: (block: Uint8Array<ArrayBuffer>) => void;
  onProgress?: (progress: Progress) => void;
  /** Asks the core to stop; the call still settles by the core's own answer. */
  signal?: AbortSignal;
}

/** Methods with files answer {result, files}, the others the bare result. */
export type Answer<M extends MethodName> = Methods[M]["files"] extends true
  ? { result: Methods[M]["res"]; files: Uint8Array<ArrayBuffer>[] }
  : Methods[M]["res"];

const mute = 3; // seconds until the page says that the browser does not open the storage …
const slowAfter = 10; // … that it takes long …
const silentAfter = 90; // … and until it gives up
const storageMute = "Браузер пока не открывает хранилище обращений, подождите. Закройте остальные вкладки с этой " +
  "программой, если они есть.";
const large = 1000; // appeals; from here on the start shows how many are read
const lasting = ["wiped", "newer"]; // errors of the storage that stay until a restart
const hasFiles: ReadonlySet<string> = new Set(fileMethods);

export class Client {
  #state = signal<CoreState>(starting("Читается файл программы."));
  #hello = signal<HelloRes | null>(null);
  #where = signal<Where>("worker");
  #trouble = signal<CoreError | null>(null);
  #calls = new Calls();
  #link: Link | null = null;
  #timers: number[] = [];

  get state(): ReadonlySignal<CoreState> { return this.#state; }
  /** What the core reported of itself in the handshake; null before. */
  get hello(): ReadonlySignal<HelloRes | null> { return this.#hello; }
  /** Where the core runs; the self-test screen shows it. */
  get where(): ReadonlySignal<Where> { return this.#where; }

  /** What is wrong with the storage for as long as this page is open; null = nothing. */
  get trouble(): ReadonlySignal<CoreError | null> { return this.#trouble; }

  /** Starts the worker while the browser still reads the core, which is the last part of the file. */
  start(): void {
    this.#set(starting("Читается файл программы."));
    if (document.getElementById("rro-core")) this.#open();
    else whenComplete(() => this.#open());
  }

  /** Takes a newer report of the core about itself. */
  greeted(hello: HelloRes): void {
    this.#hello.value = hello;
  }

  /** Reports whether a call waits for its answer. */
  get busy(): boolean { return this.#calls.size > 0; }

  /** Loads [hello] again. */
  async refresh(): Promise<void> {
    this.#hello.value = await this.call("hello", { build });
  }

  /** Ends the core, which has the key, and starts one that asks for the passphrase. The screens disappear at once. */
  lock(): void {
    const hello = this.#hello.peek();
    if (hello) this.#hello.value = { ...hello, locked: true };
    this.restart();
  }

  /** Ends the core and starts a new one. */
  restart(): void {
    this.#trouble.value = null;
    this.#close("");
    this.start();
  }

  /** Calls made before the core is ready wait for it. Rejects with a CoreError. */
  async call<M extends MethodName>(method: M, req: Methods[M]["req"], options: CallOptions = {}): Promise<Answer<M>> {
    const files = await Promise.all((options.files ?? []).map(bytesOf))
      .catch((error: unknown) => { throw asCoreError(error); });
    return new Promise<Answer<M>>((resolve, reject) => {
      const { phase } = this.#state.peek();
      if (phase === "stopped" || phase === "failed") return reject(stoppedError(""));
      if (options.signal?.aborted) return reject(cancelledError());
      const settle = (result: unknown, out: Uint8Array[]) =>
        resolve((hasFiles.has(method) ? { result, files: out } : result) as Answer<M>);
      const failed = (error: CoreError) => {
        if (lasting.includes(error.code)) this.#trouble.value = error;
        reject(error);
      };
      const id = this.#calls.add({ method, req, files, blobs: options.blobs ?? [], onBlock: options.onBlock,
        onProgress: options.onProgress, settle, reject: failed });
      options.signal?.addEventListener("abort", () => this.#cancel(id), { once: true });
      if (phase === "ready") this.#send(id);
      else this.#calls.queue(id);
    });
  }

  #send(id: number) {
    const call = this.#calls.get(id);
    if (!call || !this.#link) return;
    const json = JSON.stringify({ id, method: call.method, params: call.req });
    this.#link.post({ id, json, files: call.files, blobs: call.blobs }, call.files.map((file) => file.buffer));
    call.files = []; // their buffers were transferred
  }

  #cancel(id: number) {
    if (this.#calls.get(id) && !this.#calls.dropQueued(id)) this.#link?.post({ cancel: id });
  }

  #open() {
    const source = document.getElementById("rro-worker")?.textContent;
    if (!source) return this.#set(failures.damaged("no worker"));
    this.#waitFor();
    this.#link = openLink(source, {
      message: (message) => this.#receive(message),
      broken: (why) => this.#died(why),
    });
  }

  /** Begins the waiting times of the start again. */
  #waitFor(...more: number[]) {
    this.#stopTimers();
    this.#timers = [
      ...more,
      setTimeout(() => this.#set(starting("Это занимает дольше обычного, подождите.")), slowAfter * 1000),
      setTimeout(() => this.#fail(failures.silent(silentAfter)), silentAfter * 1000),
    ];
  }

  /** Shows how much of a large register is read, in whole thousands. */
  #opening({ done }: Progress) {
    this.#waitFor();
    const read = done >= large ? `: прочитано ${(Math.floor(done / 1000) * 1000).toLocaleString("ru")}` : "";
    this.#set(starting(`Открывается реестр обращений${read}.`));
  }

  #receive(message: FromCore) {
    if (message.json !== undefined) {
      if (this.#calls.settle(message.json, message.files ?? [])) void this.refresh().catch(() => {});
      return;
    }
    if (message.block !== undefined) return this.#calls.block(message.of!, message.block);
    if (message.progress !== undefined) return this.#calls.progress(message.progress);
    if (message.hello !== undefined) return this.#unpack(message.hello);
    if (message.stage !== undefined) return this.#set(starting(message.stage));
    if (message.serving) return this.#shakeHands();
    if (message.damaged !== undefined) return this.#fail(failures.damaged(message.damaged));
    if (message.died !== undefined) return this.#died(message.died);
  }

  #unpack(workerBuild: string) {
    if (workerBuild !== build) return this.#fail(failures.mixed(`worker ${workerBuild}, page ${build}`));
    const link = this.#link;
    whenComplete(() => {
      if (!link || link !== this.#link) return; // closed meanwhile
      const core = document.getElementById("rro-core")?.textContent;
      if (!core) return this.#fail(failures.damaged("no core"));
      this.#where.value = link.where();
      link.post({ core });
    });
  }

  #shakeHands() {
    this.#set(starting("Открывается реестр обращений."));
    this.#waitFor(setTimeout(() => this.#set(starting(storageMute)), mute * 1000));
    const settle = (result: unknown) => {
      const hello = result as HelloRes;
      if (hello.build !== build) return this.#fail(failures.mixed(`core ${hello.build}, page ${build}`));
      this.#stopTimers();
      this.#hello.value = hello;
      this.#set(ready);
      for (const id of this.#calls.takeQueue()) this.#send(id);
    };
    this.#send(this.#calls.add({ method: "hello", req: { build }, files: [], blobs: [], settle,
      onProgress: (told) => this.#opening(told), reject: (error) => {
      if (this.#state.peek().phase === "starting") this.#fail(failures.start(error));
    } }));
  }

  #died(why: string) {
    this.#fail(this.#state.peek().phase === "ready" ? stoppedState(why) : failures.crashed(why));
  }

  #fail(state: CoreState) {
    this.#set(state);
    this.#close(state.text);
  }

  #close(why: string) {
    this.#stopTimers();
    this.#link?.close();
    this.#link = null;
    this.#calls.rejectAll(why);
  }

  #stopTimers() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  #set(state: CoreState) {
    this.#state.value = state;
    document.documentElement.dataset.core = state.phase;
  }
}

/** Calls back once the document is complete. */
function whenComplete(then: () => void) {
  if (document.readyState !== "loading") return then();
  document.addEventListener("DOMContentLoaded", then, { once: true });
}

export const client = new Client();

/** Calls a method of the core; see [Client.call]. */
export function call<M extends MethodName>(method: M, req: Methods[M]["req"],
  options?: CallOptions): Promise<Answer<M>> {
  return client.call(method, req, options);
}
