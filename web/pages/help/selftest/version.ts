// The browser's version, and what follows from the page's address.
import { gecko, tooDeep, tooDeepHint } from "../../../core/longpath";
import type { Found } from "./found";

const floors = [
  { mark: /Firefox\/(\d+)/, name: "Firefox", floor: 115 },
  { mark: /(?:Chrome|Chromium)\/(\d+)/, name: "Chrome или браузер на его основе", floor: 109 },
] as const;

export function newEnough(): Found {
  for (const { mark, name, floor } of floors) {
    const version = Number(mark.exec(navigator.userAgent)?.[1]);
    if (version) return { answer: version >= floor ? "yes" : "no", said: `${name}, версия ${version}.` };
  }
  return { answer: "unknown", said: "Браузер незнаком, смотрите остальные строки." };
}

export function place(): Found {
  if (location.protocol !== "file:") return { answer: "yes",
    said: "Страница открыта из сети: данные привязаны к её адресу." };
  if (tooDeep) return { answer: "no", said: tooDeepHint };
  return gecko
    ? { answer: "unknown", said: "Файл открыт с диска в Firefox." }
    : { answer: "yes", said:
      "Файл открыт с диска: данные не зависят от его места. Другие файлы HTML, открытые с диска, видят то же " +
        "хранилище: не открывайте чужих." };
}
