import { FakeCore, pass } from "../test/browser";
import { test } from "node:test";
import assert from "node:assert/strict";
import type { Methods } from "./api.gen";
import { client } from "./client";
import { stopped } from "./errors";

const ask = (query: string, options?: Parameters<typeof client.call>[2]) =>
  client.call("searchBodies", { query } as Methods["searchBodies"]["req"], options);
const core = () => FakeCore.last;

test("a call made before the core is ready waits for it, and goes out in order", async () => {
  client.start();
  for (const query of ["первый", "второй"]) ask(query).catch(() => {});
  assert.equal(client.state.peek().phase, "starting");
  await pass();
  assert.equal(client.state.peek().phase, "ready");
  assert.deepEqual(core().sent.map((call) => call.params.query), ["первый", "второй"]);
});

test("each answer reaches its own call, whatever their order", async () => {
  const got: string[] = [];
  for (const query of ["а", "б"]) void ask(query).then((res) => got.push(`${query}: ${res.bodies}`));
  await pass();
  const [a, b] = core().sent.slice(-2);
  b!.answer({ bodies: "ответ б" });
  a!.answer({ bodies: "ответ а" });
  await pass();
  assert.deepEqual(got, ["б: ответ б", "а: ответ а"]);
});

test("progress reaches its call only, and none after the answer", async () => {
  const seen: Record<string, number[]> = { a: [], b: [] };
  void ask("a", { onProgress: ({ done }) => seen.a!.push(done) });
  ask("b", { onProgress: ({ done }) => seen.b!.push(done) }).catch(() => {});
  await pass();
  const [a, b] = core().sent.slice(-2);
  a!.progress(1, 3);
  b!.progress(7, 9);
  a!.progress(2, 3);
  a!.answer({});
  a!.progress(3, 3);
  assert.deepEqual(seen, { a: [1, 2], b: [7] });
});

test("cancel asks the core; the call ends by the core's own answer", async () => {
  const abort = new AbortController();
  let result = "";
  void ask("долго", { signal: abort.signal }).then(() => (result = "done"), (error) => (result = error.code));
  await pass();
  const call = core().sent.at(-1)!;
  abort.abort();
  await pass();
  assert.deepEqual(core().cancelled, [call.id]);
  assert.equal(result, "");
  call.refuse("cancelled");
  await pass();
  assert.equal(result, "cancelled");
});

test("a call that was cancelled before it began is not sent", async () => {
  const before = core().sent.length;
  await assert.rejects(ask("поздно", { signal: AbortSignal.abort() }), { code: "cancelled" });
  assert.equal(core().sent.length, before);
});

test("a core that stops rejects every waiting call, and later calls at once", async () => {
  const waiting = ask("ждёт");
  await pass();
  core().say({ died: "panic" });
  await assert.rejects(waiting, { code: stopped });
  assert.equal(client.state.peek().phase, "stopped");
  assert.ok(core().ended);
  await assert.rejects(ask("поздно"), { code: stopped });
});

test("after a restart calls work again; a call cancelled in the queue is not sent", async () => {
  client.restart();
  const abort = new AbortController();
  const dropped = ask("отменён", { signal: abort.signal });
  const answer = ask("снова");
  await Promise.resolve(); // the calls are in the queue
  await Promise.resolve();
  abort.abort();
  await assert.rejects(dropped, { code: "cancelled" });
  await pass();
  assert.deepEqual(core().sent.map((call) => call.params.query), ["снова"]);
  core().sent[0]!.answer({ bodies: "ответ" });
  assert.equal(String((await answer).bodies), "ответ");
});

test("a core of another build is refused", async () => {
  FakeCore.hello = { ...FakeCore.hello, build: "other" };
  client.restart();
  await pass();
  assert.equal(client.state.peek().phase, "failed");
});
