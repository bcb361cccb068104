// wasm_exec.js of the running Go toolchain, supplied by the build tool.
declare module "go:wasm_exec";
