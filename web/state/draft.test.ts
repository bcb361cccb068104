import { FakeChannel, FakeCore, page, pass, type Sent } from "../test/browser";
import { test } from "node:test";
import assert from "node:assert/strict";
import type { Appeal } from "../core/api.gen";
import { client } from "../core/client";
import { writeAll } from "./autosave";
import { closeDraft, dropDraft, nextId, openDraft, unsaved, type Draft } from "./draft";
import { saveState } from "./saving";

const core = () => FakeCore.last;
const stored = (appeal: Appeal) => ({ appeal, findings: [] });
const store = (call: Sent) => call.answer(stored({ ...call.params.appeal, rev: call.params.appeal.rev + 1 }));
const type = (draft: Draft, name: string) => draft.change((appeal) => { appeal.name = name; });

let ids = 0;
const fresh = () => openDraft("id" + ++ids, true);

/** A record that is stored and open in its card. */
async function opened(): Promise<Draft> {
  const draft = fresh();
  type(draft, "Иванов");
  await pass(300);
  store(core().call("saveAppeal"));
  await pass();
  assert.ok(!draft.dirty);
  return draft;
}

test("the core starts", async () => {
  client.start();
  await pass();
  assert.equal(client.state.peek().phase, "ready");
});

test("a change is saved after 300 ms, and more typing does not put it off", async () => {
  const draft = fresh();
  type(draft, "И");
  await pass(200);
  type(draft, "Ив");
  await pass(99);
  assert.ok(!core().has("saveAppeal"));
  assert.equal(saveState.peek().text, "Сохраняется…");
  await pass(1);
  const call = core().call("saveAppeal");
  assert.equal(call.params.appeal.name, "Ив");
  store(call);
  await pass();
  assert.ok(!draft.dirty);
  assert.equal(draft.appeal.peek()!.rev, 1);
  assert.equal(saveState.peek().level, "ok");
});

test("a field that is left is saved at once", async () => {
  const draft = fresh();
  type(draft, "Иванов");
  draft.visit("name");
  await pass();
  store(core().call("saveAppeal"));
  await pass(300);
  assert.ok(!core().has("saveAppeal"), "saved once, not again by the timer");
  assert.ok(draft.visited.peek().has("name"));
});

test("a page that is hidden saves at once", async () => {
  const draft = fresh();
  type(draft, "Иванов");
  document.dispatchEvent(new Event("visibilitychange"));
  await pass();
  store(core().call("saveAppeal"));
  await pass();
  assert.ok(!draft.dirty);
});

test("the browser asks before it closes a page with unsaved text, and only then", async () => {
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.ok(!leave());
  const draft = fresh();
  type(draft, "Иванов");
  assert.ok(leave());
  await pass();
  store(core().call("saveAppeal"));
  await pass();
  assert.ok(!draft.dirty);
  assert.ok(!leave());
});

test("what is typed during a write is written next, with the new revision", async () => {
  const draft = fresh();
  type(draft, "И");
  await pass(300);
  const first = core().call("saveAppeal");
  type(draft, "Иванов");
  store(first);
  await pass();
  assert.equal(draft.appeal.peek()!.name, "Иванов", "the answer does not undo what was typed");
  await pass(300);
  const second = core().call("saveAppeal");
  assert.deepEqual([second.params.appeal.name, second.params.appeal.rev], ["Иванов", 1]);
  store(second);
  await pass();
  assert.ok(!draft.dirty);
});

test("a refused write is named, tried again after 5 s, and then no longer named", async () => {
  const draft = await opened();
  type(draft, "Петров");
  await pass(300);
  core().call("saveAppeal").refuse("full");
  await pass();
  assert.ok(draft.dirty);
  assert.equal(saveState.peek().text, "Не сохранено: отказ: full");
  assert.deepEqual(unsaved().map((a) => a.name), ["Петров"]);
  await pass(4999);
  assert.ok(!core().has("saveAppeal"));
  await pass(1);
  store(core().call("saveAppeal"));
  await pass();
  assert.ok(!draft.dirty);
  assert.equal(saveState.peek().level, "ok");
});

test("the error of one record is not cleared by the success of another", async () => {
  const bad = await opened(), good = await opened();
  type(bad, "Плохо");
  await pass(300);
  core().call("saveAppeal").refuse("full");
  type(good, "Хорошо");
  await pass(300);
  store(core().call("saveAppeal"));
  await pass();
  assert.ok(!good.dirty);
  assert.equal(saveState.peek().text, "Не сохранено: отказ: full");
  assert.ok(!(await writeAllWhile(() => core().call("saveAppeal").refuse("full"))));
  dropDraft(bad); // its record was deleted
  void writeAll();
  type(good, "И снова");
  await pass(300);
  store(core().call("saveAppeal"));
  await pass();
  assert.equal(saveState.peek().level, "ok");
});

/** Runs writeAll; `act` answers what it sends. */
async function writeAllWhile(act: () => void): Promise<boolean> {
  const all = writeAll();
  await pass();
  act();
  await pass();
  await pass(50);
  return all;
}

test("after a conflict nothing is written until the clerk has decided: mine", async () => {
  const draft = await opened();
  type(draft, "Моё");
  await pass(300);
  core().call("saveAppeal").refuse("conflict");
  await pass();
  core().call("reload").answer({});
  await pass();
  type(draft, "Моё, дальше");
  document.dispatchEvent(new Event("visibilitychange"));
  await pass(6000);
  assert.ok(!core().has("saveAppeal"));
  assert.equal(saveState.peek().level, "bad");
  assert.ok(!(await writeAll()));
  void draft.overwrite();
  await pass();
  core().call("getAppeal").answer(stored({ ...draft.appeal.peek()!, name: "Чужое", rev: 7 }));
  await pass();
  const call = core().call("saveAppeal");
  assert.deepEqual([call.params.appeal.name, call.params.appeal.rev], ["Моё, дальше", 7]);
  store(call);
  await pass();
  assert.ok(!draft.dirty);
  assert.equal(saveState.peek().level, "ok");
});

test("after a conflict: theirs", async () => {
  const draft = await opened();
  type(draft, "Моё");
  await pass(300);
  core().call("saveAppeal").refuse("conflict");
  await pass();
  core().call("reload").answer({});
  void draft.load();
  await pass();
  core().call("getAppeal").answer(stored({ ...draft.appeal.peek()!, name: "Чужое", rev: 7 }));
  await pass(6000);
  assert.equal(draft.appeal.peek()!.name, "Чужое");
  assert.ok(!draft.dirty && !core().has("saveAppeal"));
  assert.equal(saveState.peek().level, "ok");
});

test("what was typed stays when the stored record cannot be read", async () => {
  const draft = await opened();
  type(draft, "Моё");
  void draft.load();
  await pass();
  core().call("getAppeal").refuse("damaged");
  await pass();
  assert.ok(draft.dirty);
  assert.equal(draft.appeal.peek()!.name, "Моё");
  draft.error.value = null;
  dropDraft(draft);
});

test("a stopped core: the next one gets what was typed, and what the old one did not answer", async () => {
  const draft = await opened();
  type(draft, "До остановки");
  await pass(300);
  const lost = core().call("saveAppeal").params.appeal;
  core().say({ died: "panic" });
  await pass(10_000);
  assert.ok(draft.dirty);
  assert.equal(saveState.peek().level, "bad");
  client.restart();
  await pass();
  const call = core().call("saveAppeal");
  assert.equal(call.params.appeal.name, "До остановки");
  assert.deepEqual(call.params.unanswered, [lost]);
  store(call);
  await pass();
  assert.ok(!draft.dirty);
  assert.equal(saveState.peek().level, "ok");
});

test("a draft behind a lock waits for the passphrase", async () => {
  const draft = await opened();
  type(draft, "Под замком");
  FakeCore.hello = { ...FakeCore.hello, guarded: true, locked: true };
  client.lock();
  await pass(6000);
  assert.ok(draft.dirty && !core().has("saveAppeal"));
  FakeCore.hello = { ...FakeCore.hello, locked: false };
  client.greeted(FakeCore.hello as never);
  await pass();
  const call = core().call("saveAppeal");
  assert.equal(call.params.appeal.name, "Под замком");
  store(call);
  await pass();
  assert.ok(!draft.dirty);
});

test("an open card shows what another tab stored, but not over what is typed", async () => {
  const draft = await opened(), rev = draft.appeal.peek()!.rev;
  const hear = async () => {
    FakeChannel.byName["rroform-changes"]!.hear("changed");
    await pass(1000);
    core().call("reload").answer({});
    await pass();
  };
  await hear();
  const mine = core().sent.find((call) => call.method === "getAppeal" && call.params.id === draft.id)!;
  mine.answer(stored({ ...draft.appeal.peek()!, name: "Чужое", rev: rev + 1 }));
  await pass();
  assert.equal(draft.appeal.peek()!.name, "Чужое");
  await hear();
  type(draft, "Моё");
  const late = core().sent.findLast((call) => call.method === "getAppeal" && call.params.id === draft.id)!;
  late.answer(stored({ ...draft.appeal.peek()!, name: "Чужое 2", rev: rev + 2 }));
  await pass();
  assert.equal(draft.appeal.peek()!.name, "Моё");
});

test("a new card that is left during its first write does not give its id to the next one", async () => {
  const id = nextId.peek(), draft = openDraft(id, true);
  type(draft, "Иванов");
  void closeDraft(draft);
  await pass();
  assert.ok(nextId.peek() !== id);
  const own = core().sent.find((call) => call.method === "saveAppeal" && call.params.appeal.id === id)!;
  store(own);
  await pass();
  assert.ok(openDraft(id, true) !== draft, "a saved draft is closed");
});
