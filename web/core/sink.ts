// Collects a file that comes in blocks. The browser keeps Blobs outside of the page's memory, large ones on disk: the
// page itself holds at most 16 MB of the file.
const fold = 16 << 20; // bytes

export class BlobSink {
  #folded: Blob[] = [];
  #loose: Uint8Array<ArrayBuffer>[] = [];
  #size = 0; // of #loose

  take = (block: Uint8Array<ArrayBuffer>) => {
    this.#loose.push(block);
    if ((this.#size += block.length) >= fold) this.#fold();
  };

  blob(type: string): Blob {
    this.#fold();
    return new Blob(this.#folded, { type });
  }

  #fold() {
    this.#folded.push(new Blob(this.#loose));
    this.#loose = [];
    this.#size = 0;
  }
}
