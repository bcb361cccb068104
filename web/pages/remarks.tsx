// «Замечания»: everything that is wrong in the register, grouped by rule.
import { useList, useReturn } from "../state/place";
import { replaceHash, route } from "../state/route";
import type { Month } from "../core/api.gen";
import { plural } from "../text/format";
import { Answered, Empty, Title } from "../ui/page";
import { WorkBar } from "../ui/work";
import { Group } from "./remarks/group";
import { MonthFilter } from "./remarks/month";
import { useRemarks } from "./remarks/load";

export function RemarksPage() {
  const { query } = route.value;
  const month: Month = { year: Number(query.get("year")) || 0, month: Number(query.get("month")) || 0 };
  const { found, work } = useRemarks({ month, rule: "" }), { data } = found, { progress } = work;
  useList(data?.groups.flatMap((g) => g.items.map((item) => ({ id: item.id, field: item.finding.field }))));
  useReturn(data !== null);
  const show = (m: Month) => replaceHash("#/appeals/remarks" + (m.year ? `?year=${m.year}&month=${m.month}` : ""));
  const places = data?.groups.reduce((n, g) => n + g.count, 0) ?? 0;
  return (
    <>
      <Title text="Замечания" aside={<span class="rro-quiet"
        aria-live="polite">{data && places > 0
          && `${summary(data)} в ${plural(data.appeals, "обращении", "обращениях", "обращениях")}`}</span>}>
        <a class="btn btn-sm btn-outline-secondary" href="#/appeals">К реестру</a>
      </Title>
      <div class="rro-filters"><MonthFilter value={month} months={data?.months ?? []} onChange={show} /></div>
      {progress && progress.total > 1000 && <WorkBar work={work} label="Ход проверки" />}
      <Answered of={found} text={progress ? "" : "Проверяем обращения…"}>{({ groups }) => (
        <>
          {groups.length === 0 && (
            <Empty>
              <p>{month.year ? "За этот месяц замечаний нет." : "Замечаний нет."}</p>
              <p><a href="#/archive">Сформировать архив</a></p>
            </Empty>
          )}
          {groups.map((group) => <Group key={group.rule.code} group={group} month={month} open={places <= 15} />)}
        </>
      )}</Answered>
    </>
  );
}

function summary(n: { errors: number; warnings: number; advice: number }): string {
  return [n.errors && plural(n.errors, "ошибка", "ошибки", "ошибок"),
    n.warnings && plural(n.warnings, "предупреждение", "предупреждения", "предупреждений"),
    n.advice && plural(n.advice, "совет", "совета", "советов")].filter(Boolean).join(", ");
}
