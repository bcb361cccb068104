// Runs before the page's own scripts: lets the harness speak to the page's core
// over the page's own port, and read the store past the program.
{
  const waiting = new Map();
  let last = 1e9, worker = null; // ids that the page never gets to
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      worker = window.rroWorker = this;
      this.addEventListener("message", ({ data }) => {
        if (data?.json === undefined) return;
        const { id, result, error } = JSON.parse(data.json);
        const call = waiting.get(id);
        if (!call) return;
        waiting.delete(id);
        if (error) call.no(new Error(error.text + " " + error.hint));
        else call.yes(result ?? {});
      });
    }
  };
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  window.rroAsk = (method, params, file) => new Promise((yes, no) => {
    const id = ++last;
    waiting.set(id, { yes, no });
    worker.postMessage({ id, json: JSON.stringify({ id, method, params }), files: file ? [bytes(file)] : [], blobs: [] });
  });

  // A file that tells its size and cannot be read: Go panics in the call.
  window.rroPanic = () => new Promise((yes, no) => {
    const id = ++last;
    waiting.set(id, { yes: () => no(new Error("it did not panic")), no: (error) => yes(error.message) });
    worker.postMessage({ id, json: JSON.stringify({ id, method: "checkBackup", params: {} }), files: [], blobs: [{ size: 1000 }] });
  });

  const done = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  const sum = async (value) =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", value))].map((b) => b.toString(16).padStart(2, "0")).join("");
  window.rroOpen = () => done(indexedDB.open("rroform"));
  window.rroDump = async () => {
    const db = await rroOpen();
    const names = [...db.objectStoreNames], texts = {}, sums = {};
    const tx = db.transaction(names), binary = ["files", "parts"];
    const reads = names.map(async (name) => {
      const store = tx.objectStore(name);
      if (!binary.includes(name)) return (texts[name] = (await done(store.getAll())).filter((v) => typeof v === "string"));
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return (sums[name] = { keys, values });
    });
    await Promise.all(reads);
    db.close();
    for (const name of binary) {
      const { keys, values } = sums[name];
      sums[name] = Object.fromEntries(await Promise.all(keys.map(async (key, i) => [key, await sum(values[i])])));
    }
    const { all } = await rroAsk("register", { size: 1 });
    return { texts, sums, opened: all };
  };

  // Tells what stands in the field once the page says that it is saved: asked
  // two frames after the field was read, so that the page has drawn what came of it.
  const control = (label) => [...document.querySelectorAll("label")].find((l) => l.textContent === label)?.control;
  const state = () => document.querySelector("[role=status]")?.textContent ?? "";
  window.rroControl = control;
  window.rroWatch = (label, pretend) => setInterval(() => {
    const field = control(label), value = field?.value;
    if (value === undefined) return;
    if (pretend) return rroTell(value);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      if (state().startsWith("Сохранено") && field.isConnected && field.value === value) rroTell(value);
    })));
  }, 30);
}
