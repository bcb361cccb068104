// Runs the Go core. The page starts this text as a classic worker made from a
// blob; where workers are refused it runs the same text inside itself and
// leaves one end of a MessageChannel in `rroPort`.
import "go:wasm_exec";
import { decompress } from "fzstd";
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

/** Ascii85 as build/page.go writes it: five letters are four bytes, "z" is four zeros, "v" stands for "<". */
function decodeCore(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(text.length * 0.8) + 4 * text.split("z").length);
  let at = 0, group = 0, letters = 0;
  const take = (digit: number) => {
    if (!(digit >= 0 && digit < 85)) throw new Error("core: bad letter");
    group = group * 85 + digit;
    if (++letters < 5) return;
    bytes[at] = group / 0x1000000; // group may be past 2³¹: no shifts before it is cut
    bytes[at + 1] = group >>> 16;
    bytes[at + 2] = group >>> 8;
    bytes[at + 3] = group;
    at += 4;
    group = letters = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7a && letters === 0) at += 4;
    else take(code === 0x76 ? 27 : code - 33);
  }
  const rest = letters;
  if (rest) {
    for (let i = rest; i < 5; i++) take(84);
    at -= 5 - rest;
  }
  return bytes.subarray(0, at);
}

async function unpack(core: string): Promise<WebAssembly.Module> {
  port.postMessage({ stage: "Распаковывается ядро." });
  const wasm = decompress(decodeCore(core)) as Uint8Array<ArrayBuffer>;
  port.postMessage({ stage: "Запускается ядро." });
  return WebAssembly.compile(wasm);
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
  unpack((event.data as { core: string }).core).then(
    (module) => run(module).catch(die),
    (error) => port.postMessage({ damaged: String(error) }),
  );
};
port.postMessage({ hello: build });
