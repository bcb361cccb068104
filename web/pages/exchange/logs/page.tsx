// «Журнал слияний и загрузок»: what became of every record of every file.
import { useCall } from "../../../state/load";
import { route } from "../../../state/route";
import { dateTime } from "../../../text/format";
import { Answered, Empty, Title } from "../../../ui/page";
import { Back } from "../back";
import { LogDetails } from "./details";

export function LogsPage() {
  const known = useCall("logs", {}), { data } = known;
  const id = route.value.query.get("id") ?? data?.logs[0]?.id;
  return (
    <>
      <Title text="Журнал слияний и загрузок" aside={<Back />} />
      <Answered of={known}>{({ logs }) => logs.length === 0 ? <Empty>Слияний и загрузок ещё не было.</Empty> : (
        <div class="rro-scroll rro-logs">
          <table class="table table-sm rro-table" aria-label="Слияния и загрузки">
            <thead><tr><th scope="col">Когда</th><th scope="col">Кто</th><th scope="col">Что</th>
              <th scope="col">Итог</th></tr></thead>
            <tbody>
              {logs.map((l) => (
                <tr key={l.id} class={l.id === id ? "rro-here" : undefined}>
                  <td class="rro-nowrap"><a href={"#/exchange/logs?id=" + l.id}
                    aria-current={l.id === id ? "true" : undefined}>{dateTime(l.at)}</a></td>
                  <td>{l.who || "профиль не заполнен"}</td><th scope="row">{l.label}</th>
                  <td>{l.counts.map((c) =>
                    `${c.decision}: ${c.count}`).join("; ")}{l.undone && <b> Отменено {dateTime(l.undone)}.</b>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}</Answered>
      {id && <LogDetails key={id} id={id} />}
    </>
  );
}
