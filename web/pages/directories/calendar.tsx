// «Календарь рабочих дней»: the days that differ from a plain week, by year.
import type { Pack } from "../../core/api.gen";
import { useCall } from "../../state/load";
import { monthNames } from "../../text/format";
import { Answered } from "../../ui/page";
import { PackLoader, originOf } from "./packs";
import { Reset } from "./reset";

export function CalendarList() {
  const packs = useCall("packs", {});
  return (
    <section class="rro-tile" aria-labelledby="calendar">
      <h2 id="calendar" tabIndex={-1}>Календарь рабочих дней</h2>
      <p class="rro-quiet">По нему «Сегодня» советует, когда срок отчёта попадает на нерабочий день.</p>
      <Answered of={packs}>{({ packs }) => packs.filter((p) => p.kind === "calendar")
        .map((pack) => <Year key={pack.key} pack={pack} />)}</Answered>
      <PackLoader kind="calendar" label="Загрузить календарь" paste="Календарь: вставленный текст"
        accept=".xml,.json,.txt"
        hint={"XML или JSON производственного календаря либо список дат по строкам: «04.05.2026» — выходной, " +
        "«05.12.2026 рабочий» — рабочая суббота."} />
    </section>
  );
}

function Year({ pack }: { pack: Pack }) {
  const id = "year-" + pack.key;
  return (
    <details class="rro-way">
      <summary id={id}>{pack.key.slice(-4)} год: {pack.builtin ? "встроенный, без переносов" : "загружен"}</summary>
      <p class="rro-quiet">{originOf(pack)} {!pack.builtin && <Reset pack={pack} />}</p>
      <table class="table table-sm rro-table" aria-labelledby={id}>
        <thead><tr><th scope="col">Месяц</th><th scope="col">Выходные среди недели</th>
          <th scope="col">Рабочие выходные</th></tr></thead>
        <tbody>
          {monthNames.map((name, i) => {
            const off = daysOf(pack.off, i + 1), work = daysOf(pack.work, i + 1);
            return (off || work) && <tr key={name}><th scope="row">{name}</th><td>{off}</td><td>{work}</td></tr>;
          })}
        </tbody>
      </table>
    </details>
  );
}

function daysOf(dates: readonly string[], month: number): string {
  return dates.filter((d) => Number(d.slice(5, 7)) === month).map((d) => String(Number(d.slice(8)))).join(", ");
}
