import { CoreError } from "./errors";

/** A buffer is transferred to the core: do not use it after the call. A Blob stays usable. */
export type FileInput = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** The core has no memory for more; real files are far smaller. */
const most = 128; // MB, as maxFiles in wasm/rpc/rpc.go

export async function bytesOf(file: FileInput): Promise<Uint8Array<ArrayBuffer>> {
  if (file instanceof Blob) {
    if (file.size > most * 1024 * 1024)
      throw new CoreError({ code: "refused",
        text: `Файл больше ${most} МБ (ограничение на размер файла).`,
        hint: "Проверьте, тот ли файл выбран. Ничего не изменилось." });
    return new Uint8Array(await file.arrayBuffer());
  }
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  // A view of a larger buffer is copied: moving the buffer would empty its other views.
  return file.byteLength === file.buffer.byteLength ? file : file.slice();
}
