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

/** The checksum of zlib. */
function adler32(bytes: Uint8Array): number {
  let a = 1, b = 0;
  for (let i = 0; i < bytes.length;) {
    for (const end = Math.min(i + 5552, bytes.length); i < end; i++) b += a += bytes[i]!; // so many fit 32 bits
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** Text as build/base128.go writes it: a character is seven bits; from U+0100 on it is two groups of them. */
function decodeCore(text: string): Uint8Array<ArrayBuffer> {
  const unsafe = [0, 13, 60];
  const bytes = new Uint8Array(text.length + 4); // some characters are two groups, but few
  let at = 0, bits = 0, held = 0;
  const take = (group: number) => {
    bits = (bits << 7) | group;
    held += 7;
    if (held < 8) return;
    held -= 8;
    bytes[at++] = bits >>> held;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) take(code);
    else {
      take(unsafe[(code - 256) >> 7]!);
      take(code & 127);
    }
  }
  const head = new DataView(bytes.buffer);
  const end = head.getUint32(0, true) + 8;
  if (at < end) throw new Error("core: cut off");
  const core = bytes.subarray(8, end);
  if (adler32(core) !== head.getUint32(4, true)) throw new Error("core: changed");
  return core;
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
