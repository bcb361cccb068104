// Hands a file to the clerk. What was written, and where to look, is said.
import { say } from "../state/toast";
import { fileSize } from "../text/format";

export function download(bytes: Uint8Array<ArrayBuffer>, name: string, type = "application/zip") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may start reading late; an archive is small enough to wait.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say({ text: `Файл «${name}» (${fileSize(bytes.length)}) отдан браузеру. Ищите его в папке «Загрузки».` });
}
