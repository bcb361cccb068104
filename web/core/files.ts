/** A buffer is moved into the core: do not use it after the call. A Blob stays usable. */
export type FileInput = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

export async function bytesOf(file: FileInput): Promise<Uint8Array<ArrayBuffer>> {
  if (file instanceof Blob) return new Uint8Array(await file.arrayBuffer());
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  // A view of a larger buffer is copied: moving the buffer would empty its other views.
  return file.byteLength === file.buffer.byteLength ? file : file.slice();
}
