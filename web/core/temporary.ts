// Recognises a page that lies in a temporary folder. A page opened from a zip or from an e-mail is a copy there. When
// the folder is emptied, the address is lost, and with it the data.
import { gecko } from "./longpath";

interface Temporary {
  what: string; // «прямо из архива»
  remedy: string;
}

const copyFile = "скопируйте файл на диск, например в «Документы» или в C:\\RRO,";

const either = (...signs: RegExp[]) => new RegExp(signs.map((sign) => sign.source).join("|"));

/** Parts of an address and what they mean. The first match counts. */
const signs: readonly [RegExp, Temporary][] = [
  [either(
    /\/(temp\d+_[^/]*\.zip|7zo[0-9a-f]+|rar\$[^/]*|_?wz[0-9a-f]{4,}|peazip[^/]*)\//,
    /\/(bandizip[^/]*|arc[0-9a-f]{4,}\.tmp|\.cache\/\.fr-[^/]*|\.fr-[^/]*)\//,
  ), { what: "прямо из архива", remedy: "распакуйте архив целиком на диск" }],
  [either(
    /\/(content\.outlook|inetcache|temporary internet files|thunderbird|mozilla-temp-files)\//,
    /\/(olk[^/]*|eml[^/]*\.tmp|notes[0-9a-f]{6})\//,
  ), { what: "прямо из письма", remedy: "сохраните вложение на диск" }],
  [either(
    /\/(appdata\/local\/temp|windows\/temp|tempstate|\$recycle\.bin|var\/folders)\//,
    /^\/tmp\/([^/]*|(mozilla_|ark-|evolution-|thunderbird)[^/]*\/.*)$/,
  ), { what: "из временной папки", remedy: copyFile }],
];

function look(): Temporary | null {
  if (location.protocol !== "file:") return null;
  let path = location.pathname.toLowerCase();
  try {
    path = decodeURIComponent(path);
  } catch {
    // a bare «%» in the path: it is used undecoded
  }
  return signs.find(([sign]) => sign.test(path))?.[1] ?? null;
}

/** null: the page is in a permanent place. */
export const temporary = look();

/** In Firefox the data belong to the folder of the file: a copy in another folder shows none of them. */
export const boundToPath = gecko && location.protocol === "file:";
