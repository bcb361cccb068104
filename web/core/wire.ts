// The messages between page and worker. The Go side of the protocol is wasm/rpc/port_js.go.

/** Page → worker. `core` comes first, everything else is for Go. */
export type ToCore =
  | { core: string } // the core, packed by gzip, as base64, see packed.ts
  | { id: number; json: string; files: Uint8Array<ArrayBuffer>[]; blobs: Blob[] } // blobs are read in pieces
  | { cancel: number };

/** Worker → page: serving, answers and progress come from Go, the rest from worker.ts. */
export interface FromCore {
  hello?: string; // the worker runs; its build
  stage?: string; // what it is doing, for the clerk
  serving?: true; // Go listens
  json?: string; // an answer …
  files?: Uint8Array<ArrayBuffer>[]; // … and the files that come with it
  progress?: string;
  block?: Uint8Array<ArrayBuffer>; // the next bytes of a file that is too large for one message …
  of?: number; // … and the call it belongs to
  damaged?: string; // the core cannot be unpacked; why
  died?: string; // the core has stopped; why
}

/** What worker.ts and Go need of a Worker's scope or a MessagePort. */
export interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromCore, transfer?: Transferable[]): void;
}

/** Stamps of the build, put in by `go run ./build html`. */
declare const RRO_BUILD: string;
declare const RRO_VERSION: string;
export const build: string = RRO_BUILD;
export const version: string = RRO_VERSION;
