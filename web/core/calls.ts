// The calls that wait for an answer of the core, by id.
import { CoreError, cancelledError, stoppedError, type Progress } from "./errors";
import type { RpcResponse } from "./api.gen";

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Call {
  method: string;
  req: unknown;
  files: Bytes[];
  blobs: Blob[];
  onBlock?: ((block: Bytes) => void) | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  settle(result: unknown, files: Bytes[]): void;
  reject(error: CoreError): void;
}

export class Calls {
  #lastID = 0;
  #waiting = new Map<number, Call>();
  #queue: number[] = []; // made before the core was ready, in order

  add(call: Call): number {
    this.#waiting.set(++this.#lastID, call);
    return this.#lastID;
  }

  get size(): number { return this.#waiting.size; }

  get(id: number): Call | undefined {
    return this.#waiting.get(id);
  }

  queue(id: number): void {
    this.#queue.push(id);
  }

  /** Empties the queue; its calls keep waiting for their answers. */
  takeQueue(): number[] {
    return this.#queue.splice(0);
  }

  /** Drops a call that was not sent yet; false when it was. */
  dropQueued(id: number): boolean {
    const at = this.#queue.indexOf(id);
    if (at < 0) return false;
    this.#queue.splice(at, 1);
    this.#waiting.get(id)?.reject(cancelledError());
    return this.#waiting.delete(id);
  }

  /** Gives an answer to its call. Reports whether the page should ask for `hello` again. */
  settle(json: string, files: Bytes[]): boolean {
    const answer = JSON.parse(json) as RpcResponse;
    const call = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.error) call?.reject(new CoreError(answer.error));
    else call?.settle(answer.result, files);
    return answer.news ?? false;
  }

  progress(json: string): void {
    const progress = JSON.parse(json) as Progress;
    this.#waiting.get(progress.id)?.onProgress?.(progress);
  }

  block(id: number, block: Bytes): void {
    this.#waiting.get(id)?.onBlock?.(block);
  }

  /** Ends all calls: the core has stopped. */
  rejectAll(why: string): void {
    const calls = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#queue = [];
    for (const call of calls) call.reject(stoppedError(why));
  }
}
