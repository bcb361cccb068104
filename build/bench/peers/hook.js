// Runs before the built page's own scripts: remembers its worker, so that the
// core can be asked as the page asks it, when the core was ready, and lets the
// worker tell how large the core's memory is.
{
  const RealWorker = Worker;
  self.Worker = class extends RealWorker {
    constructor(...args) {
      super(...args);
      self.rroWorker ??= this;
    }
  };

  new MutationObserver(() => {
    if (document.documentElement.dataset.core === "ready") self.rroReady ??= performance.now();
  }).observe(document.documentElement, { attributeFilter: ["data-core"] });

  const inWorker = `{
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...args) => {
      const made = await real(...args);
      const { mem } = (made.instance ?? made).exports;
      const asked = new BroadcastChannel("rro-memory");
      asked.onmessage = () => asked.postMessage(mem.buffer.byteLength);
      return made;
    };
  }\n`;
  // The worker is a Blob made of the text of #rro-worker.
  self.Blob = new Proxy(Blob, {
    construct(target, [parts, ...rest], as) {
      const worker = document.getElementById("rro-worker");
      if (worker && parts?.[0] === worker.textContent) parts = [inWorker, ...parts];
      return Reflect.construct(target, [parts, ...rest], as);
    },
  });
}
