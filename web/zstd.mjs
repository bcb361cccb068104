// Compresses standard input to standard output: node zstd.mjs LEVEL. The build
// calls it, because no Go library writes the higher levels of zstd.
import { readFileSync, writeSync } from "node:fs";
import { compress, init } from "@bokuweb/zstd-wasm";

await init();
const packed = compress(readFileSync(0), Number(process.argv[2]));
for (let at = 0; at < packed.length; ) at += writeSync(1, packed, at);
