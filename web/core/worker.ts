// Runs the Go core. The page starts this text as a classic worker made from a
// blob; where workers are refused it runs the same text inside itself and
// leaves one end of a MessageChannel in `rroPort`.
import "go:wasm_exec";
import { fromBase64, inflate } from "./packed";
import { build, type Port } from "./wire";

interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
  _resume(): void;
}

const scope = globalThis as unknown as {
  rroPort?: Port;
  Go: new () => GoRuntime;
  fs: { writeSync(fd: number, bytes: Uint8Array): number };
};
// Go finds the same port under the same name.
const port: Port = (scope.rroPort ??= globalThis as unknown as Port);

// The end of what Go printed: a panic is told there and nowhere else.
let tail = "";
const decoder = new TextDecoder();
const writeSync = scope.fs.writeSync;
scope.fs.writeSync = (fd, bytes) => {
  tail = (tail + decoder.decode(bytes, { stream: true })).slice(-6000);
  return writeSync(fd, bytes);
};

let dead = false;
function die(why: unknown) {
  if (dead) return;
  dead = true;
  port.onmessage = null;
  port.postMessage({ died: [String(why), tail.trim()].filter(Boolean).join("\n") });
}

/** Compiles the core while it is unpacked, or after that in a browser that refuses such a stream. */
async function compile(core: string): Promise<WebAssembly.Module> {
  const packed = fromBase64(core);
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(inflate(packed), { headers }))
    .catch(async () => WebAssembly.compile(await new Response(inflate(packed)).arrayBuffer()));
}

async function run(module: WebAssembly.Module) {
  const go = new scope.Go();
  // A trap inside wasm (out of memory) is thrown here, in a timer or message
  // handler that nobody awaits.
  const resume = go._resume.bind(go);
  go._resume = () => {
    try {
      resume();
    } catch (error) {
      die(error);
      throw error;
    }
  };
  await go.run(await WebAssembly.instantiate(module, go.importObject)); // resolves only when Go has ended
  die("Go program ended");
}

port.onmessage = (event) => {
  port.onmessage = null; // Go sets its own
  port.postMessage({ stage: "Запускается ядро." });
  compile((event.data as { core: string }).core).then(
    (module) => run(module).catch(die),
    (error) => port.postMessage({ damaged: String(error) }),
  );
};
port.postMessage({ hello: build });
