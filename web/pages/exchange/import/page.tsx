// The import of a table: столбцы → результаты → просмотр → загружено. The choice of the file is the step before.
import { useEffect, useRef } from "preact/hooks";
import { go } from "../../../state/route";
import { plural } from "../../../text/format";
import { SelectField } from "../../../ui/inputs";
import { Problem, Title } from "../../../ui/page";
import { WorkBar } from "../../../ui/work";
import { Back } from "../back";
import { Columns } from "./columns";
import { Done } from "./done";
import { Preview } from "./preview";
import { Results } from "./results";
import { busy, chooseSheet, close, problem, table, work, type Import, type Step } from "./state";
import { TableTile } from "./tile";

const steps: [Step, string][] = [["columns", "Столбцы"], ["results", "Результаты"], ["preview", "Просмотр"],
  ["done", "Загружено"]];

export function TableImportPage() {
  const open = table.value;
  if (!open) {
    return (
      <>
        <Title text="Загрузка таблицы" aside={<Back />} />
        <TableTile />
      </>
    );
  }
  const leave = () => { close(); go("#/exchange"); };
  return (
    <>
      <Title text="Загрузка таблицы" aside={<Back />}><button type="button" class="btn btn-sm btn-outline-secondary"
        disabled={busy.value} onClick={leave}>Закрыть таблицу</button></Title>
      <p><b>{open.info.name}</b>: {open.info.note}, {plural(open.info.rows, "строка", "строки", "строк")} под
        заголовком.</p>
      <Sheets open={open} />
      <Steps now={open.step} />
      <WorkBar work={work} />
      <Problem error={problem.value} />
      {open.step === "columns" && <Columns key={open.info.id} info={open.info} />}
      {open.step === "results" && <Results info={open.info} />}
      {open.step === "preview" && open.check && <Preview info={open.info} check={open.check} />}
      {open.step === "done" && open.taken && <Done open={open} taken={open.taken} />}
    </>
  );
}

function Steps({ now }: { now: Step }) {
  const at = steps.findIndex(([step]) => step === now);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [now]);
  return (
    <>
      <ol class="rro-import-steps" aria-label="Шаги загрузки">
        <li class="rro-done">Файл</li>
        {steps.map(([step, label], i) => <li key={step} class={i < at ? "rro-done" : ""}
          aria-current={i === at ? "step" : undefined}>{label}</li>)}
      </ol>
      <h2 tabIndex={-1} ref={heading}>{steps[at]![1]}</h2>
    </>
  );
}

function Sheets({ open }: { open: Import }) {
  if (open.sheets.length < 2) return null;
  const file = open.info.name.replace(/, лист «[^»]*»$/, "");
  return (
    <SelectField id="table-sheet" label="Лист книги" class="rro-import-sheet" value={String(open.sheet)}
      options={open.sheets.map((s, i) => ({ value: String(i), label: s.name }))}
      onChange={(n) => void chooseSheet(file, open.sheets, Number(n))} />
  );
}
