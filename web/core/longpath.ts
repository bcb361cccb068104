// Firefox stores a page's data in a folder named after the page's address. There a Russian letter takes six characters,
// and the disk allows 255. When the name is longer, Firefox stores nothing and does not say why.
const most = 255;

// Only browsers with Firefox's engine have this CSS property; the name in the user agent is no proof.
export const gecko = CSS.supports("-moz-appearance", "none");

/** The page's address is too long for Firefox to store data. */
export const tooDeep = gecko && location.protocol === "file:" && (location.href.split(/[?#]/)[0] ?? "").length > most;

export const tooDeepHint =
  "Полный путь к файлу слишком длинный для Firefox: русская буква занимает в нём шесть знаков из 255. " +
  "Положите файл в папку с коротким путём, лучше латинскими буквами, например C:\\RRO\\rroform.html, или откройте " +
    "его в Chrome, Edge или Яндекс Браузере.";
