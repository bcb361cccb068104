import { FakeChannel, FakeCore, page, pass, reloads } from "../test/browser";
import { test } from "node:test";
import assert from "node:assert/strict";
import { client } from "../core/client";
import { openDraft, unsaved } from "./draft";
import { away, changeLock, lockNow } from "./lock";
import { toast } from "./toast";
import { Work } from "./work";

const core = () => FakeCore.last;
const channel = () => FakeChannel.byName["rroform-lock"]!;
const minute = 60_000;
const said = () => channel().posted.splice(0);

async function start(hello: object) {
  FakeCore.hello = { ...FakeCore.hello, guarded: true, locked: false, ...hello };
  client.restart();
  await pass();
  assert.equal(client.state.peek().phase, "ready");
  reloads.count = 0;
  said();
}

test("a register without a passphrase is never locked by the clock", async () => {
  await start({ guarded: false });
  await pass(60 * minute);
  assert.equal(reloads.count, 0);
});

test("ten minutes without input lock, in every tab", async () => {
  await start({ guarded: true });
  page.dispatchEvent(new Event("keydown"));
  await pass(10 * minute - 5000);
  assert.equal(reloads.count, 0);
  await pass(10_000);
  await pass(50);
  assert.ok(reloads.count > 0);
  assert.ok(said().includes("anew"));
});

test("input puts the lock off, here and in another tab", async () => {
  await start({});
  page.dispatchEvent(new Event("keydown"));
  assert.deepEqual(said(), ["input"], "other tabs hear of it");
  await pass(9 * minute);
  channel().hear("input");
  await pass(9 * minute);
  assert.equal(reloads.count, 0);
  page.dispatchEvent(new Event("keydown"));
});

test("a long call gets the same time once more, and no longer", async () => {
  await start({});
  page.dispatchEvent(new Event("keydown"));
  const call = client.call("checkRegister", {}).catch(() => {});
  await pass();
  await pass(19 * minute);
  assert.equal(reloads.count, 0);
  await pass(2 * minute);
  await pass(50);
  assert.ok(reloads.count > 0);
  core().call("checkRegister").answer({});
  await call;
});

test("what is typed is saved before the page is locked", async () => {
  await start({});
  openDraft("saved", true).change((a) => { a.name = "Иванов"; });
  void lockNow();
  await pass();
  assert.equal(reloads.count, 0);
  const call = core().call("saveAppeal");
  call.answer({ appeal: { ...call.params.appeal, rev: 1 }, findings: [] });
  await pass();
  await pass(50);
  assert.equal(reloads.count, 1);
});

test("what cannot be saved keeps the page, covered and without the key, and is saved after the passphrase",
  async () => {
  await start({});
  openDraft("kept", true).change((a) => { a.name = "Петров"; });
  const before = core();
  void lockNow();
  await pass();
  FakeCore.hello = { ...FakeCore.hello, locked: true };
  core().call("saveAppeal").refuse("full");
  await pass();
  await pass(50);
  assert.equal(reloads.count, 0);
  assert.ok(before.ended && core() !== before, "the core with the key has ended");
  assert.ok(client.hello.peek()!.locked);
  assert.deepEqual(unsaved().map((a) => a.name), ["Петров"]);
  channel().hear("anew"); // another tab locks too: what waits here must not be lost by it
  await pass();
  await pass(50);
  assert.equal(reloads.count, 0);
  FakeCore.hello = { ...FakeCore.hello, locked: false };
  client.greeted(FakeCore.hello as never);
  await pass();
  const call = core().call("saveAppeal");
  assert.equal(call.params.appeal.name, "Петров");
  call.answer({ appeal: { ...call.params.appeal, rev: 1 }, findings: [] });
  await pass();
});

test("a new passphrase: saved first, other tabs wait, then begin again", async () => {
  await start({});
  openDraft("first", true).change((a) => { a.name = "Сидоров"; });
  const done = changeLock(new Work(), "Шифруем", { old: "", new: "слова" });
  await pass();
  assert.ok(!core().has("setLock"));
  const save = core().call("saveAppeal");
  save.answer({ appeal: { ...save.params.appeal, rev: 1 }, findings: [] });
  await pass();
  await pass(50);
  assert.deepEqual(said(), ["away"]);
  await pass(500);
  core().call("setLock").answer({ ...FakeCore.hello, autoLock: 5 });
  assert.ok(await done);
  assert.deepEqual(said(), ["anew"]);
  assert.equal(client.hello.peek()!.autoLock, 5);
});

test("a passphrase is not changed over something unsaved", async () => {
  await start({});
  openDraft("bad", true).change((a) => { a.name = "Плохо"; });
  const done = changeLock(new Work(), "Шифруем", { old: "", new: "слова" });
  await pass();
  core().call("saveAppeal").refuse("full");
  await pass();
  await pass(50);
  assert.ok(!(await done));
  assert.equal(toast.peek()!.text, "Сначала сохраните то, что не сохранено.");
  await pass(5000);
  const save = core().call("saveAppeal");
  save.answer({ appeal: { ...save.params.appeal, rev: 1 }, findings: [] });
  await pass();
});

test("a tab that is sent away waits, and loads again when the other has finished", async () => {
  await start({});
  channel().hear("away");
  await pass();
  assert.ok(away.peek());
  assert.equal(reloads.count, 0);
  channel().hear("anew");
  await pass();
  assert.equal(reloads.count, 1);
});
