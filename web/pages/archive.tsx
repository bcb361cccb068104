// «Архив»: an archive of appeals or a zero report, and the journal of both. A tick chooses between them, so that only
// one «Год» and one «Месяц» are in sight.
import { useEffect, useState } from "preact/hooks";
import type { Archive } from "../core/api.gen";
import { useCall } from "../state/load";
import { replaceHash, route } from "../state/route";
import { label } from "../text/format";
import { fieldId } from "../ui/findings";
import { OtherBodies } from "../ui/bodies";
import { CheckField } from "../ui/inputs";
import { Answered, Title } from "../ui/page";
import { archiveHash, readAsked } from "./archive/address";
import { AppealsArchive } from "./archive/appeals";
import { Journal } from "./archive/journal";
import { Made } from "./archive/made";
import { Presets } from "./archive/presets";
import { ZeroArchive } from "./archive/zero";

export function ArchivePage() {
  const { query } = route.value;
  const zero = query.get("zero") === "1";
  const today = useCall("today", {});
  const journal = useCall("journal", { holding: "" });
  const [made, setMade] = useState<Archive | null>(null);
  const asked = readAsked(query);
  // By default both are of the month that is due.
  if (today.data && !(asked.month.year && asked.month.month)) asked.month = today.data.month.month;
  useEffect(() => setMade(null), [zero, JSON.stringify(asked)]);
  // The journal's row is newer: it has the state that was set since.
  const now = made && (journal.data?.archives.find((a) => a.id === made.id) ?? made);
  const result = now && <Made archive={now} />;
  return (
    <>
      <Title text="Архив">{!zero && <Presets asked={asked} />}</Title>
      <OtherBodies />
      <CheckField id={fieldId("zero.declared")} class="rro-switch" label={label("zero.declared")} checked={zero}
        hint={zero ? undefined : "Отметьте, если обращений не было совсем и нужен нулевой отчёт."}
        onChange={(on) => replaceHash(archiveHash(asked.month, on))} />
      <Answered of={today}>{() => zero
        ? <ZeroArchive month={asked.month} onMonth={(month) => replaceHash(archiveHash(month, true))} onMade={setMade}
          result={result} />
        : <AppealsArchive asked={asked} onMade={setMade} result={result} />}</Answered>
      <Journal journal={journal} made={made?.id ?? ""} />
    </>
  );
}
