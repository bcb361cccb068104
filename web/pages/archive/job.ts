// Forms an archive and hands out what was made.
import type { Archive, Methods } from "../../core/api.gen";
import { client } from "../../core/client";
import { wrote } from "../../state/saving";
import { useWork, type Work } from "../../state/work";
import { download, handOver, zipType } from "../../ui/download";

type Build = "build" | "buildZero";

export interface Job<Req> {
  work: Work;
  run: (req: Req) => Promise<void>;
}

export function useJob<M extends Build>(method: M, made: (archive: Archive) => void): Job<Methods[M]["req"]> {
  const work = useWork("Отменено, архив не сформирован. В журнале ничего не изменилось.");
  const run = async (req: Methods[M]["req"]) => {
    const parts: Blob[] = []; // the browser keeps them outside of the page's memory
    const onBlock = (part: BlobPart) => { parts.push(new Blob([part], { type: zipType })); };
    const answer = await work.run<Build>("Собираем архив", method, req as Methods[Build]["req"], { onBlock });
    if (!answer) return;
    wrote();
    made(answer.archive);
    answer.archive.parts.forEach((part, i) => handOver(parts[i]!, part.name));
  };
  return { work, run };
}

/** Gives a part of the journal to the browser: the same bytes every time. */
export async function handOut(id: string, part: number, passphrase = "") {
  const { result, files } = await client.call("archivePart", { id, part, passphrase });
  download(files[0]!, result.name);
}
