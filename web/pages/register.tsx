// «Обращения»: the register.
import { useEffect, useState } from "preact/hooks";
import { boundToPath } from "../core/temporary";
import { printRegister } from "../print/register";
import { useCall } from "../state/load";
import { useList, useReturn } from "../state/place";
import { go, replaceHash, route } from "../state/route";
import { complain } from "../state/toast";
import { plural } from "../text/format";
import { OtherBodies } from "../ui/bodies";
import { Answered, Empty, Title } from "../ui/page";
import { LastActions } from "./register/actions";
import { MassBar } from "./register/bar";
import { choiceOf } from "./register/chosen";
import { Filters } from "./register/filters";
import { useCheck } from "./register/check";
import { ColumnMenu } from "./register/menu";
import { Pages } from "./register/pages";
import { AppealTable } from "./register/table";
import { isFiltered, noFilter, readView, request, viewHash, type View } from "./register/view";

export function RegisterPage() {
  const view = readView(route.value.query);
  const found = useCall("register", request(view)), { data } = found;
  useCheck(data?.counts.unchecked ?? 0);
  const [looking, setLooking] = useState(false); // at the last actions
  const choice = choiceOf(view);
  const change = (next: Partial<View>) => replaceHash(viewHash({ ...view, page: 0, ...next }));
  useList();
  useReturn(data !== null);
  useEffect(() => { // the last row of the page was deleted, or the address is old
    if (data && data.total > 0 && view.page * view.size >= data.total)
      change({ page: Math.ceil(data.total / view.size) - 1 });
  }, [data, view.page]);
  const reset = () => change(noFilter);
  return (
    <>
      <Title text="Обращения" aside={<span class="rro-quiet"
        aria-live="polite">{data && data.all > 0 && counts(data.total, data.all)}{data && data.total > 1 && !view.sort
          && ", сначала недавно изменённые"}</span>}>
        <ColumnMenu view={view} onChange={change} />
        <button type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => setLooking(true)}>Последние действия</button>
        {data && data.total > 0 && (
          <button type="button" class="btn btn-sm btn-outline-secondary"
            title="Все обращения отбора, не только эта страница" onClick={() => void printRegister(view)
              .catch(complain)}>Печать</button>
        )}
        <a class="btn btn-sm btn-outline-secondary" href="#/appeals/remarks">Замечания</a>
        <button type="button" class="btn btn-sm btn-primary" title="Alt+N"
          onClick={() => go("#/appeals/new")}>Новое обращение</button>
      </Title>
      <OtherBodies />
      <Filters view={view} data={data} onChange={change} onReset={reset} />
      <Answered of={found} text="Открываем реестр…">{(data) => (
        <>
          {data.all === 0 && <NothingYet />}
          {data.all > 0 && data.total === 0 && (
            <Empty>
              <p>Ни одно из {plural(data.all, "обращения", "обращений", "обращений")} не подходит под эти условия.</p>
              {data.meant ? (
                <p>Похоже, слова набраны в другой раскладке клавиатуры.{" "}
                  <button type="button" class="btn btn-sm btn-outline-primary"
                    onClick={() => change({ query: data.meant!.query })}>Искать: {data.meant.query}</button>{" "}
                  Найдётся: {plural(data.meant.total, "обращение", "обращения", "обращений")}.</p>
              ) : <p>Измените отбор или нажмите «Сбросить фильтры».</p>}
            </Empty>
          )}
          {data.total > 0 && (
            <>
              <MassBar choice={choice} view={view} total={data.total} />
              <AppealTable rows={data.rows} view={view} choice={choice} onChange={change} />
              <Pages view={view} total={data.total} onChange={change} />
            </>
          )}
        </>
      )}</Answered>
      {looking && <LastActions onClose={() => setLooking(false)} />}
    </>
  );
}

function counts(total: number, all: number): string {
  const found = plural(total, "обращение", "обращения", "обращений");
  return total === all ? found : `${found} из ${all}`;
}

function NothingYet() {
  const filtered = isFiltered(readView(route.value.query));
  return (
    <Empty>
      <p>Обращений пока нет{filtered ? ", фильтровать нечего" : ""}.</p>
      <p>Внесите первое: нажмите «Новое обращение». Уже работали в другом браузере или файл переносили?{" "}
        <a href="#/exchange?to=restore">Восстановите данные из резервной копии</a>.
        {boundToPath && " В Firefox обращения привязаны к папке файла: откройте его там, где работали раньше, и они " +
          "найдутся."}</p>
    </Empty>
  );
}
