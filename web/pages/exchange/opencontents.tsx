// What is in an open archive, and what to do with it.
import { useEffect, useState } from "preact/hooks";
import type { OpenedArchive, OpenedArchiveRes } from "../../core/api.gen";
import { useList } from "../../state/place";
import { replaceHash, route } from "../../state/route";
import { changes } from "../../state/saving";
import { useWork } from "../../state/work";
import { dateTime, plural } from "../../text/format";
import { CheckField } from "../../ui/inputs";
import { Problem, jump } from "../../ui/page";
import { WorkBar } from "../../ui/work";
import { OpenedActions } from "./openactions";
import { OpenedTable } from "./opentable";

const size = 50; // rows a page

export function OpenedContents({ archive }: { archive: OpenedArchive }) {
  const work = useWork();
  const [data, setData] = useState<OpenedArchiveRes | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const { query } = route.value, seen = changes.value;
  const remarks = query.get("remarks") === "1", page = Math.max(0, (Number(query.get("page")) || 1) - 1);
  const show = (remarks: boolean, page: number) =>
    replaceHash("#/exchange?archive=" + archive.id + (remarks ? "&remarks=1" : "")
      + (page ? "&page=" + (page + 1) : ""));
  useEffect(() => {
    let current = true;
    void work.run("Проверяем записи архива", "openedArchive", { id: archive.id, remarks, page, size })
      .then((res) => res && current && setData(res));
    return () => { current = false; };
  }, [archive.id, remarks, page, seen]);
  useList(); // «Закрыть» of a card returns here
  const asked = query.get("archive") === archive.id, there = data !== null;
  useEffect(() => { if (asked && there) jump("opened-title"); }, [asked, there]);
  if (!data) return <section class="rro-opened"><Problem error={work.error} /><WorkBar work={work} /></section>;
  const { counts } = data;
  const facts = [
    plural(archive.entries, "файл", "файла", "файлов"), `подходит: ${counts.fits}`, `с замечаниями: ${counts.findings}`,
    counts.zeros && `нулевых отчётов: ${counts.zeros}`, counts.unreadable && `не читается: ${counts.unreadable}`,
    counts.foreign && `не JSON: ${counts.foreign}`,
    counts.edited && `изменено: ${counts.edited}`, counts.removed && `удалено: ${counts.removed}`,
  ].filter(Boolean).join(", ");
  return (
    <section class="rro-opened" aria-labelledby="opened-title">
      <h2 id="opened-title" tabIndex={-1}>Архив «{archive.file}», открыт {dateTime(archive.at)}</h2>
      <p aria-live="polite">{facts}.</p>
      <OpenedActions archive={archive} counts={counts} chosen={chosen} onTaken={() => choose(new Set())} />
      <CheckField id="opened-remarks" label="Только с замечаниями" checked={remarks} onChange={(on) => show(on, 0)} />
      {!data.total && <p class="rro-quiet">{remarks ? "Записей с замечаниями нет." : "Архив пуст."}</p>}
      {data.total > 0 && <OpenedTable data={data} page={Math.min(page, Math.ceil(data.total / size) - 1)} size={size}
        chosen={chosen} choose={choose} onPage={(to) => show(remarks, to)} />}
    </section>
  );
}
