// One log: its files, and a row for each record, grouped by decision, a hundred at a time.
import { useState } from "preact/hooks";
import type { LogEntry, LogRes } from "../../../core/api.gen";
import { useCall } from "../../../state/load";
import { dateTime } from "../../../text/format";
import { SelectField } from "../../../ui/inputs";
import { Answered, Notice } from "../../../ui/page";
import { TakeAway } from "../takeaway";

const step = 100;

export function LogDetails({ id }: { id: string }) {
  const log = useCall("log", { id });
  return <Answered of={log}>{(data) => <Details data={data} />}</Answered>;
}

function Details({ data }: { data: LogRes }) {
  const [decision, setDecision] = useState("");
  const [most, setMost] = useState(step);
  const { log, table, fileName } = data;
  const rows = data.entries.filter((e) => !decision || e.decision === decision);
  return (
    <section class="rro-log" aria-labelledby="log-title">
      <h2 id="log-title">{log.label}</h2>
      {log.undone && <Notice level="warning">Отменено {dateTime(log.undone)}
        {log.undoneBy && ", " + log.undoneBy}.{log.kept.length > 0
          && ` Не тронуто, потому что менялось позже: ${log.kept.join(", ")}.`}</Notice>}
      <ul>{log.sources.map((s, n) => <li key={n}><b>{s.name}</b>
        {s.about && `, ${s.about}`}
          {s.refused ? <span class="rro-word-error"> — не прочитан: {s.refused}</span>
            : `, записей: ${s.records}`}</li>)}</ul>
      <div class="rro-filters">
        <SelectField id="log-decision" label="Что сделано" value={decision} empty="Всё"
          onChange={(d) => { setDecision(d); setMost(step); }}
          options={log.counts.map((c) => ({ value: c.decision, label: `${c.decision} (${c.count})` }))} />
        <TakeAway table={table} name={fileName} />
      </div>
      <div class="rro-scroll">
        <table class="table table-sm rro-table" aria-label="Записи">
          <thead><tr><th scope="col">Номер</th><th scope="col">Файл и место</th><th scope="col">Было</th>
            <th scope="col">Сделано</th><th scope="col">Не вошедшие значения</th></tr></thead>
          <tbody>{rows.slice(0, most).map((e, n) => <Entry key={n} entry={e} />)}</tbody>
        </table>
      </div>
      {rows.length > most && <button type="button" class="btn btn-sm btn-outline-primary"
        onClick={() => setMost(most + step)}>Показать ещё (осталось {rows.length - most})</button>}
    </section>
  );
}

function Entry({ entry: e }: { entry: LogEntry }) {
  const name = e.number || "без номера";
  return (
    <tr>
      <th scope="row">{e.appealId ? <a href={"#/appeals/" + e.appealId}>{name}</a> : name}
        <div class="rro-quiet">{e.name}</div></th>
      <td>{e.source}<div class="rro-quiet">{e.place}</div></td><td>{e.kind}</td><td>{e.decision}</td>
      <td>{e.lost.map((v) => <div key={v.field}>{v.field}: <span class="rro-was">{v.lost || "пусто"}</span> —
        осталось: {v.kept || "пусто"}</div>)}</td>
    </tr>
  );
}
