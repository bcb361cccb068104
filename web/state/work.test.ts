import { FakeCore, pass } from "../test/browser";
import { test } from "node:test";
import assert from "node:assert/strict";
import { client } from "../core/client";
import { toast } from "./toast";
import { Work } from "./work";

const core = () => FakeCore.last;

test("progress is shown, the answer comes back, nothing stays on the screen", async () => {
  client.start();
  await pass();
  const work = new Work(), answer = work.run("Проверяем", "sweep", {});
  assert.equal(work.text, "Проверяем");
  await pass();
  core().call("sweep").progress(3, 9);
  assert.deepEqual([work.progress!.done, work.progress!.total], [3, 9]);
  core().call("sweep").answer({});
  assert.deepEqual(await answer, {} as never);
  assert.deepEqual([work.text, work.progress, work.cancel, work.error], ["", null, null, null]);
});

test("a cancel is said in the screen's own words and is no error", async () => {
  const work = new Work("Не вышло."), answer = work.run("Долго", "sweep", {});
  await pass();
  work.cancel!();
  assert.deepEqual(core().cancelled, [core().call("sweep").id]);
  core().call("sweep").refuse("cancelled");
  assert.equal(await answer, null);
  assert.equal(toast.peek()!.text, "Не вышло.");
  assert.equal(work.error, null);
});

test("an error stays until it is cleared or the next work begins", async () => {
  const work = new Work();
  const fail = async () => {
    const answer = work.run("Долго", "sweep", {});
    await pass();
    core().call("sweep").refuse("full");
    assert.equal(await answer, null);
    assert.equal(work.error!.code, "full");
  };
  await fail();
  work.clear();
  assert.equal(work.error, null);
  await fail();
  void work.run("Снова", "sweep", {});
  assert.equal(work.error, null);
  await pass();
  core().call("sweep").answer({});
  await pass();
});

test("work that began later is on the screen, whatever ends first", async () => {
  const work = new Work();
  void work.run("Первое", "sweep", {});
  await pass();
  const first = core().call("sweep");
  void work.run("Второе", "reload", {});
  await pass();
  first.progress(1, 2);
  assert.deepEqual([work.text, work.progress], ["Второе", null]);
  first.answer({});
  await pass();
  assert.equal(work.text, "Второе");
  core().call("reload").answer({});
  await pass();
  assert.equal(work.text, "");
});

test("work that the clerk cannot cancel offers no cancel, and one call may allow it", async () => {
  const work = new Work(null);
  void work.run("Читаем", "sweep", {});
  assert.equal(work.cancel, null);
  await pass();
  core().call("sweep").answer({});
  await pass();
  const answer = work.call("Долго", (watch) => client.call("sweep", {}, watch), "Остановлено.");
  await pass();
  work.cancel!();
  core().call("sweep").refuse("cancelled");
  assert.equal(await answer, null);
  assert.equal(toast.peek()!.text, "Остановлено.");
});
