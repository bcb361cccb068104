// Firefox names the folder of a page's data by the page's address, where every
// Russian letter takes six characters, and the disk takes 255. Beyond them it
// refuses the data without a word why.
const most = 255;

// Only Gecko knows its own look of things, whatever the browser calls itself.
export const gecko = CSS.supports("-moz-appearance", "none");

/** The page lies too deep for Firefox to keep its data. */
export const tooDeep = gecko && location.protocol === "file:" && (location.href.split(/[?#]/)[0] ?? "").length > most;

export const tooDeepHint =
  "Полный путь к файлу слишком длинный для Firefox: русская буква занимает в нём шесть знаков из 255. " +
  "Положите файл в папку с коротким путём, лучше латинскими буквами, например C:\\RRO\\rroform.html, или откройте его в Chrome, Edge или Яндекс Браузере.";
