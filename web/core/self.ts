// The bytes of the program's own file, put together from what is in the document: the shell with its places filled in.
// They are the same as the bytes on disk, so the checksum is the one in SHA256SUMS.

/** web/index.html with its {{places}}; build/bundle.go hides the brackets from the HTML parser. */
declare const RRO_SHELL: string;

export function ownFile(): Blob {
  const [page, boot, worker, core] = document.querySelectorAll("body > script");
  const places: Record<string, string | null | undefined> = {
    csp: document.querySelector<HTMLMetaElement>("meta[http-equiv]")?.content,
    style: document.querySelector("head > style")?.textContent,
    build: document.body.dataset.build, boot: boot?.textContent, page: page?.textContent, worker: worker?.textContent,
    core: core?.textContent,
  };
  return new Blob([RRO_SHELL.replaceAll("‹", "<").replace(/\{\{(\w+)\}\}/g, (_, name: string) => places[name] ?? "")]);
}
