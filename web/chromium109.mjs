// Lays Chromium 109, the last one for Windows 7, into a folder:
// node chromium109.mjs FOLDER. An npm package still carries its Linux binary.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const name = "@sparticuz/chromium@109.0.6";
const sum = "9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg=="; // SHA-512

const folder = resolve(process.argv[2]);
if (existsSync(join(folder, "chrome"))) process.exit();
const work = folder + ".new";
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const run = (program, ...args) => execFileSync(program, args,
  { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const packed = run("npm", "pack", "--silent", name).trim();
if (createHash("sha512").update(readFileSync(join(work, packed))).digest("base64") !== sum)
  throw new Error(`${name} is not what it was`);
run("tar", "-xzf", packed, "package/bin");
const open = (file) => brotliDecompressSync(readFileSync(join(work, "package/bin", file)));
writeFileSync(join(work, "chrome"), open("chromium.br"), { mode: 0o755 });
writeFileSync(join(work, "swiftshader.tar"), open("swiftshader.tar.br"));
run("tar", "-xf", "swiftshader.tar");
for (const used of [packed, "package", "swiftshader.tar"]) rmSync(join(work, used), { recursive: true });
rmSync(folder, { recursive: true, force: true });
renameSync(work, folder);
console.log(join(folder, "chrome"));
