// The file of the program as it stands in the document: the shell that it was
// built of, with what is really here put into its places. Its bytes are those
// of the file on the disk, so its checksum is that of SHA256SUMS.

/** web/index.html with its {{places}}; build/bundle.go hides the brackets from the HTML parser. */
declare const RRO_SHELL: string;

export function ownFile(): Blob {
  const [page, boot, worker, core] = document.querySelectorAll("body > script");
  const places: Record<string, string | null | undefined> = {
    csp: document.querySelector<HTMLMetaElement>("meta[http-equiv]")?.content, style: document.querySelector("head > style")?.textContent,
    build: document.body.dataset.build, boot: boot?.textContent, page: page?.textContent, worker: worker?.textContent, core: core?.textContent,
  };
  return new Blob([RRO_SHELL.replaceAll("‹", "<").replace(/\{\{(\w+)\}\}/g, (_, name: string) => places[name] ?? "")]);
}
