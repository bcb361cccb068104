// Where the page lies. Out of an archive or a letter it is opened as a copy in
// a folder that is emptied, and with the copy goes the way back to its data.

import { gecko } from "./longpath";

interface Temporary {
  what: string; // «прямо из архива»
  remedy: string;
}

const copyFile = "скопируйте файл на диск, например в «Документы» или в C:\\RRO,";

/** Parts of an address, each with what it tells. The first that is found counts. */
const signs: readonly [RegExp, Temporary][] = [
  [/\/(temp\d+_[^/]*\.zip|7zo[0-9a-f]+|rar\$[^/]*|_?wz[0-9a-f]{4,}|peazip[^/]*|bandizip[^/]*|arc[0-9a-f]{4,}\.tmp|\.cache\/\.fr-[^/]*|\.fr-[^/]*)\//,
    { what: "прямо из архива", remedy: "распакуйте архив целиком на диск" }],
  [/\/(content\.outlook|inetcache|temporary internet files|thunderbird|mozilla-temp-files|olk[^/]*|eml[^/]*\.tmp|notes[0-9a-f]{6})\//,
    { what: "прямо из письма", remedy: "сохраните вложение на диск" }],
  [/\/(appdata\/local\/temp|windows\/temp|tempstate|\$recycle\.bin|var\/folders)\/|^\/tmp\/([^/]*|(mozilla_|ark-|evolution-|thunderbird)[^/]*\/.*)$/,
    { what: "из временной папки", remedy: copyFile }],
];

function look(): Temporary | null {
  if (location.protocol !== "file:") return null;
  let path = location.pathname.toLowerCase();
  try {
    path = decodeURIComponent(path);
  } catch {
    // a path may hold a bare «%»: it is looked at as it stands
  }
  return signs.find(([sign]) => sign.test(path))?.[1] ?? null;
}

/** null where the page lies well. */
export const temporary = look();

/** In Firefox data belong to the folder of the file: elsewhere it shows none. */
export const boundToPath = gecko && location.protocol === "file:";
