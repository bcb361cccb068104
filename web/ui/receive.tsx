// A field for files that recognises them: it takes a file that belongs here, offers to open one that belongs elsewhere,
// and names any other.
import { useState } from "preact/hooks";
import type { FileKind, FilePlace } from "../core/api.gen";
import type { CoreError } from "../core/errors";
import { hand, infoOf, recognise, useIncoming, type Incoming } from "../state/incoming";
import { useWork } from "../state/work";
import { AskPassword, wantsPassword } from "./ask";
import { errorFindings } from "./error";
import { FileField } from "./file";
import { Notice } from "./page";
import { WorkBar } from "./work";

export interface ReceiveProps {
  id: string;
  label: string;
  accept?: string;
  place: FilePlace;
  kinds?: readonly FileKind[]; // only these of the kinds that belong to the place; missing = all
  takes?: readonly FileKind[]; // other kinds that this field takes
  also?: string; // label of a button that takes a file here although it belongs elsewhere
  multiple?: boolean;
  button?: string;
  prompt?: string;
  hint?: string;
  busy?: boolean;
  error: CoreError | null; // of what was done with the files
  onTake: (incoming: Incoming) => void;
}

export function ReceiveField(props: ReceiveProps) {
  const { id, place, kinds, takes = [], onTake } = props;
  const ours = (kind: FileKind) => !kinds || kinds.includes(kind);
  const work = useWork("Отменено. Ничего не изменилось.");
  const [asked, setAsked] = useState<File | null>(null);
  const [other, setOther] = useState<Incoming | null>(null);
  const look = async (files: File[], passphrase: string) => {
    if (work.text || props.busy) return;
    setOther(null);
    setAsked(files[0]!);
    const first = await work.call("Смотрим, что это за файл",
      (options) => recognise(files[0]!, passphrase, !takes.includes("covered"), options));
    if (!first) return;
    const incoming = { ...first, files };
    if ((first.place && first.place === place && ours(first.kind)) || takes.includes(first.kind) || files.length > 1)
      onTake(incoming);
    else setOther(incoming);
  };
  useIncoming(place, onTake, ours);
  const info = other && infoOf(other.kind);
  const named = info && !info.place
    ? [{ rule: "kind", level: "error" as const, field: id, text: info.is, hint: info.remedy }] : [];
  const error = work.error ?? (other ? null : props.error);
  return (
    <>
      <FileField {...props} findings={[...named, ...(wantsPassword(error) ? [] : errorFindings(error, id))]}
        onFiles={(files) => look(files, "")} />
      <WorkBar work={work} />
      <AskPassword error={work.error} name={asked?.name ?? ""} onGive={(passphrase) => void look([asked!], passphrase)}
        onNo={work.clear} />
      <div aria-live="polite">
        {other && info?.place && (
          <Notice level="info">
            <p>«{other.files[0]!.name}». <b>{info.is} {info.offer}</b></p>
            <div class="rro-actions">
              <button type="button" class="btn btn-sm btn-primary"
                onClick={() => { setOther(null); hand(other); }}>{info.button}</button>
              {props.also && texts.includes(other.kind) && (
                <button type="button" class="btn btn-sm btn-link" onClick={() => { setOther(null); onTake(other); }}>
                  {props.also}</button>
              )}
            </div>
          </Notice>
        )}
      </div>
    </>
  );
}

/** Kinds of text files that are easily confused. */
const texts: readonly FileKind[] = ["classifier", "bodies", "calendar", "table"];
