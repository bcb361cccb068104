// Collects a file that comes in blocks. Blobs lie outside the page's memory,
// on disk when they are large: the page holds 16 MB of the file at most.
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
