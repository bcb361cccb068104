// Hands a file to the clerk.
import { say } from "../state/toast";
import { fileSize } from "../text/format";

export const zipType = "application/zip";

/** Downloads a file and shows where to look for it. */
export function download(data: Uint8Array<ArrayBuffer> | Blob, name: string, type = zipType) {
  const file = data instanceof Blob ? data : new Blob([data], { type });
  handOver(file, name);
  say({ text: `Файл «${name}» (${fileSize(file.size)}) сохраняется в папку «Загрузки».` });
}

/** Downloads a file without a message: the screen shows where to look. */
export function handOver(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may start reading late; an archive is small enough to wait.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
