// «Архив»: archive of a month or zero report, and the journal of both. One
// tick tells them apart, so that one «Год» and one «Месяц» are ever in sight.
import { useEffect, useState } from "preact/hooks";
import type { Archive, Month } from "../core/api.gen";
import { useCall } from "../state/load";
import { replaceHash, route } from "../state/route";
import { label } from "../text/format";
import { fieldId } from "../ui/findings";
import { CheckField } from "../ui/inputs";
import { Problem, Title } from "../ui/page";
import { AppealsArchive } from "./archive/appeals";
import { Journal } from "./archive/journal";
import { Made } from "./archive/made";
import { ZeroArchive } from "./archive/zero";

export function ArchivePage() {
  const { query } = route.value;
  const zero = query.get("zero") === "1";
  const { data, error } = useCall("today", {});
  const [made, setMade] = useState<Archive | null>(null);
  const asked: Month = { year: Number(query.get("year")) || 0, month: Number(query.get("month")) || 0 };
  // Without a word the archive is of the month that is due; a zero report's month is never guessed.
  const month = zero || (asked.year && asked.month) ? asked : data?.month.month ?? { year: 0, month: 0 };
  const show = (next: Month) => replaceHash(archiveHash(next, zero));
  useEffect(() => setMade(null), [zero, month.year, month.month]);
  const result = made && <Made archive={made} />;
  return (
    <>
      <Title text="Архив" />
      <Problem error={error} />
      <CheckField id={fieldId("zero.declared")} class="rro-switch" label={label("zero.declared")} checked={zero}
        hint={zero ? undefined : "Отметьте, если обращений не было совсем и нужен нулевой отчёт."}
        onChange={(on) => replaceHash(archiveHash({ year: 0, month: 0 }, on))} />
      {zero
        ? <ZeroArchive month={month} onMonth={show} onMade={setMade} result={result} />
        : <AppealsArchive month={month} onMonth={show} onMade={setMade} result={result} />}
      <Journal />
    </>
  );
}

export function archiveHash({ year, month }: Month, zero = false): string {
  const query = new URLSearchParams();
  if (zero) query.set("zero", "1");
  if (year) query.set("year", String(year));
  if (month) query.set("month", String(month));
  const text = query.toString();
  return "#/archive" + (text && "?" + text);
}
