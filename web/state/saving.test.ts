import { FakeChannel, FakeCore, pass } from "../test/browser";
import { test } from "node:test";
import assert from "node:assert/strict";
import { client } from "../core/client";
import { announce, backupAge, changes, foreign, forgetFailure, saveState, saving } from "./saving";

const text = () => saveState.peek().text;
const channel = () => FakeChannel.byName["rroform-changes"]!;

test("before the core has answered nothing is claimed", async () => {
  assert.equal(text(), "");
  client.start();
  await pass();
  assert.equal(text(), "Сохранено");
});

test("the header follows a write: busy, then the time of the save", async () => {
  const done = saving(async () => { await pass(); return 7; });
  assert.equal(text(), "Сохраняется…");
  assert.equal(await done, 7);
  assert.ok(text().startsWith("Сохранено "), text());
  assert.deepEqual(channel().posted, ["changed"], "other tabs hear of it");
});

test("a refused write is named until one goes through, and is passed on", async () => {
  await assert.rejects(saving(async () => { throw new DOMException("", "QuotaExceededError"); }),
    { name: "QuotaExceededError" });
  assert.equal(text(), "Не сохранено: на диске или в хранилище браузера нет места.");
  await saving(async () => {});
  assert.equal(saveState.peek().level, "ok");
});

test("a failure that the clerk has seen is no longer named", async () => {
  await saving(async () => { throw new Error(); }).catch(() => {});
  assert.equal(saveState.peek().level, "bad");
  forgetFailure();
  assert.equal(saveState.peek().level, "ok");
});

test("two announced writes are busy until both have begun; ending one twice counts once", () => {
  const first = announce(), second = announce();
  first();
  first();
  assert.equal(text(), "Сохраняется…");
  second();
  assert.ok(text().startsWith("Сохранено"));
});

test("words of another tab are put together: the core reads once a second", async () => {
  const before = changes.peek(), seen = foreign.peek();
  for (let i = 0; i < 3; i++) channel().hear("changed");
  await pass(999);
  assert.ok(!FakeCore.last.has("reload"));
  await pass(1);
  assert.equal(FakeCore.last.sent.filter((call) => call.method === "reload").length, 1);
  assert.equal(changes.peek(), before, "lists load again only when the core has read");
  FakeCore.last.call("reload").answer({});
  await pass();
  assert.deepEqual([changes.peek() - before, foreign.peek() - seen], [1, 1]);
});

test("storage in memory only is called so, however much was saved", async () => {
  client.greeted({ ...FakeCore.hello, memory: true } as never);
  assert.equal(text(), "Не сохраняется на диск");
});

test("a backup is old after a week", () => {
  const made = (days: number) =>
    ({ ...FakeCore.hello, backup: new Date(Date.now() - days * 86_400_000).toISOString() });
  client.greeted(made(7) as never);
  assert.ok(!backupAge.peek().old);
  client.greeted(made(8) as never);
  assert.ok(backupAge.peek().old);
});
