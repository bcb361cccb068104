// What the page needs of a browser, for unit tests in Node: import this file first. The core behind the worker is a
// script of the test; time passes only when the test says so.
import { mock } from "node:test";
import type { RpcError } from "../core/api.gen";
import type { FromCore, ToCore } from "../core/wire";

mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });

/** A call that the page has sent and that the test answers, in any order. */
export interface Sent {
  id: number;
  method: string;
  params: any;
  answer(result: unknown): void;
  refuse(code: string): void;
  progress(done: number, total: number): void;
}

/** The core's end of the worker that was started last. */
export class FakeCore {
  static last: FakeCore;
  /** What the handshake answers. */
  static hello = { build: "test", memory: false, empty: false, guarded: false, locked: false, autoLock: 10 };

  readonly sent: Sent[] = []; // waiting for an answer
  readonly cancelled: number[] = [];
  ended = false;
  onmessage: ((event: { data: FromCore }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;

  constructor() {
    FakeCore.last = this;
    queueMicrotask(() => this.say({ hello: "test" }));
  }

  say(message: FromCore) {
    if (!this.ended) this.onmessage?.({ data: message });
  }

  postMessage(message: ToCore) {
    if ("core" in message) return queueMicrotask(() => this.say({ serving: true }));
    if ("cancel" in message) return void this.cancelled.push(message.cancel);
    const { id, method, params } = JSON.parse(message.json);
    const settle = (answer: object) => {
      this.sent.splice(this.sent.indexOf(call), 1);
      this.say({ json: JSON.stringify({ id, ...answer }) });
    };
    const call: Sent = {
      id, method, params,
      answer: (result) => settle({ result }),
      refuse: (code) => settle({ error: { code, text: "Отказ: " + code, hint: "" } satisfies RpcError }),
      progress: (done, total) => this.say({ progress: JSON.stringify({ id, done, total, text: "Идёт" }) }),
    };
    this.sent.push(call);
    if (method === "hello") queueMicrotask(() => call.answer(FakeCore.hello));
  }

  terminate() {
    this.ended = true;
  }

  /** The oldest unanswered call of a method. */
  call(method: string): Sent {
    const call = this.sent.find((one) => one.method === method);
    if (!call) throw new Error(`no call of ${method}, but of: ${this.sent.map((one) => one.method).join(", ")}`);
    return call;
  }

  has(method: string): boolean {
    return this.sent.some((one) => one.method === method);
  }
}

/** Another tab, as far as this one hears of it: the channels by name. */
export class FakeChannel extends EventTarget {
  static byName: Record<string, FakeChannel> = {};
  readonly posted: unknown[] = [];
  constructor(name: string) {
    super();
    FakeChannel.byName[name] = this;
  }
  postMessage(message: unknown) { this.posted.push(message); }
  hear(data: unknown) { this.dispatchEvent(Object.assign(new Event("message"), { data })); }
}

export const page = new EventTarget();
export const reloads = { count: 0 };
const doc = Object.assign(new EventTarget(), {
  readyState: "complete",
  documentElement: { dataset: {} },
  getElementById: () => ({ textContent: "source" }),
});

Object.assign(globalThis, {
  document: doc,
  addEventListener: page.addEventListener.bind(page),
  location: { hash: "", reload: () => { reloads.count++; } },
  history: { replaceState() {} },
  Worker: FakeCore,
  BroadcastChannel: FakeChannel,
});

/** Lets time pass, then everything happen that waits for nothing but that. */
export async function pass(ms = 0) {
  if (ms) mock.timers.tick(ms);
  for (let i = 0; i < 3; i++) await new Promise((done) => setImmediate(done));
}

declare function setImmediate(run: (value: unknown) => void): void;
