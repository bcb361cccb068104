// What can be printed or saved about an archive.
import type { ComponentChildren } from "preact";
import type { Archive } from "../../core/api.gen";
import { client } from "../../core/client";
import { printThis } from "../../print/print";
import { ProtocolSheet } from "../../print/protocol";
import { ZeroSheet } from "../../print/zero";
import { complain } from "../../state/toast";
import { download } from "../../ui/download";
import { protocolFile, xlsxType } from "./xlsx";

const protocolOf = (archive: Archive) => client.call("protocol", { id: archive.id });

async function save(archive: Archive) {
  const protocol = await protocolOf(archive);
  download(await protocolFile(archive, protocol), protocol.fileName, xlsxType);
}

async function print(archive: Archive) {
  printThis(<ProtocolSheet protocol={await protocolOf(archive)} />);
}

export function Papers({ archive, children }: { archive: Archive; children?: ComponentChildren }) {
  const { name } = archive.parts[0]!;
  return (
    <div class="rro-actions rro-papers">
      <button type="button" class="btn btn-sm btn-outline-primary" title={name}
        onClick={() => void save(archive).catch(complain)}>Протокол (XLSX)</button>
      <button type="button" class="btn btn-sm btn-outline-primary" title={name}
        onClick={() => void print(archive).catch(complain)}>Протокол (печать)</button>
      {archive.zero && (
        <button type="button" class="btn btn-sm btn-outline-primary" title={name}
          onClick={() => printThis(<ZeroSheet archive={archive} zero={archive.zero!} />)}>Печать подтверждения</button>
      )}
      {children}
    </div>
  );
}
