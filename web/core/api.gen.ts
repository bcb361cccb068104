// Placeholder until `go run ./build types` writes it.
export interface HelloReq { build: string }
export interface HelloRes { build: string; version: string }
export interface Progress { id: number; done: number; total: number; text: string }
export interface RpcError { code: string; text: string; hint: string }
export interface RpcResponse { id: number; result?: unknown; error?: RpcError }
export interface Methods { hello: { req: HelloReq; res: HelloRes; files: false } }
export type MethodName = keyof Methods;
export const fileMethods: readonly MethodName[] = [];
