// The first script of the page, written in ES5 (the build fails on newer
// syntax) so that it also runs where nothing else does. It says in Russian
// what an old browser lacks, unpacks the page script, and catches one that does
// not start.
import { fromBase64, inflate } from "./core/packed";

declare global {
  interface Window {
    /** Fills the page with a failure that nobody else can show any more. */
    rroFail(title: string, hint: string, detail: string): void;
  }
}

(function () {
  var root = document.documentElement;
  var browsers =
    "Нужен Chrome или Edge версии 109 или новее, Яндекс Браузер на основе Chromium 109 или новее либо Firefox " +
    "версии 115 или новее. " +
    "Для Windows 7 подойдёт Chrome 109. Обновите браузер или откройте этот файл в другом.";

  function paragraph(text: string, className: string) {
    var p = document.createElement("p");
    p.className = className;
    p.appendChild(document.createTextNode(text));
    return p;
  }

  window.rroFail = function (title, hint, detail) {
    var place = document.getElementById("boot") || document.body;
    while (place.firstChild) place.removeChild(place.firstChild);
    place.setAttribute("role", "alert");
    place.appendChild(paragraph(title, "rro-fail-title"));
    place.appendChild(paragraph(hint, "rro-fail-hint"));
    if (detail) place.appendChild(paragraph("Подробности для специалиста: " + detail, "rro-fail-detail"));
  };

  // Each name is used by page or worker; what is missing is told by name.
  var needed: { [name: string]: boolean } = {
    WebAssembly: typeof WebAssembly === "object",
    Promise: typeof Promise === "function",
    BigInt: typeof BigInt === "function",
    "Blob URL": typeof Blob === "function" && !!window.URL && !!URL.createObjectURL,
    TextDecoder: typeof TextDecoder === "function",
    MessageChannel: typeof MessageChannel === "function",
    AbortController: typeof AbortController === "function",
    DecompressionStream: typeof DecompressionStream === "function",
    "<dialog>": typeof HTMLDialogElement === "function",
  };
  var missing: string[] = [];
  for (var name in needed) if (!needed[name]) missing.push(name);
  if (missing.length > 0) {
    root.setAttribute("data-core", "unsupported");
    window.rroFail("РРО-форма не может работать в этом браузере: он устарел.", browsers, "нет " + missing.join(", "));
    return;
  }

  // Until the page script has mounted (data-page), any error is a failed start.
  window.onerror = function (message, _url, line) {
    if (root.getAttribute("data-page")) return;
    root.setAttribute("data-core", "failed");
    var where = message + " (строка " + line + ")";
    window.rroFail("РРО-форма не запустилась.", "Откройте файл заново. " + browsers, where);
  };

  function damaged(error: unknown) {
    root.setAttribute("data-core", "failed");
    var title = "Файл программы повреждён или скопирован не полностью.";
    window.rroFail(title, "Скопируйте его заново и откройте снова.", String(error));
  }

  // Unpacked, this script would be an eighth of the file.
  try {
    var packed = fromBase64(document.getElementById("rro-page")!.textContent!);
    new Response(inflate(packed)).text().then(function (text) {
      var script = document.createElement("script");
      script.text = text;
      document.head.appendChild(script); // the policy knows its hash
    }).catch(damaged);
  } catch (error) {
    damaged(error);
  }
})();
