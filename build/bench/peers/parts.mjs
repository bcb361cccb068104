// Parts of the core by themselves (build/bench/core), in this page's thread.
import "go:wasm_exec";

let started;

export function coreParts() {
  started ??= (async () => {
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/core.wasm"), go.importObject);
    go.run(instance);
  })();
  return started;
}
