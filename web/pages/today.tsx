// «Сегодня»: the state of the report, and what to do next.
import type { TodayRes } from "../core/api.gen";
import { useCall } from "../state/load";
import { go } from "../state/route";
import { longDate } from "../text/dates";
import { OtherBodies } from "../ui/bodies";
import { Answered, Title } from "../ui/page";
import { Attention } from "./today/attention";
import { FirstSteps } from "./today/first";
import { CurrentMonth, ReportMonth } from "./today/month";

export function TodayPage() {
  const today = useCall("today", {}), { data } = today;
  return (
    <>
      <Title text="Сегодня" aside={data && <span class="rro-quiet">{longDate(data.today)}
        {data.profile && `, ${data.profile}`}</span>} />
      <OtherBodies />
      <div class="rro-big-buttons">
        <button type="button" class="btn btn-primary btn-lg" title="Alt+N"
          onClick={() => go("#/appeals/new")}>Новое обращение</button>
        <button type="button" class="btn btn-outline-primary btn-lg"
          onClick={() => go(archiveOf(data))}>Сформировать архив</button>
      </div>
      <Answered of={today}>{(data) => (
        <>
          {data.guide && <FirstSteps today={data} />}
          <div class="rro-today">
            <ReportMonth state={data.month} fresh={data.all + data.archives === 0} />
            <CurrentMonth state={data.current} />
            <Attention today={data} />
          </div>
        </>
      )}</Answered>
    </>
  );
}

function archiveOf(data: TodayRes | null): string {
  const m = data?.month.month;
  return m ? `#/archive?year=${m.year}&month=${m.month}` : "#/archive";
}
